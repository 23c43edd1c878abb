using Foresight.Engine.Charts;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Judging;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Judging;

public sealed class ReliabilityChartTests
{
    private static readonly EvaluationReport Report = Scoring.Report("prov.csv", "m1", ["a"],
    [
        Judged(0.92, true), Judged(0.98, true), Judged(0.94, false), Judged(0.96, true), Judged(0.12, false), Judged(0.18, false),
    ]);

    [Theory]
    [InlineData("sv", "Modellens sannolikheter ligger i snitt 18,3 procentenheter fel", "90–100 % (4 beslut)")]
    [InlineData("en", "The model's probabilities are off by 18.3 percentage points on average", "90–100 % (4 decisions)")]
    public void Of_TwoBins_ShowsSaidBesideTrue(string language, string title, string label)
    {
        var chart = ReliabilityChart.Of(Report, language);

        Assert.Equal(title, chart.Title);
        Assert.Equal(label, chart.Series[0].Points[1].Label);
        Assert.Equal([15, 95], chart.Series[0].Points.Select(point => Math.Round(point.Value!.Value, 6)));
        Assert.Equal([0, 75], chart.Series[1].Points.Select(point => point.Value));
        Assert.NotEmpty(ChartRenderer.Render(chart, language, standalone: true).Png);
    }

    [Fact]
    public void Of_NothingJudged_SaysSo()
    {
        var fault = Assert.Throws<ArgumentException>(() => ReliabilityChart.Of(Report with { Reliability = [] }, "sv"));

        Assert.StartsWith("There is no decision to draw", fault.Message, StringComparison.Ordinal);
    }

    private static JudgedText Judged(double probability, bool belongs) => new(
        new LabelledText($"{probability}", "", null, belongs ? new HashSet<string> { "a" } : []), new Verdict([new LabelScore("a", probability, 0.5, [])]));
}
