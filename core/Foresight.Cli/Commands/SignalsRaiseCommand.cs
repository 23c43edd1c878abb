using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight signals raise</c>: gathers several signals under a cluster, a trend or a driver.</summary>
internal static class SignalsRaiseCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("raise", """
            Gather several signals under a cluster, a trend or a driver that you see in them. It stands in the register and the briefs as yours; with its id it is renamed, changed or withdrawn, and every version is kept.

            Example: foresight signals raise --level trend --name "Fler utbildar sig längre" --signals indicator/N01982,forecast/N01982 --as AB --samples
            """);
        var id = new Argument<string?>("ID") { Description = "The gathering to change, as 'signals list' names it: raised/…; left out for a new one", Arity = ArgumentArity.ZeroOrOne };
        var level = new Option<string?>("--level") { Description = "Where on the ladder it stands: cluster, trend, driver", HelpName = "LEVEL" };
        level.AcceptOnlyFromAmong([.. Enum.GetValues<SignalLevel>().Where(one => one != SignalLevel.Signal).Select(one => JsonOutput.Word(one))]);
        var name = new Option<string?>("--name") { Description = "What you call it", HelpName = "TEXT" };
        var english = new Option<string?>("--name-en") { Description = "The name in English briefs (default: the same)", HelpName = "TEXT" };
        var signals = new Option<string?>("--signals") { Description = "What it gathers, by commas: signals of the register or other gatherings", HelpName = "ID,ID,…" };
        var steep = new Option<string?>("--steep") { Description = "The factor that it belongs to: social, technological, economic, environmental, political", HelpName = "FACTOR" };
        steep.AcceptOnlyFromAmong([.. Enum.GetValues<Steep>().Select(one => JsonOutput.Word(one))]);
        var person = new Option<string?>("--as") { Description = "Who raises it: initials or a role, not a name (default: the environment's FORESIGHT_PERSON)", HelpName = "WHO" };
        var note = new Option<string?>("--note") { Description = "A note beside it", HelpName = "TEXT" };
        var withdraw = new Option<bool>("--withdraw") { Description = "Take the gathering back" };
        command.Add(id);
        foreach (var option in (Option[])[level, name, english, signals, steep, person, note, withdraw])
            command.Add(option);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            var raising = new Raising
            {
                Level = JsonOutput.Value<SignalLevel>(call.GetValue(level)),
                Name = call.GetValue(name),
                NameInEnglish = call.GetValue(english),
                Signals = call.GetValue(signals)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Steep = JsonOutput.Value<Steep>(call.GetValue(steep)),
                Note = call.GetValue(note),
                Withdraws = call.GetValue(withdraw),
            };
            using var session = common.OpenToLook(call, terminal);
            var raised = await new Pipeline(session, NullLoggerFactory.Instance).GatheringBook().RaiseAsync(call.GetValue(id), call.GetValue(person) ?? terminal.Person, raising, cancellationToken);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(SignalOutput.Json(raised, whole: true));
            else if (raising.Withdraws)
                terminal.Out.WriteLine($"Withdrawn. {raised.Id} stands in no list and no brief any more; its versions are kept.");
            else
                terminal.Out.WriteGathering(raised);
            return ExitCode.Done;
        });
        return command;
    }
}
