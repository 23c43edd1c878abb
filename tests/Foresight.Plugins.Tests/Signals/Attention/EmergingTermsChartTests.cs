using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals.Attention;

public sealed class EmergingTermsChartTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Build_NewWords_AreOrderedByGrowth()
    {
        _tables.News(60, 40, text: """
            CASE WHEN w >= 56 AND i < 3 THEN 'Gigafabriken' WHEN w >= 56 AND i BETWEEN 10 AND 16 THEN 'Vätgas' WHEN w = 20 AND i < 9 THEN 'Vätgas' ELSE 'Annat stycke' END
            """);

        var spec = (await OutcomeAsync("sv")).Spec!;

        Assert.Equal(ChartKind.GroupedBars, spec.Kind);
        Assert.Equal("Nya ord, främst ”gigafabriken”: 12 nyheter på fyra veckor, mot 0 förut", spec.Title);
        Assert.Equal(["De senaste fyra veckorna", "Dessförinnan"], spec.Series.Select(series => series.Name));
        Assert.Equal(["”gigafabriken”", "”vätgas”"], spec.Series[0].Points.Select(point => point.Label));
        Assert.Equal([75, 175], spec.Series[0].Points.Select(point => point.Value!.Value));
        Assert.Equal(["12 av 160, 3 utgivare", "28 av 160, 4 utgivare"], spec.Series[0].Points.Select(point => point.Note));
        Assert.Equal(["0 av 2240", "9 av 2240"], spec.Series[1].Points.Select(point => point.Note));
        Assert.Contains("Nya ord på engelska kan inte bedömas: 0 nyheter", spec.Notes[0], StringComparison.Ordinal);
        Assert.All(spec.Series.SelectMany(series => series.Points), point => Assert.Contains(spec.Evidence, evidence => evidence.Value == point.Value));
    }

    [Fact]
    public async Task Build_OneNewWordOfAnotherLanguage_IsNamedSo()
    {
        _tables.News(60, 40, text: "CASE WHEN w >= 56 AND i < 3 THEN 'Gigafabriken' ELSE 'Annat stycke' END");

        var spec = (await OutcomeAsync("en")).Spec!;

        Assert.Equal("A new word, “gigafabriken” (Swedish): 12 stories in four weeks, against 0 before", spec.Title);
    }

    [Fact]
    public async Task Build_NoNewWord_SaysWhatWasCompared()
    {
        _tables.News(60, 40).News(60, 30, language: "en");

        Assert.Equal(
            "Inget nytt ord sticker ut i nyheterna de senaste fyra veckorna jämfört med dessförinnan (160 mot 2240 på svenska och 120 mot 1680 på engelska).",
            (await OutcomeAsync("sv")).Reason);
        Assert.Equal(
            "No new word stands out in the news in the last four weeks compared with before (160 against 2,240 in Swedish and 120 against 1,680 in English).",
            (await OutcomeAsync("en")).Reason);
    }

    [Fact]
    public async Task Build_FewStories_SaysWhyThereIsNoChart()
    {
        _tables.News(20, 3);

        Assert.Equal(
            "För få nyheter för att se nya ord: som mest 12 nyheter på ett språk de senaste fyra veckorna och 48 dessförinnan, och det behövs 50 av båda.",
            (await OutcomeAsync("sv")).Reason);
    }

    private Task<ChartOutcome> OutcomeAsync(string language) => Parts.ChartAsync(new SignalsPlugin(), "emerging-terms", _tables, Some.Policy(), language);
}
