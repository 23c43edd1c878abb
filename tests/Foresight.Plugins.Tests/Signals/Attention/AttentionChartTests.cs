using Foresight.Plugins.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.Signals.Attention;

public sealed class AttentionChartTests : IDisposable
{
    private readonly InMemoryTables _tables = new();

    public void Dispose() => _tables.Dispose();

    [Fact]
    public async Task Build_PlantedBurst_MarksItsWeeksBesideTheUsualLevel()
    {
        _tables.News(60, 60, area: "CASE WHEN i < (CASE WHEN w >= 58 THEN 24 ELSE 6 END) THEN 'climate' WHEN i >= 40 THEN 'growth' END");

        var spec = await SpecAsync("sv");

        Assert.Equal("Klimat får ovanligt många nyheter: 48 på två veckor, mot väntade 12", spec.Title);
        Assert.Equal((ChartKind.Line, "climate"), (spec.Kind, spec.FocusArea));
        Assert.Equal("Antal nyheter per vecka så som modellen sorterar dem, 7 september 2025–5 september 2026; dagen är veckans första", spec.Subtitle.Replace('\u00A0', ' '));
        var stories = spec.Series[0].Points;
        Assert.Equal((52, "2025-09-07", "2026-08-30"), (stories.Count, stories[0].Label, stories[^1].Label));
        Assert.Equal(["2026-08-23", "2026-08-30"], stories.Where(point => point.Mark == PointMark.Highlight).Select(point => point.Label));
        Assert.All(stories.SkipLast(2), point => Assert.Equal((6, PointMark.None), (point.Value, point.Mark)));
        Assert.All(stories.TakeLast(2), point => Assert.Equal((24, "fler än vanligt"), (point.Value, point.Note)));
        Assert.Equal(("Vanlig nivå", Emphasis.Reference, 15), (spec.Series[1].Name, spec.Series[1].Emphasis, spec.Series[1].Points.Count));
        Assert.All(spec.Series[1].Points, point => Assert.Equal(6, point.Value!.Value, 0.2));
        Assert.Contains("För få nyheter för att bedöma om de är ovanligt många: Lärande.", spec.Notes[1], StringComparison.Ordinal);
        Assert.All(spec.Series.SelectMany(series => series.Points), point => Assert.Contains(spec.Evidence, evidence => evidence.Value == point.Value));
    }

    [Fact]
    public async Task Build_PlantedBurst_TellsWhatTheAnalysisTells()
    {
        _tables.News(60, 60, area: "CASE WHEN i < (CASE WHEN w >= 58 THEN 24 ELSE 6 END) THEN 'climate' WHEN i >= 40 THEN 'growth' END");

        var spec = await SpecAsync("en");
        var signal = Assert.Single((await Parts.OutcomeAsync(new SignalsPlugin(), "bursts", _tables, Some.Policy(), [], ("MostTerms", 0))).Signals);

        Assert.Equal("Climate gets unusually many stories: 48 in two weeks, against 12 expected", spec.Title);
        Assert.Equal("Climate gets more attention than usual in the last two weeks: 48 stories where about 12 were to be expected.", signal.Headline.En);
        Assert.Equal(signal.Evidence[1].Value!.Value, spec.Series[1].Points.TakeLast(2).Sum(point => point.Value!.Value), 0.001);
    }

    [Fact]
    public async Task Build_OneWeekOfOneArea_IsSaidInTheSingular()
    {
        _tables.News(60, 60, area: "CASE WHEN i < (CASE WHEN w = 59 THEN 30 ELSE 6 END) THEN 'climate' END");

        Assert.Equal("Klimat får ovanligt många nyheter: 30 på en vecka, mot väntade 6,1", (await SpecAsync("sv")).Title);
        Assert.Equal("Climate gets unusually many stories: 30 in one week, against 6.1 expected", (await SpecAsync("en")).Title);
    }

