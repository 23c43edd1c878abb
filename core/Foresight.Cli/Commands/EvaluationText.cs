using System.Globalization;
using Foresight.Cli.Output;
using Foresight.Engine.Classify;

namespace Foresight.Cli.Commands;

/// <summary>A report on a model as short text; JSON has all of it.</summary>
internal static class EvaluationText
{
    /// <summary>Confusions that are shown.</summary>
    private const int Confusions = 8;

    /// <summary>The texts that a group needs to be shown.</summary>
    private const int LeastGroup = 10;

    public static void Print(TextWriter output, EvaluationReport report)
    {
        var overall = report.Overall;
        output.WriteText(
            ["label", "texts", "precision", "recall", "F1", "95 %", "average precision"],
            [.. report.Labels.Select(label => (IReadOnlyList<string>)
                [label.Label, Count(label.Support), Number(label.Precision), Number(label.Recall), Number(label.F1), Range(label.F1Interval), Number(label.AveragePrecision)])],
            new HashSet<int> { 1, 2, 3, 4, 6 });
        output.WriteLine($"Micro F1 {Within(overall.MicroF1, overall.Intervals.MicroF1)}, macro F1 {Within(overall.MacroF1, overall.Intervals.MacroF1)} on {overall.Texts} texts of {report.Data}.");
        output.WriteLine($"All labels right: {Within(overall.Exact, overall.Intervals.Exact)} of the texts. Brier score {Number(overall.Brier)}, calibration error {Within(overall.CalibrationError, overall.Intervals.CalibrationError)}.");
        if (overall.CannotSay > 0)
            output.WriteLine($"Left open (cannot say): {Number(overall.CannotSay)} of the decisions.");
        Section(
            output, "What it says, and what is true", ["probability", "decisions", "said", "true"],
            report.Reliability.Where(bin => bin.Decisions > 0).Select(bin => (string[])
                [string.Create(CultureInfo.InvariantCulture, $"{bin.From:F1} to {bin.To:F1}"), Count(bin.Decisions), Number(bin.Said), Number(bin.True)]));
        Section(
            output, "When the decisions nearest to the threshold are left open", ["kept", "precision", "recall"],
            report.Coverage.Where((_, i) => i % 2 == 0 || report.Coverage[i].Coverage == 0.75).Select(point => (string[])
                [string.Create(CultureInfo.InvariantCulture, $"{100 * point.Coverage:F0} %"), Number(point.Precision), Number(point.Recall)]));
        Section(
            output, "Most frequent confusions", ["texts", "true", "said instead"],
            report.Confusions.Take(Confusions).Select(pair => (string[])[Count(pair.Texts), pair.True, pair.Said]));
        Groups(output, "language", report.ByLanguage);
        if (report.GroupedBy is { } by and not "language")
            Groups(output, by, report.Groups);
    }

    /// <summary>A figure with its interval.</summary>
    public static string Within(double figure, Interval interval) => $"{Number(figure)} ({Range(interval)})";

    private static void Groups(TextWriter output, string by, IReadOnlyDictionary<string, OverallFigures> groups)
    {
        var shown = groups.Where(group => group.Value.Texts >= LeastGroup).ToArray();
        Section(
            output, $"By {by}", [by, "texts", "micro F1", "95 %", "macro F1", "calibration error"],
            shown.Select(group => (string[])
            [
                group.Key, Count(group.Value.Texts), Number(group.Value.MicroF1), Range(group.Value.Intervals.MicroF1), Number(group.Value.MacroF1), Number(group.Value.CalibrationError),
            ]));
        if (shown.Length < groups.Count)
            output.WriteLine($"{groups.Count - shown.Length} of {groups.Count} groups have fewer than {LeastGroup} texts; --json has them.");
    }

    private static void Section(TextWriter output, string title, IReadOnlyList<string> header, IEnumerable<string[]> rows)
    {
        IReadOnlyList<IReadOnlyList<string>> all = [.. rows];
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine($"{title}:");
        output.WriteText(header, all);
    }

    private static string Range(Interval interval) => $"{Number(interval.Low)} to {Number(interval.High)}";

    private static string Number(double value) => ClassifyCommand.Number(value);

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);
}
