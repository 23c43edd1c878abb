using Foresight.Engine.Forecasts;
using Xunit;

namespace Foresight.Tests.Forecasts;

public sealed class ForecastEvaluationTests
{
    private static readonly CompetitionFrequency Yearly = CompetitionFrequency.Of("yearly")!;

    [Fact]
    public void Run_Tourism_YardsticksAreAsPublishedAndOursIsBetter()
    {
        // Athanasopoulos et al. 2011 and Tcomp's reproduction of it: seasonal naive 3.01, 1.70, 1.63; floors of this project 2.75, 1.59, 1.54.
        var series = CompetitionFile.Read(SharedFolder.Path("evaluation", "forecast", "tcomp_data.json.gz"));

        var report = ForecastEvaluation.Run(series, TestContext.Current.CancellationToken);

        Assert.Equal(["yearly", "quarterly", "monthly"], report.Frequencies.Select(group => group.Frequency));
        Assert.Equal([518, 427, 366], report.Frequencies.Select(group => group.Series));
        Assert.Empty(report.TooShort);
        Assert.All(report.Frequencies.Zip([3.01, 1.70, 1.63]), pair => Assert.Equal(pair.Second, Of(pair.First, "seasonal naive").Mase, 0.006));
        Assert.All(report.Frequencies.Zip([2.75, 1.53, 1.45]), pair => Assert.InRange(Of(pair.First, "Foresight").Mase, 0, pair.Second));
        Assert.All(report.All.Coverage.Zip([0.55, 0.85, 0.965]), pair => Assert.Equal(pair.Second, pair.First.Covered, 0.03));
    }

    [Fact]
    public void Run_SeriesTooShort_IsNamedAndLeftOut()
    {
        CompetitionSeries[] series = [new("short", Yearly, [1, 2, 3], [4]), new("long", Yearly, [3, 5, 4, 6, 5, 7, 8], [8, 9])];

        var report = ForecastEvaluation.Run(series, TestContext.Current.CancellationToken);

        Assert.Equal(["short"], report.TooShort);
        Assert.Equal((1, 1), (report.All.Series, report.Frequencies.Single().Series));
    }

    [Fact]
    public void Run_Naive2_HasAnOwaOfOne()
    {
        CompetitionSeries[] series = [new("a", Yearly, [3, 5, 4, 6, 5, 7, 8], [8, 9]), new("b", Yearly, [9, 7, 8, 6, 7, 5, 6, 4], [5, 3])];

        var report = ForecastEvaluation.Run(series, TestContext.Current.CancellationToken);

        Assert.Equal(1, Of(report.All, "Naive 2").Owa, 12);
    }

    private static MethodFigures Of(FrequencyFigures figures, string method) => figures.Methods.Single(one => one.Method == method);
}
