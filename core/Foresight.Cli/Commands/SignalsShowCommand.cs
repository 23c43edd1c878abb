using System.CommandLine;
using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Loop;
using Foresight.Engine.Signals;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight signals show</c>: everything that is known of one signal.</summary>
internal static class SignalsShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("show", "Show everything of a signal: figures with intervals, evidence, versions over time, every rating; of what a person gathered its members.\n\nExample: foresight signals show indicator/N00401 --samples");
        var id = new Argument<string>("ID") { Description = "The signal, as 'signals list' names it" };
        command.Add(id);
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var pipeline = new Pipeline(session, NullLoggerFactory.Instance);
            var signal = await pipeline.SignalBook().FindAsync(call.GetRequiredValue(id));
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(SignalOutput.Json(signal, whole: true));
            else
                Print(terminal.Out, signal, (await pipeline.LoopAsync()).Of(signal));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, KnownSignal known, LoopChain? chain)
    {
        if (known.Raised is not null)
        {
            output.WriteGathering(known);
            output.WriteLine();
            output.WriteLine("Ratings");
            output.WriteRatings(known);
            return;
        }

        var signal = known.Signal;
        output.WriteLine(signal.Headline.En);
        output.WriteLine(signal.Headline.Sv);
        if (signal.Caveat is { } caveat)
            output.WriteLine($"Note: {caveat.En}");
        output.WriteLine();
        output.WriteLine($"{known.Id} (kind {signal.Kind}, analysis {known.Analysis}, {signal.FocusArea ?? "no single focus area"})");
        output.WriteLine(SignalOutput.GradeLine(signal, known));
        if (Proposed(known) is { Length: > 0 } proposed)
            output.WriteLine($"The machine proposed: {proposed}");
        if (!known.IsFound)
            output.WriteLine($"No longer found since {SignalRatingText.Minute(known.Since)}.");
        if (signal.Method is { } method)
            output.WriteLine($"Method: docs/methods/{method}.md");
        if (signal.Chart is { } chart)
            output.WriteLine($"Chart: {chart}");
        if (signal.Related.Count > 0)
            output.WriteLine($"Beneath it on the ladder: {string.Join(", ", signal.Related)}");
        foreach (var whole in known.PartOf)
            output.WriteLine(GatheringText.PartOf(whole));
        Section(output, "Figures", signal.Figures.Select(figure => FigureWords.Of(figure, "en") + (figure.Method is { } how ? $" [{how}]" : "")));
        Section(output, "Evidence", signal.Evidence.Select(Line));
        Section(output, "Versions, the latest first", known.Versions.Select(Line));
        output.WriteLine();
        output.WriteLine("Ratings");
        output.WriteRatings(known);
        Section(output, "Steps ('foresight loop' shows the whole chain)", chain?.Steps.All.Select(LoopOutput.Line) ?? []);
    }

    // Where people said something else, what the machine proposed is still told.
    private static string Proposed(KnownSignal known) => string.Join(", ", new[]
    {
        known.Level != known.Signal.Level ? SignalWords.Of(known.Signal.Level).En : null,
        known.RatedHorizon is not null && known.Signal.Horizon is { } horizon ? SignalWords.Of(horizon).En : null,
        known.Ratings.Impact is not null && known.Signal.Impact is { } impact ? $"impact {SignalWords.Of(impact).En}" : null,
    }.OfType<string>());

    private static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(title);
        foreach (var line in all)
            output.WriteLine($"  {line}");
    }

    private static string Line(Evidence evidence) => string.Join(" · ", new[]
    {
        evidence.Value?.ToString("G12", CultureInfo.InvariantCulture),
        $"{evidence.View} of {evidence.Source}",
        evidence.Record.ReplaceLineEndings(" "),
        evidence.Formula is { } formula ? $"computed: {formula}" : null,
        evidence.LoadId is { } load ? $"load {load}{(evidence.Answer is { } answer ? FormattableString.Invariant($", answer {answer}") : "")}" : null,
    }.OfType<string>());

    private static string Line(SignalRow version) =>
        $"{SignalRatingText.Minute(version.FoundAt)}  {(version.Found ? version.Signal.Headline.En : "no longer found")} ({SignalWords.Code(version.Signal)}, policy {version.PolicyVersion})";
}
