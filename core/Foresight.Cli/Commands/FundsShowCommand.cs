using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Funds;
using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight funds show</c>: everything that is known of a programme.</summary>
internal static class FundsShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("show", "Show everything of a programme: who may apply, from where, what it pays, what follows it, its source.\n\nExample: foresight funds show cerv-town-twinning --samples");
        var id = new Argument<string>("ID") { Description = "The programme, as 'funds list --all' names it" };
        command.Add(id);
        var common = new CommonOptions().AddTo(command);
        command.SetAction((call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var file = session.Policy;
            var wanted = call.GetRequiredValue(id);
            var programme = file.Programmes.FirstOrDefault(one => one.Id == wanted)
                ?? throw new ConfigurationException([$"There is no programme '{wanted}' in data/funds; 'foresight funds list --all' names them."]);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(FundsCommand.Json(programme, file));
            else
                Print(terminal.Out, programme, file);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Print(TextWriter output, Programme programme, PolicyFile file)
    {
        output.WriteLine($"{programme.Name.En} ({programme.Id})");
        output.WriteLine(programme.Name.Sv);
        output.WriteLine($"{(programme.Period is { } period ? $"{period}, " : "")}{FundWords.Of(programme.Status).En}{(programme.ToConfirm ? ", to be confirmed" : "")}; run by: {programme.ManagingBody.En}");
        foreach (var next in FundsCommand.Successors(programme, file))
            output.WriteLine($"Followed by {next.Name.En} ({next.Id}, {next.Period}, {FundWords.Of(next.Status).En})");
        Line("Countries", string.Join(", ", programme.Countries));
        Line("Only in", string.Join(", ", programme.Areas));
        Line("Open to", string.Join(", ", programme.Applicants.Select(kind => FundWords.Of(kind).En)));
        Line("A municipality's role", JsonOutput.Word(programme.Role));
        Line("Pays", FundWords.Share(programme, "en"));
        Line("Months from decision to deadline", programme.LeadTimeMonths?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Line("Countries in a project, at least", programme.PartnerCountries?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var part in programme.Parts)
            Line($"Part {part.Name.En}", string.Join(", ", part.Topics) + (part.Applicants.Count > 0 ? $"; open to {string.Join(", ", part.Applicants.Select(kind => FundWords.Of(kind).En))}" : ""));
        Line("Calls", programme.Calls is { } calls ? $"{string.Join(", ", calls.Programmes)}{(calls.Topics.Count > 0 ? $"; topics {string.Join(", ", calls.Topics)}" : "")}" : "on no portal that is read");
        Line("Note", programme.Note?.En);
        output.WriteLine(FormattableString.Invariant($"Source: {programme.Source.AbsoluteUri} (checked {programme.Checked:yyyy-MM-dd})"));

        void Line(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                output.WriteLine($"{name}: {text}");
        }
    }
}
