using Foresight.Engine.Classify.Judging;
using Foresight.Engine.Classify.Outside;

namespace Foresight.Engine.Classify.Current;

/// <summary>How a model does on the fixed test.</summary>
/// <param name="Test">The hash of the test's texts and labels.</param>
/// <param name="Report">All figures, also by language, and by kind as its groups.</param>
/// <param name="ByYear">The overall figures by year, where the test's files name one.</param>
/// <param name="Parity">How Swedish and English compare; null where the test lacks one of them.</param>
public sealed record TestFigures(string Test, EvaluationReport Report, IReadOnlyDictionary<string, OverallFigures> ByYear, Parity? Parity)
{
    /// <summary>Counts.</summary>
    internal static TestFigures Of(FixedTest test, string version, IReadOnlyList<JudgedText> judged)
    {
        var years = test.Files.Select(file => TextGroups.Find(file, "year")).OfType<IReadOnlyDictionary<string, string>>()
            .SelectMany(pairs => pairs).ToDictionary(StringComparer.Ordinal);
        var data = string.Join(", ", test.Files.Select(file => "test/" + Path.GetFileName(file)));
        var report = Scoring.Report(data, version, test.Labels, judged, ("kind", [.. test.Rows.Select(row => row.Kind)]));
        return new TestFigures(
            test.Hash,
            report,
            Scoring.Grouped(test.Labels, judged, [.. test.Texts.Select(text => years.GetValueOrDefault(text.Id))]),
            Parity.Of(Decisions.Of(test.Labels, judged), [.. test.Texts.Select(text => text.Language)], test.Units));
    }
}