    [Fact]
    public async Task Build_TwoAreasInABurst_DrawsTheSurestAndNamesTheOther()
    {
        _tables.News(60, 100, area: "CASE WHEN i < (CASE WHEN w >= 58 THEN 40 ELSE 6 END) THEN 'climate' WHEN i >= (CASE WHEN w >= 58 THEN 70 ELSE 94 END) THEN 'growth' END");

        var drawn = await SpecAsync("sv");
        var asked = await SpecAsync("sv", ("FocusArea", "growth"));

        Assert.Equal("climate", drawn.FocusArea);
        Assert.StartsWith("Ovanligt många nyheter får även Tillväxt.", drawn.Notes[1], StringComparison.Ordinal);
        Assert.Equal("growth", asked.FocusArea);
        Assert.StartsWith("Tillväxt får ovanligt många nyheter: 60 på två veckor", asked.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_SlowGrowth_IsDrawnBesideTheLevelBefore()
    {
        _tables.News(52, 60, area: "CASE WHEN i < 4 + w // 4 THEN 'climate' WHEN i >= 40 THEN 'growth' END");

        var spec = await SpecAsync("sv");

        Assert.Equal("Klimat tar större plats i nyheterna: 22 %, mot 11 % förut", spec.Title.Replace('\u00A0', ' '));
        Assert.DoesNotContain(spec.Series[0].Points, point => point.Mark == PointMark.Highlight);
        Assert.Equal((52, 52), (spec.Series[0].Points.Count, spec.Series[1].Points.Count));
        Assert.StartsWith("Vanlig nivå: 11,", spec.Notes[0], StringComparison.Ordinal);
        Assert.Contains("områdets andel de sex månaderna före de sex senaste.", spec.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_NothingStandsOut_DrawsTheAreasAndSaysSo()
    {
        _tables.News(60, 60, area: "CASE i % 3 WHEN 0 THEN 'climate' WHEN 1 THEN 'growth' ELSE 'learning' END");

        var (sv, en) = (await SpecAsync("sv"), await SpecAsync("en"));
        var asked = await SpecAsync("sv", ("FocusArea", "climate"));

        Assert.Equal("Inget fokusområde sticker ut i nyheterna, varken just nu eller över tid", sv.Title);
        Assert.Equal("No focus area stands out in the news, neither just now nor over time", en.Title);
        Assert.Equal(["growth", "climate", "learning"], sv.Series.Select(series => series.FocusArea));
        Assert.All(sv.Series, series => Assert.Equal(13, series.Points.Count));
        Assert.All(sv.Series[0].Points, point => Assert.Equal(80, point.Value));
        Assert.Single(sv.Notes);
        Assert.Equal("Klimat sticker inte ut i nyheterna, varken just nu eller över tid", asked.Title);
        Assert.Equal(52, Assert.Single(asked.Series).Points.Count);
    }

    [Fact]
    public async Task Build_TooFewForBursts_ClaimsNothingOfThem()
    {
        _tables.News(52, 3, area: "CASE i WHEN 0 THEN 'climate' WHEN 1 THEN 'growth' END");

        var spec = await SpecAsync("sv");

        Assert.Equal("Inget fokusområde med nog många nyheter sticker ut över tid", spec.Title);
        Assert.Equal(["growth", "climate"], spec.Series.Select(series => series.FocusArea));
        Assert.EndsWith("Inte ritade, färre än 26 nyheter: Lärande.", spec.Notes[0], StringComparison.Ordinal);
        Assert.Equal("Vågor av uppmärksamhet kan inte bedömas: 39 nyheter på 13 veckor, och inget fokusområde har de 26 som behövs.", spec.Notes[1]);
    }

    [Fact]
    public async Task Build_FewStories_SaysWhyThereIsNoChart()
    {
        _tables.News(20, 1, area: "CASE WHEN w > 16 THEN 'climate' END");

        Assert.Equal(
            "För få nyheter för att bedöma uppmärksamheten: 20 nyheter på 20 veckor, och inget fokusområde har de 26 som behövs.", (await OutcomeAsync("sv")).Reason);
        Assert.Equal(
            "Too few stories to judge the attention to Climate: 3 stories in 20 weeks, and it takes 26.", (await OutcomeAsync("en", ("FocusArea", "climate"))).Reason);
    }

    [Fact]
    public async Task Build_EmptyStore_SaysWhyThereIsNoChart() => Assert.Equal(
        "Too few stories to judge attention: 0 stories in 52 weeks, and no focus area has the 26 that it takes.", (await OutcomeAsync("en")).Reason);

    [Fact]
    public async Task Build_OnlyOldStories_SaysWhatIsMissingNow()
    {
        _tables.News(52, 3, area: "'climate'");
        _tables.Execute("DELETE FROM documents WHERE published > DATE '2026-02-01'");

        Assert.Equal(
            "För få nyheter för att bedöma uppmärksamheten: 0 nyheter på 13 veckor, där ett fokusområde behöver 26, och 63 och 0 i de två halvor som jämförs, som behöver 20 var.",
            (await OutcomeAsync("sv")).Reason);
    }

    [Fact]
    public async Task Build_WeekThatNobodyRead_BreaksTheLine()
    {
        _tables.News(60, 60, area: "CASE i % 3 WHEN 0 THEN 'climate' WHEN 1 THEN 'growth' ELSE 'learning' END");
        _tables.Execute("DELETE FROM documents WHERE published >= DATE '2026-03-01' AND published < DATE '2026-03-08'");

        var spec = await SpecAsync("sv", ("FocusArea", "climate"));

        Assert.Equal(["2026-03-01"], spec.Series[0].Points.Where(point => point.Value is null).Select(point => point.Label));
    }

    private async Task<ChartSpec> SpecAsync(string language, params (string Name, object Value)[] options) => (await OutcomeAsync(language, options)).Spec!;

    private Task<ChartOutcome> OutcomeAsync(string language, params (string Name, object Value)[] options) =>
        Parts.ChartAsync(new SignalsPlugin(), "attention", _tables, Some.Policy(), language, options);
}
