using Foresight.Engine.Classify;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Judging;

/// <summary>Verdicts written by hand, with figures worked out by hand.</summary>
public sealed class ScoringTests
{
    private static readonly string[] Labels = ["a", "b"];

    [Fact]
    public void Report_OfARanking_AveragesPrecisionAtEachTrueText()
    {
        // Ranked for a: true .9, false .8, true .7, false .2: (1/1 + 2/3) / 2.
        var report = Report(("a", 0.9, 0), ("", 0.8, 0), ("a", 0.7, 0), ("", 0.2, 0));

        Assert.Equal((1 + (2 / 3.0)) / 2, report.Labels[0].AveragePrecision, 9);
        Assert.Equal(0, report.Labels[1].AveragePrecision);
    }

    [Fact]
    public void Report_TextsOfOneProbability_CountTogether()
    {
        var report = Report(("a", 0.6, 0), ("", 0.6, 0), ("a", 0.6, 0), ("", 0.1, 0));

        Assert.Equal(2 / 3.0, report.Labels[0].AveragePrecision, 9);
    }

    [Fact]
    public void Report_OtherSaidThanTrue_IsAConfusion()
    {
        var report = Report(
            ("a", 0.1, 0.9), ("a", 0.2, 0.8), // b instead of a
            ("a", 0.1, 0.1), // nothing instead of a
            ("", 0.1, 0.7), // b instead of nothing
            ("a|b", 0.9, 0.1), // one of two missed: no confusion
            ("", 0.1, 0.1));

        Assert.Equal([new Confusion("a", "b", 2), new Confusion("a", "none", 1), new Confusion("none", "b", 1)], report.Confusions);
    }

    [Fact]
    public void Report_NearestToTheThresholdLeftOpen_GivesPrecisionOfTheRest()
    {
        // Ten positive decisions; the five nearest to the threshold are wrong.
        var report = Report([.. Enumerable.Range(0, 5).Select(i => ("a", 0.9 + (i / 100.0), 0.0)), .. Enumerable.Range(0, 5).Select(i => ("", 0.55 + (i / 100.0), 0.0))]);

        Assert.Equal(11, report.Coverage.Count);
        Assert.Equal((1, 10, 0.5, 1), Point(report.Coverage[0]));
        Assert.Equal((0.7, 7, 5 / 7.0, 1), Point(report.Coverage[6]));
        Assert.Equal((0.5, 5, 1, 1), Point(report.Coverage[10]));
        Assert.Equal(0.4, report.Coverage[10].Margin, 9);
    }

    [Fact]
    public void Report_NothingSaid_HasNoCurve()
    {
        var report = Report(("a", 0.1, 0.1));

        Assert.Empty(report.Coverage);
        Assert.Equal((0, 0), (report.Overall.MicroF1, report.Overall.Precision));
    }

    [Fact]
    public void Report_Probabilities_AreBinnedByTenths()
    {
        var report = Report(("a", 0.95, 0.05), ("", 0.91, 0.1), ("a", 1, 0));

        Assert.Equal(10, report.Reliability.Count);
        Assert.Equal((3, 2 / 3.0), (report.Reliability[9].Decisions, report.Reliability[9].True));
        Assert.Equal((0.95 + 0.91 + 1) / 3, report.Reliability[9].Said, 9);
        Assert.Equal((2, 0.0), (report.Reliability[0].Decisions, report.Reliability[0].True));
        Assert.Equal(1, report.Reliability[1].Decisions);
    }

    [Fact]
    public void Report_AllRight_HasNoWidth()
    {
        var report = Report(("a", 0.9, 0), ("b", 0.1, 0.9), ("a|b", 0.9, 0.9));

        Assert.Equal(new Interval(1, 1), report.Overall.Intervals.MicroF1);
        Assert.Equal((1, 1), (report.Overall.Exact, report.Overall.MacroF1));
    }

    [Fact]
    public void Report_HalfOfTheTextsRight_HasAnIntervalAsWideAsTheBinomial()
    {
        // 100 texts, 50 with all labels right: 95 % of such draws lie within 0.5 ± 1.96 × 0.05.
        var report = Report([.. Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? "a" : "", 0.9, 0.0))]);

        Assert.InRange(report.Overall.Intervals.Exact.Low, 0.38, 0.42);
        Assert.InRange(report.Overall.Intervals.Exact.High, 0.58, 0.62);
    }

    [Fact]
    public void Report_Twice_IsTheSame()
    {
        var verdicts = Enumerable.Range(0, 30).Select(i => (i % 3 == 0 ? "a" : "b", i / 30.0, 1 - (i / 30.0))).ToArray();

        Assert.Equal(Report(verdicts).Overall, Report(verdicts).Overall);
    }

    [Fact]
    public void Report_LabelThatTheModelDoesNotJudge_IsMissed()
    {
        var judged = new JudgedText(new LabelledText("1", "", null, new HashSet<string> { "a", "b" }), new Verdict([new LabelScore("a", 0.9, 0.5, [])]));

        var report = Scoring.Report("x", null, Labels, [judged]);

        Assert.Equal((1, 0.0), (report.Labels[1].Support, report.Labels[1].Recall));
        Assert.Equal(2 / 3.0, report.Overall.MicroF1, 9);
    }

    [Fact]
    public void Report_GroupWithoutALabel_AveragesOnlyTheLabelsThatOccur()
    {
        var judged = Judged(("a", 0.9, 0), ("b", 0, 0.9));

        var report = Scoring.Report("x", null, Labels, judged, ("year", ["2024", null]));

        Assert.Equal(["2024"], report.Groups.Keys);
        Assert.Equal((1, 1.0), (report.Groups["2024"].Texts, report.Groups["2024"].MacroF1));
    }

    private static (double, int, double, double) Point(CoveragePoint point) => (point.Coverage, point.Said, point.Precision, point.Recall);

    private static EvaluationReport Report(params (string Truth, double A, double B)[] texts) => Scoring.Report("x", null, Labels, Judged(texts));

    private static List<JudgedText> Judged(params (string Truth, double A, double B)[] texts) => [.. texts.Select((text, i) => new JudgedText(
        new LabelledText($"{i}", "", null, text.Truth.Split('|', StringSplitOptions.RemoveEmptyEntries).ToHashSet()),
        new Verdict([new LabelScore("a", text.A, 0.5, []), new LabelScore("b", text.B, 0.5, [])])))];
}
