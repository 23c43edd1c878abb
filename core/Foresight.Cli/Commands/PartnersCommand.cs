using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Partners;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight partners list|show|build</c>.</summary>
internal static class PartnersCommand
{
    public static Command Create(Terminal terminal) => new("partners", "Look at the partners: what we do together, when we were in touch, figures side by side.\n\nExample: foresight partners list --samples")
    {
        List(terminal),
        PartnersShowCommand.Create(terminal),
        Build(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the partners of the register and the policy, dormant ones first.\n\nExample: foresight partners list --samples");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, _) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var pages = PartnerOrder.Of(await new Pipeline(session, NullLoggerFactory.Instance).PartnersAsync());
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(pages.Select(page => new { page.Id, page.Name, page.Country, page.Kind, page.IsRegistered, page.IsExample, page.Since, page.Work, page.Contact, page.Ongoing }));
            else
                Print(terminal.Out, pages);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Build(Terminal terminal)
    {
        var command = new Command("build", "Write a page per partner and language from what is stored.\n\nExample: foresight partners build --samples --language sv");
        var language = new Option<string[]>("--language") { Description = "Only this language; may be repeated", HelpName = "sv|en" };
        language.AcceptOnlyFromAmong("sv", "en");
        command.Add(language);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var languages = call.GetValue(language) is { Length: > 0 } some ? some : null;
            var written = await new Pipeline(session, NullLoggerFactory.Instance).WritePartnersAsync(languages, cancellationToken);
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(written);
                return ExitCode.Done;
            }

            foreach (var one in written)
            {
                terminal.Out.WriteLine(FormattableString.Invariant($"{one.Files.Count} {(one.Files.Count == 1 ? "partner" : "partners")} ({one.Language}): {one.IndexFile}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, IReadOnlyList<PartnerPage> pages)
    {
        if (pages.Count == 0)
        {
            output.WriteLine("No partner is registered, and the policy names none (docs/partners.md).");
            return;
        }

        output.WriteText(
            ["partner", "name", "country", "since", "last contact", "days", "next contact", "under way", "state"],
            [.. pages.Select(page => (IReadOnlyList<string>)
            [
                page.Id,
                page.Name.En + (page.IsExample ? " (example)" : ""),
                page.Country,
                page.Since ?? "",
                Day(page.Contact.Last),
                page.Contact.DaysSince is { } days ? Wording.Number(days, "en") : "",
                Day(page.Contact.Next),
                page is { IsRegistered: true, Ongoing: { } ongoing } ? Wording.Number(ongoing, "en") : "",
                State(page),
            ])],
            new HashSet<int> { 5, 7 }, new HashSet<int> { 5, 6 });
        output.WriteLine("'foresight partners show ID' tells everything of one, 'foresight partners build' writes a page of each.");
    }

    private static string State(PartnerPage page) => !page.IsRegistered ? "not in the register"
        : page.Contact switch
        {
            { IsSilent: true, HasEnded: true } => "dormant; agreement ended",
            { IsSilent: true } => "dormant",
            { HasEnded: true } => "agreement ended",
            { Last: null } => "contact not measured",
            _ => "",
        };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
