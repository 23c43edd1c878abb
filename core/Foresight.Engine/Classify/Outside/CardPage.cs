using System.Globalization;
using System.Text;
using Foresight.Engine.Classify.Current;

namespace Foresight.Engine.Classify.Outside;

/// <summary>The card of a model for people: Markdown, plain words.</summary>
internal static class CardPage
{
    /// <summary>A group with fewer texts says nothing to people; the card for programs has it.</summary>
    private const int LeastGroup = 20;

    public static string Of(ModelRecord record)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Model {record.Version}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Sorts texts to {record.Card.Labels.Count} labels: {string.Join(", ", record.Card.Labels.Select(label => label.Label))}. ");
        page.Append("A text may have several of them, or none.\n\n");
        Add(page, "What it learned from", Data(record));
        Add(page, "How good it is", Figures(record));
        AddLabels(page, record);
        AddGroups(page, record);
        AddTest(page, record);
        Add(page, "Limits", Limits(record));
        Add(page, "How it was made", Making(record));
        return page.ToString();
    }

    private static IEnumerable<string> Data(ModelRecord record)
    {
        yield return $"{record.Card.Texts} texts of {string.Join(", ", record.LabelFiles)}; {record.TextsOfNone} of them belong to no label.";
        if (record.TextsByOrigin.Count > 0)
            yield return $"Of these, {Count(record, TextOrigin.Labels)} are from the label files, {Count(record, TextOrigin.People)} are stored documents that people judged, and {Count(record, TextOrigin.Sources)} are stored documents with categories that their sources gave.";
        yield return $"By language: {Counts(record.TextsByLanguage)}.";
        yield return $"By label: {Counts(record.TextsByLabel)}.";
        yield return $"SHA-256 of texts and labels: {record.DataHash}.";
        yield return $"Terms of the texts: {record.Licence ?? "not told; ask whoever gave you the texts before you pass the model on"}.";
    }

    private static IEnumerable<string> Figures(ModelRecord record)
    {
        yield return $"On parts of these texts that were held out: micro F1 {Number(record.Card.MicroF1)}, macro F1 {Number(record.Card.MacroF1)}.";
        if (record.Judged is { Overall: var overall } judged)
        {
            yield return $"On {overall.Texts} other texts ({judged.Data}), each judged with thresholds chosen without it: micro F1 {Number(overall.MicroF1)} ({Range(overall.Intervals.MicroF1)}), macro F1 {Number(overall.MacroF1)} ({Range(overall.Intervals.MacroF1)}).";
            yield return $"There, of 100 labels that it names {Percent(overall.Precision)} are right, and of 100 that apply it names {Percent(overall.Recall)}. All labels of a text are right for {Percent(overall.Exact)} texts in 100.";
            yield return $"There its probabilities are off by {Number(overall.CalibrationError)} on average (expected calibration error, 10 bins; Brier score {Number(overall.Brier)}).";
        }
    }

    private static void AddLabels(StringBuilder page, ModelRecord record)
    {
        page.Append("| label | texts | precision | recall | F1 | threshold |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var label in record.Card.Labels)
        {
            var (support, precision, recall, f1) = record.Judged?.Labels.FirstOrDefault(figures => figures.Label == label.Label) is { } judged
                ? (judged.Support, judged.Precision, judged.Recall, judged.F1)
                : (label.Support, label.Precision, label.Recall, label.F1);
            var threshold = record.Thresholds?.GetValueOrDefault(label.Label, label.Threshold) ?? label.Threshold;
            page.Append(CultureInfo.InvariantCulture, $"| {Cell(label.Label)} | {support} | {Number(precision)} | {Number(recall)} | {Number(f1)} | {Number(threshold)} |\n");
        }

        page.Append(record.Judged is null ? "\nFrom the parts held out.\n\n" : "\nFrom the other texts.\n\n");
    }

    private static void AddGroups(StringBuilder page, ModelRecord record)
    {
        if (record.Judged is not { } judged || judged.ByLanguage.Count + judged.Groups.Count == 0)
            return;
        AddOverall(page, "of the other texts", judged.ByLanguage.Concat(judged.Groups));
    }

    private static void AddTest(StringBuilder page, ModelRecord record)
    {
        if (record.Test is not { Report: var report } test)
            return;
        Add(page, "On the fixed test", TestLines(report, test.Parity));
        AddOverall(page, "of the fixed test", [KeyValuePair.Create("all", report.Overall), .. report.ByLanguage, .. report.Groups, .. test.ByYear]);
        page.Append("| label | texts | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var label in report.Labels)
            page.Append(CultureInfo.InvariantCulture, $"| {Cell(label.Label)} | {label.Support} | {Number(label.Precision)} | {Number(label.Recall)} | {Number(label.F1)} ({Range(label.F1Interval)}) |\n");
        page.Append('\n');
    }

    private static IEnumerable<string> TestLines(EvaluationReport report, Parity? parity)
    {
        yield return $"{report.Overall.Texts} texts ({report.Data}) that no model learns from, the same for every model.";
        yield return $"Of 100 labels that it names {Percent(report.Overall.Precision)} are right, and of 100 that apply it names {Percent(report.Overall.Recall)}. All labels of a text are right for {Percent(report.Overall.Exact)} texts in 100.";
        yield return $"Its probabilities are off by {Number(report.Overall.CalibrationError)} on average (expected calibration error, 10 bins; Brier score {Number(report.Overall.Brier)}).";
        if (parity is not null)
            yield return $"Swedish and English: micro F1 {Number(parity.Swedish)} and {Number(parity.English)}, a difference of {Number(parity.Swedish - parity.English)} ({Range(parity.Difference)}); {(parity.IsPast ? "more than" : "within")} the {Number(Parity.Bound)} that it may be.";
    }

    private static void AddOverall(StringBuilder page, string of, IEnumerable<KeyValuePair<string, OverallFigures>> groups)
    {
        page.Append(CultureInfo.InvariantCulture, $"| {of} | texts | micro F1 | macro F1 |\n| --- | ---: | ---: | ---: |\n");
        foreach (var (group, figures) in groups.Where(group => group.Value.Texts >= LeastGroup))
            page.Append(CultureInfo.InvariantCulture, $"| {Cell(group)} | {figures.Texts} | {Number(figures.MicroF1)} ({Range(figures.Intervals.MicroF1)}) | {Number(figures.MacroF1)} |\n");
        page.Append('\n');
    }

    private static IEnumerable<string> Limits(ModelRecord record)
    {
        foreach (var limit in record.Card.Limits)
            yield return limit;
        if (NoYears(record) is { } why)
            yield return $"There are no figures by year: {why}";
        yield return "It sorts; it does not read. A text that uses the words of a label without being about it is taken for one that is.";
        yield return "Counts of what it says inherit its errors: do not compare shares that differ by less than those.";
        yield return "Texts change with time: judge it again on new texts (classify eval) before you trust it on another year.";
    }

    /// <summary>Why the card cannot tell one year from another; null where it does.</summary>
    private static string? NoYears(ModelRecord record) => record switch
    {
        { Judged: { GroupedBy: not "year" } judged } => $"{judged.Data} has no column year, published or date.",
        { Judged: not null } or { Test.ByYear.Count: > 0 } => null,
        { Test: not null } => "the texts of the fixed test name none, and stored documents, which have dates, are learned from where people judged them.",
        _ => "only held-out parts of its own texts judged it, and they are not counted by year.",
    };

    private static IEnumerable<string> Making(ModelRecord record)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"Trained {record.TrainedAt:yyyy-MM-dd HH:mm} UTC in {record.TrainingSeconds:0.0} s by Foresight {record.CodeVersion}, classifier {record.Classifier} {record.ClassifierVersion}.");
        if (record.Policy is not null)
            yield return $"For the policy {record.Policy}, version {record.PolicyVersion}.";
        if (record.Comparison is { } comparison)
            yield return comparison.Why.En;
        yield return $"Settings: {record.Settings}.";
        yield return $"SHA-256 of all that it was made from: {record.Hash}.";
        if (record.Thresholds is not null)
            yield return $"Thresholds chosen on {record.Judged?.Data}.";
    }

    private static int Count(ModelRecord record, string origin) => record.TextsByOrigin.GetValueOrDefault(origin);

    private static void Add(StringBuilder page, string title, IEnumerable<string> lines)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        foreach (var line in lines)
            page.Append(CultureInfo.InvariantCulture, $"- {line}\n");
        page.Append('\n');
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "not counted" : string.Join(", ", counts.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));

    // A label may hold any character; a bar would end its cell.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Math.Round(100 * share).ToString("0", CultureInfo.InvariantCulture);

    private static string Range(Interval interval) => $"{Number(interval.Low)} to {Number(interval.High)}";
}
