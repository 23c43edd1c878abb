using System.CommandLine;
using Foresight.Cli.Output;
using Foresight.Engine;
using Foresight.Engine.Classify.Drift;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Cli.Commands;

/// <summary><c>foresight classify drift</c>: how documents and verdicts change by month.</summary>
internal static class ClassifyDriftCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("drift", "Show by month how far words and verdicts move away from those of the months before, and how Swedish and English compare.\n\nExample: foresight classify drift --samples");
        var common = new CommonOptions().AddTo(command);
        command.SetAction(async (call, cancellationToken) =>
        {
            using var session = common.OpenToLook(call, terminal);
            var report = await new Pipeline(session, NullLoggerFactory.Instance).DriftAsync(cancellationToken);
            if (call.GetValue(common.Json))
                terminal.Out.WriteJson(report);
            else
                Print(terminal.Out, report);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(TextWriter output, DriftReport report)
    {
        if (report.Months.Count > 0)
        {
            output.WriteText(
                ["month", "documents", "measured by", "unknown words", "before", "other words", "cannot say", "scores, most"],
                [.. report.Months.Select(month => (IReadOnlyList<string>)
                [
                    month.Month, ClassifyCommand.Number(month.Documents, "F0"), ClassifyCommand.Number(month.Reference, "F0"), ClassifyCommand.Number(month.Unknown),
                    Known(month.UnknownBefore), Known(month.Words), ClassifyCommand.Number(month.CannotSay), Known(month.Areas.Values.Max(area => area.Scores)),
                ])],
                Enumerable.Range(1, 7).ToHashSet());
            output.WriteLine();
        }

        if (report.TooFew.Count > 0)
            output.WriteLine($"Months with fewer than {DriftBounds.LeastDocuments} documents say nothing: {Listed(report.TooFew)}.");
        if (report.Parity is { } parity)
        {
            output.WriteLine(
                $"On the fixed test: Swedish {ClassifyCommand.Number(parity.Swedish)}, English {ClassifyCommand.Number(parity.English)}, difference {EvaluationText.Within(parity.Swedish - parity.English, parity.Difference)}.");
        }

        foreach (var alarm in report.Alarms)
            output.WriteLine($"Alarm: {alarm.En}");
        if (report.Alarms.Count == 0)
            output.WriteLine("Nothing is past its bound.");
    }

    // A store with years of archives has a hundred such months.
    private static string Listed(IReadOnlyList<string> months) =>
        months.Count <= 6 ? string.Join(", ", months) : FormattableString.Invariant($"{months.Count} of them, {months[0]} to {months[^1]}");

    private static string Known(double? value) => value is { } known ? ClassifyCommand.Number(known) : "-";
}
