using Foresight.Plugins.MonitoringCharts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.MonitoringCharts;

public sealed class CoverageChartTests : IDisposable
{
    private static readonly WatchedSource[] Sources = [Source("feed"), Source("paper"), Source("quiet"), Source("broken"), Source("unread")];

    private readonly InMemoryTables _tables = new();

    [Fact]
    public async Task BySource_SilentFailedAndUnread_AreThreeThingsAndNoneIsZero()
    {
        News("feed", "a", "growth");
        News("feed", "b", "growth", "climate");
        News("paper", "c", "growth");
        _tables.Load("quiet", new DateTime(2026, 9, 1), "not-modified").Load("broken", new DateTime(2026, 9, 1), "failed").Load("unread", new DateTime(2026, 9, 1), "failed", "cancelled");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "coverage", _tables, Some.Policy(), Sources)).Spec!;

        Assert.Equal(ChartKind.HeatMap, spec.Kind);
        Assert.Equal(["Källan feed", "Källan paper", "Källan quiet", "Källan broken", "Källan unread"], spec.Series[0].Points.Select(point => point.Label));
        Assert.Equal([2, 1, null, null, null], spec.Series[0].Points.Select(point => point.Value));
        Assert.Equal([1, 0, null, null, null], spec.Series[1].Points.Select(point => point.Value));
        Assert.Equal([PointMark.None, PointMark.None, PointMark.Silent, PointMark.Silent, PointMark.NotWatched], spec.Series[1].Points.Select(point => point.Mark));
        Assert.Equal("Lärande hörs inte från någon källa", spec.Title);
    }

    [Fact]
    public async Task BySource_AreaFromOneSource_IsTheMessage()
    {
        News("feed", "a", "growth", "climate", "learning");
        News("paper", "b", "growth", "learning");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "coverage", _tables, Some.Policy(), Sources)).Spec!;

        Assert.Equal("Klimat bevakas av en enda källa", spec.Title);
    }

    [Fact]
    public async Task BySource_FiguresAndReleasesOnly_AreNoSourcesOfTexts()
    {
        News("feed", "a", "growth");
        _tables.Load("wits", new DateTime(2026, 9, 1)).Document("releases", "r", new DateOnly(2026, 9, 1), kind: "release");

        var spec = (await Parts.ChartAsync(
            new MonitoringChartsPlugin(), "coverage", _tables, Some.Policy(Some.Indicator("X")), [Source("feed"), Source("wits"), Source("releases"), Source("kolada")])).Spec!;

        Assert.Equal("Källan feed", Assert.Single(spec.Series[0].Points).Label);
    }

    [Fact]
    public async Task BySource_SameStoryTwice_IsOneStoryAndTwoReports()
    {
        News("feed", "a", "growth");
        News("feed", "b", "growth");
        _tables.Execute("CREATE OR REPLACE VIEW document_stories AS SELECT *, 'one' AS story_id FROM documents");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "coverage", _tables, Some.Policy(), Sources)).Spec!;

        Assert.Equal(1, spec.Series[0].Points[0].Value);
        Assert.Contains(spec.Evidence, evidence => evidence is { Source: "feed", Value: 1 } && evidence.Formula!.Contains("2 documents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ByRegion_CountriesNamedInTexts_CountAndOthersAreNotWatched()
    {
        var policy = Some.Policy();
        policy = policy with
        {
            Places = [.. policy.Places, Country("norge", "Norge", "Norway", "NO"), Country("aland", "Åland", "Åland", "AX"), Country("italien", "Italien", "Italy", "IT"), Twin("a", "NO"), Twin("b", "AX"), Twin("c", "IT"), Twin("d", "FO")],
        };
        News("feed", "a", "growth");
        News("feed", "b", "climate");
        News("feed", "c", "growth");
        _tables.Written("feed", "a", text: "Ett samarbete med Norge Åland och andra.").Written("feed", "b", text: "Norways ports.").Written("feed", "c", text: "Norgesfonden är ett norskt bolag.");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "coverage", _tables, policy, Sources, "sv", ("By", CoverageAxis.Region))).Spec!;

        Assert.Equal(["Riket", "Norge", "Åland", "Italien", "D", "Inget land nämnt"], spec.Series[0].Points.Select(point => point.Label));
        Assert.Equal([null, 1, 1, null, null, 1], spec.Series[0].Points.Select(point => point.Value));
        Assert.Equal([null, 1, 0, null, null, 0], spec.Series[1].Points.Select(point => point.Value));
        Assert.Equal("Ingen text nämner Italien eller D", spec.Title);
    }

    [Fact]
    public async Task ByLanguage_AreaWithoutSwedish_IsTheMessageAndTheFoundLanguageCounts()
    {
        News("feed", "a", "growth", "climate", "learning");
        News("paper", "b", "growth", "learning");
        _tables.Written("feed", "a", "en-GB").Written("paper", "b", "en");
        _tables.Execute("INSERT INTO tags (_source, _item_id, _revision, language_found) VALUES ('paper', 'b', 1, 'sv')");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "coverage", _tables, Some.Policy(), Sources, "en", ("By", CoverageAxis.Language))).Spec!;

        Assert.Equal("Climate has no texts in Swedish", spec.Title);
        Assert.Equal(["Swedish", "English"], spec.Series[0].Points.Select(point => point.Label));
        Assert.Equal([1, 1], spec.Series[0].Points.Select(point => point.Value!.Value));
    }

    [Fact]
    public async Task ByMonth_ArchiveCountsAndMonthsThatNobodyReadDoNot()
    {
        _tables.Document("feed", "old", new DateOnly(2026, 6, 3), null, null, "news", "growth").Load("feed", new DateTime(2026, 8, 20), "empty");
        News("feed", "new", "growth");

        var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "coverage", _tables, Some.Policy(), [Source("feed")], "sv", ("By", CoverageAxis.Month), ("Months", 4))).Spec!;

        Assert.Equal(["juni 2026", "juli 2026", "augusti 2026", "september 2026"], spec.Series[0].Points.Select(point => point.Label));
        Assert.Equal([1, null, null, 1], spec.Series[0].Points.Select(point => point.Value));
        Assert.Equal([PointMark.None, PointMark.NotWatched, PointMark.Silent, PointMark.None], spec.Series[0].Points.Select(point => point.Mark));
        Assert.Equal("Klimat hördes inte i 4 av 4 månader", spec.Title);
    }

    [Theory]
    [InlineData(CoverageAxis.Source)]
    [InlineData(CoverageAxis.Language)]
    [InlineData(CoverageAxis.Region)]
    [InlineData(CoverageAxis.Month)]
    public async Task AnyAxis_TitleIsShortAndItsNumbersAreTraced(CoverageAxis axis)
    {
        News("feed", "a", "growth");

        foreach (var language in (string[])["sv", "en"])
        {
            var spec = (await Parts.ChartAsync(new MonitoringChartsPlugin(), "coverage", _tables, Some.Policy(), Sources, language, ("By", axis))).Spec!;

            Assert.InRange(spec.Title.Length, 10, 90);
            foreach (var number in spec.Title.Split(' ').Where(word => int.TryParse(word, out _)))
            {
                Assert.Contains(spec.Evidence, evidence => evidence.Value == int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    public void Dispose() => _tables.Dispose();

    private static WatchedSource Source(string id) => new(id, Some.Text("Källan " + id, "Source " + id), "Någon", default);

    private static Place Country(string id, string sv, string en, string code) => new() { Id = id, Name = Some.Text(sv, en), Role = PlaceRole.Country, Country = code };

    private static Place Twin(string id, string code) => new() { Id = "twin-" + id, Name = Some.Text(id.ToUpperInvariant()), Role = PlaceRole.TwinTown, Country = code };

    private void News(string source, string id, params string[] areas) => _tables.Document(source, id, new DateOnly(2026, 9, 1), null, null, "news", areas);
}
