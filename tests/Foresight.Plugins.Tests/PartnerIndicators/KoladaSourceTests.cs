using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class KoladaSourceTests
{
    [Fact]
    public async Task Read_ManyIds_AsksInSortedChunksOfTwentyFive()
    {
        using var kolada = Kolada(["N3", "N1", "N2", "N1"], [.. Enumerable.Range(0, 30).Select(i => (29 - i).ToString("0000", CultureInfo.InvariantCulture))]);
        kolada.Web.Serve("*", Page("null", Row("0001", 2024, Value(1))));

        await kolada.ReadAsync();

        Assert.Equal(
            [
                $"https://api.kolada.se/v3/data/kpi/N1,N2,N3/municipality/{Ids(0, 25)}?per_page=5000&page=1",
                $"https://api.kolada.se/v3/data/kpi/N1,N2,N3/municipality/{Ids(25, 5)}?per_page=5000&page=1",
            ],
            kolada.Web.Requests.Select(url => url.AbsoluteUri));
    }

    [Fact]
    public async Task Read_EmptyListsOnly_SaysThatTheIdsAreUnknown()
    {
        using var kolada = Kolada(["N99999"], ["1487"]);
        kolada.Web.Serve("*", Page("null"));

        var exception = await kolada.FailAsync();

        Assert.Equal(Fault.UnknownId, exception.Fault);
    }

    [Fact]
    public async Task Read_Values_TranslatesSexAndKeepsGroupsApart()
    {
        using var kolada = Kolada(["N1"], ["1487"]);
        kolada.Web.Serve("*", Page("\"\"",
            Row("1487", 2022, """{"gender":"T","count":1,"status":"","value":0,"isdeleted":false}, {"gender":"K","count":1,"status":"","value":null}"""),
            Row("G96180", 2022, """{"gender":"M","count":14,"status":"x","value":"2.5"}, {"gender":"T","count":1,"value":9,"isdeleted":true}""")));

        var rows = await kolada.ReadObservationsAsync();

        Assert.Equal(
            [
                ("kolada|2022|indicator=N1|ref_area=1487|sex=T", 0, Presence.Present, null),
                ("kolada|2022|indicator=N1|ref_area=1487|sex=F", null, Presence.Missing, null),
                ("kolada|2022|count=14|indicator=N1|ref_area=G96180|sex=M", 2.5, Presence.Present, "x"),
            ],
            rows.Select(row => (row.Identity, row.Value, row.Presence, row.Status)));
    }

    [Fact]
    public async Task Read_NextUrl_IsFollowedToTheEnd()
    {
        using var kolada = Kolada(["N1"], ["1487"]);
        kolada.Web.Serve("*page=1", Page("\"http://api.kolada.se/v3/data/kpi/N1/municipality/1487?per_page=5000&page=2\"", Row("1487", 2021, Value(1))));
        kolada.Web.Serve("https:*page=2", Page("null", Row("1487", 2022, Value(2))));

        var batches = await kolada.ReadAsync();

        Assert.Equal([1, 1], batches.Cast<ObservationBatch>().Select(batch => batch.Count));
    }

    [Theory]
    [InlineData("https://api.kolada.se/v3/data/kpi/N1/municipality/1487?per_page=5000&page=1", Recovery.Retry)]
    [InlineData("https://example.org/page2", Recovery.Stop)]
    public async Task Read_NextUrlThatLeadsAstray_Stops(string next, Recovery recovery)
    {
        using var kolada = Kolada(["N1"], ["1487"]);
        kolada.Web.Serve("*", Page($"\"{next}\"", Row("1487", 2021, Value(1))));

        var exception = await kolada.FailAsync();

        Assert.Equal(recovery, exception.Recovery);
        Assert.Single(kolada.Web.Requests);
    }

    [Fact]
    public async Task Read_From_LeavesEarlierYearsOut()
    {
        using var kolada = PluginHarness.For<PartnerIndicatorsPlugin>("kolada", new KoladaOptions { Kpis = ["N1"], Municipalities = ["1487"], From = 2022 });
        kolada.Web.Serve("*", Page("null", Row("1487", 2021, Value(1)), Row("1487", 2022, Value(2))));

        var rows = await kolada.ReadObservationsAsync();

        Assert.Equal(2, Assert.Single(rows).Value);
    }

    [Fact]
    public async Task Read_FaultyItems_AreRejectedAndTheRestGoesOn()
    {
        using var kolada = Kolada(["N1"], ["1487"]);
        kolada.Web.Serve("*", Page("null", """{"kpi":"N1"}""", "3", Row("1487", 2020, """{"gender":"T","value":"much"}"""),
            Row("1487", 2021, Value(1)), Row("1487", 2021, Value(2)), Row("1487", 2022, Value(3)), """{"kpi":"\ud800"}"""));

        var batch = Assert.Single(await kolada.ReadAsync());

        Assert.Equal(5, batch.Rejections.Count);
        Assert.Equal(("item 1", "It lacks its KPI, municipality, period or values.", """{"kpi":"N1"}"""), (batch.Rejections[0].Where, batch.Rejections[0].Reason, batch.Rejections[0].Item));
        Assert.Equal(["kpi", "municipality", "period", "values"], batch.Fields!.Order(StringComparer.Ordinal));
        Assert.Equal([1, 3], ObservationRow.RowsOf((ObservationBatch)batch).Select(row => row.Value!.Value));
    }

    [Theory]
    [InlineData(200, "<html>fault</html>", Recovery.Retry)]
    [InlineData(200, "[]", Recovery.Stop)]
    [InlineData(200, "{", Recovery.Retry)]
    [InlineData(429, "", Recovery.Retry)]
    [InlineData(400, "too long", Recovery.Stop)]
    public async Task Read_NoPage_SaysWhyAndWhatToDo(int status, string body, Recovery recovery)
    {
        using var kolada = Kolada(["N1"], ["1487"]);
        kolada.Web.Serve("*", body, (HttpStatusCode)status);

        var exception = await kolada.FailAsync();

        Assert.Equal(recovery, exception.Recovery);
    }

    [Fact]
    public async Task Read_ReenactedFromTheDump_GivesTheKnownAnswers()
    {
        string[] kpis = ["N00217", "N00401", "N05815", "N07917", "N45850", "U01413"];
        var lines = Lines(SharedFolder.Path("captures", "statistics", "kolada", "derived", "kolada-indicators-all-units.csv.gz"))
            .Select(line => line.Split(',')).Where(fields => kpis.Contains(fields[0]) && fields[1] is "1487" or "0000").ToList();
        using var kolada = Kolada(kpis, ["1487", "0000"]);
        kolada.Web.Serve("*", Page("null", [.. lines.GroupBy(fields => (fields[0], fields[1], fields[2])).Select(entry => Row(
            entry.Key.Item2, int.Parse(entry.Key.Item3, CultureInfo.InvariantCulture), string.Join(',', entry.Select(fields => Value(fields[4], fields[3]))), entry.Key.Item1))]));

        var rows = await kolada.ReadObservationsAsync();

        Assert.Equal(lines.Count, rows.Count);
        Assert.Equal(31, ValueOf("N05815", "1487", "2022"));
        Assert.Equal(33.3, ValueOf("U01413", "1487", "2022"), 1);
        Assert.Equal(36.8, ValueOf("U01413", "1487", "2022", "M"), 1);
        Assert.Equal(28.9, ValueOf("U01413", "1487", "2022", "F"), 1);
        Assert.Equal(28.2, ValueOf("U01413", "0000", "2022"), 1);
        Assert.Equal(7.90, ValueOf("N00401", "1487", "2022"), 2);
        Assert.Equal(6.72, ValueOf("N07917", "1487", "2022"), 2);
        Assert.Equal(1.04, ValueOf("N00217", "1487", "2022"), 2);
        Assert.Equal(3.39, ValueOf("N45850", "1487", "2020"), 2);

        double ValueOf(string kpi, string municipality, string year, string sex = "T") => Assert.Single(rows, row =>
            row[Dimension.Indicator] == kpi && row[Dimension.RefArea] == municipality && row.Period.Text == year && row[Dimension.Sex] == sex).Value!.Value;
    }

    [Fact]
    public void Recognise_Page_AsksForItOnce()
    {
        var match = PluginHarness.Recognise<PartnerIndicatorsPlugin>("kolada", Page("null", Row("1487", 2021, Value(1))));

        Assert.Equal(("N1", "1487", "1"), (match!.Options["kpis"], match.Options["municipalities"], match.Options["maxPages"]));
        Assert.Null(PluginHarness.Recognise<PartnerIndicatorsPlugin>("kolada", """{"values":[]}"""));
    }

    [Fact]
    public async Task Read_OnlyOnePageWanted_LeavesTheNextAlone()
    {
        using var kolada = PluginHarness.For<PartnerIndicatorsPlugin>("kolada", new KoladaOptions { Kpis = ["N1"], Municipalities = ["1487"], MaxPages = 1 });
        kolada.Web.Serve("*", Page("\"https://api.kolada.se/v3/data/kpi/N1/municipality/1487?page=2\"", Row("1487", 2021, Value(1))));

        var rows = await kolada.ReadObservationsAsync();

        Assert.Single(rows);
        Assert.Single(kolada.Web.Requests);
    }

    private static PluginHarness Kolada(string[] kpis, string[] municipalities) =>
        PluginHarness.For<PartnerIndicatorsPlugin>("kolada", new KoladaOptions { Kpis = kpis, Municipalities = municipalities });

    private static string Ids(int first, int count) =>
        string.Join(',', Enumerable.Range(first, count).Select(i => i.ToString("0000", CultureInfo.InvariantCulture)));

    private static string Page(string next, params string[] rows) => $$"""{"count":{{rows.Length}},"next_url":{{next}},"previous_url":null,"values":[{{string.Join(',', rows)}}]}""";

    private static string Row(string municipality, int year, string values, string kpi = "N1") =>
        $$"""{"kpi":"{{kpi}}","municipality":"{{municipality}}","period":{{year}},"values":[{{values}}]}""";

    private static string Value(object value, string sex = "T") => $$"""{"gender":"{{sex}}","count":1,"status":"","value":{{value}},"isdeleted":false}""";

    private static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
