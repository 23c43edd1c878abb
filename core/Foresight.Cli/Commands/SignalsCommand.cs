using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Signals;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight signals list|show|rate|raise|take|drop|link</c>.</summary>
internal static class SignalsCommand
{
    public static Command Create(Terminal terminal) => new("signals", "Look into the register of signals, say what you think of them, gather them, take them up.\n\nExample: foresight signals list --samples")
    {
        List(terminal),
        SignalsShowCommand.Create(terminal),
        SignalsRateCommand.Create(terminal),
        SignalsRaiseCommand.Create(terminal),
        SignalsTakeCommand.Create(terminal),
        SignalsDropCommand.Create(terminal),
        SignalsLinkCommand.Create(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "List the signals of the register and what people gathered of them: level, grade, people's ratings. What the machine proposes says so.\n\nExample: foresight signals list --area circular-economy --level trend --samples");
        var area = new Option<string?>("--area") { Description = "Only this focus area", HelpName = "ID" };
        var level = new Option<string?>("--level") { Description = "Only this level", HelpName = "LEVEL" };
        level.AcceptOnlyFromAmong([.. Enum.GetValues<SignalLevel>().Select(one => JsonOutput.Word(one))]);
        var steep = new Option<string?>("--steep") { Description = "Only this factor: social, technological, economic, environmental, political", HelpName = "FACTOR" };
        steep.AcceptOnlyFromAmong([.. Enum.GetValues<Steep>().Select(one => JsonOutput.Word(one))]);
        var since = new Option<string?>("--since") { Description = "Only what is new or has changed from this day on", HelpName = "DAY" };
        var gone = new Option<bool>("--gone") { Description = "Also what is no longer found" };
        foreach (var option in (Option[])[area, level, steep, since, gone])
            command.Add(option);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            FocusAreaOption.Check(session.Policy.Policy, call.GetValue(area));
            var from = Day(call.GetValue(since));
            var all = await new Pipeline(session, NullLoggerFactory.Instance).SignalBook().ReadAsync();
            var chosen = all
                .Where(signal => call.GetValue(gone) || signal.IsFound)
                .Where(signal => call.GetValue(area) is not { } id || signal.Signal.FocusArea == id)
                .Where(signal => call.GetValue(level) is not { } word || JsonOutput.Word(signal.Level) == word)
                .Where(signal => JsonOutput.Value<Steep>(call.GetValue(steep)) is not { } factor || signal.Signal.Steep == factor)
                .Where(signal => from is not { } day || DateOnly.FromDateTime(signal.Since.UtcDateTime) >= day).ToList();
            if (call.GetValue(common.Json))
            {
                terminal.Out.WriteJson(new { signals = chosen.Select(signal => SignalOutput.Json(signal, whole: false)), agreement = RatingAgreement.Of(chosen) });
                return ExitCode.Done;
            }

            if (chosen.Count == 0)
                terminal.Out.WriteLine(all.Count == 0 ? "No signal has been found in this store yet; 'foresight analyse' looks for them." : "No signal fits; without --area, --level, --steep and --since all are shown.");
            else
                Print(terminal.Out, chosen);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, List<KnownSignal> signals)
    {
        output.WriteText(
            ["signal", "area", "level", "grade", "publishers", "since", "rated by", "impact", "likelihood", "horizon", "standing", "headline"],
            [.. signals.Select(signal => (IReadOnlyList<string>)
            [
                signal.Id, signal.Signal.FocusArea ?? "", SignalWords.Of(signal.Level).En, signal.Raised is null ? SignalWords.Code(signal.Signal) : "", signal.Signal.Publishers?.ToString(CultureInfo.InvariantCulture) ?? "",
                signal.Since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), signal.Ratings.People.Count.ToString(CultureInfo.InvariantCulture),
                Impact(signal), SignalRatingText.Middle(signal.Ratings.Likelihood), Horizon(signal), Standing(signal), signal.Signal.Headline.En,
            ])],
            new HashSet<int> { 4, 6 }, new HashSet<int> { 4, 6, 7, 8 });
        output.WriteLine(FormattableString.Invariant($"{signals.Count} {(signals.Count == 1 ? "signal" : "signals")}; 'foresight signals show ID' tells everything of one, 'foresight signals rate ID --as AB' says what you think of it."));
        if (signals.Where(signal => signal.Raised is null).Skip(1).Any())
            output.WriteLine("'foresight signals raise --level trend --name \"…\" --signals ID,ID --as AB' gathers several under a cluster, a trend or a driver that you see in them.");
        SignalRatingText.WriteAgreement(output, RatingAgreement.Of(signals));
    }

    // A person's word stands as it is; the machine's is marked.
    private static string Impact(KnownSignal signal) => signal.Ratings.Impact is { } rated ? SignalRatingText.Middle(rated)
        : signal.Signal.Impact is { } impact ? $"proposed: {SignalWords.Of(impact).En}" : "";

    private static string Horizon(KnownSignal signal) => signal.RatedHorizon is { } rated ? SignalWords.Of(rated).En
        : signal.Signal.Horizon is { } horizon ? $"proposed: {SignalWords.Of(horizon).En}" : "";

    private static string Standing(KnownSignal signal) => string.Join(", ", new[]
    {
        signal.IsFound ? null : signal.Raised is null ? "gone" : "withdrawn",
        signal.Raised is { } raised ? $"raised by {raised.Person}" : signal.IsConfirmed ? "confirmed" : "proposal",
        signal.Raised is not null && signal.IsConfirmed ? "confirmed" : null,
        signal.Ratings.TurnedDownBy.Count > 0 ? "turned down" : null,
        signal.Ratings.IsContested ? "contested" : null,
    }.OfType<string>());

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ConfigurationException([$"--since {text}: give a day such as 2026-09-01."]);
}
