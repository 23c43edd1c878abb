using System.Net;
using System.Text.Json;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Plugins.PartnerIndicators.PxWeb;
using Foresight.Plugins.Tests.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class PxWebSourceTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> OfFixture = new()
    {
        ["Region"] = ["90", "9001"],
        ["Kon"] = ["1", "2"],
        ["Tid"] = ["top(2)"],
    };

    [Fact]
    public async Task Read_Table_KeepsPlacesSexUnitSymbolsAndMarks()
    {
        using var office = Office(new() { Table = "TAB9001", Filters = OfFixture });
        Serve(office);

        var batch = Assert.Single((await office.ReadAsync()).OfType<ObservationBatch>());

        var rows = ObservationRow.RowsOf(batch).ToList();
        Assert.Equal("TAB9001|2026-06|indicator=BE1|ref_area=90|sex=M|unit=antal", rows[0].Identity);
        Assert.Equal("TAB9001|2026-07|indicator=BE1|ref_area=9001|sex=F|unit=antal", rows[^1].Identity);
        Assert.Equal([5001, 5003, 4990, null, 310, null, 305, null], rows.Select(row => row.Value));
        Assert.Equal([Presence.Missing, Presence.NotApplicable, Presence.Confidential], rows.Where(row => row.Value is null).Select(row => row.Presence));
        Assert.Equal(["p", "..", ".", ":"], rows.Where(row => row.Status is not null).Select(row => row.Status));
        Assert.Equal(["P", "O", "M", "Q"], batch.Marks!.Codes.ToArray().Where(code => code >= 0).Select(code => batch.Marks.Values[code]));
    }

    [Fact]
    public async Task Read_Table_AsksByAddressForWhatTheFiltersMean()
    {
        using var office = Office(new() { Table = "TAB9001", Filters = OfFixture });
        Serve(office);

        await office.ReadAsync();

        Assert.Equal(
            "https://statistikdatabasen.scb.se/api/v2/tables/TAB9001/data?lang=sv&outputFormat=json-stat2"
            + "&valueCodes[Region]=90,9001&valueCodes[Kon]=1,2&valueCodes[ContentsCode]=BE1&valueCodes[Tid]=2026M06,2026M07",
            Uri.UnescapeDataString(Assert.Single(office.Web.Requests, url => url.AbsolutePath.EndsWith("/data", StringComparison.Ordinal)).AbsoluteUri));
        Assert.Equal(TimeSpan.FromSeconds(1) / 3, office.Paces[^1]);
        Assert.Single(office.Web.Requests, url => url.AbsolutePath.EndsWith("/config", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_Table_EndsWithLabelsAndItsVintage()
    {
        using var office = Office(new() { Table = "TAB9001", Filters = OfFixture });
        Serve(office);

        var last = Assert.IsType<CodeListBatch>((await office.ReadAsync())[^1]);

        Assert.Equal(
            [
                new("ref_area", "90", "Östlän", "East County", CodeKind.Aggregate), new("ref_area", "9001", "Åby", "Åby", CodeKind.Item, "90"),
                new("sex", "M", "män", "men"), new("sex", "F", "kvinnor", "women"), new CodeLabel("indicator", "BE1", "Folkmängd", "Population"),
            ],
            last.Codes);
        Assert.Equal("TAB9001=2026-08-20T06:00:00Z", last.Next!.Value.Value);
        Assert.Equal(new DateTimeOffset(2026, 8, 20, 6, 0, 0, TimeSpan.Zero), last.About!.Updated!.Value.Start);
    }

    [Theory]
    [InlineData("top(1)", "2026M07")]
    [InlineData("from(2026M06)", "2026M06,2026M07")]
    [InlineData("from(2026)", "2026M05,2026M06,2026M07")]
    [InlineData("*M0?", "2026M05,2026M06,2026M07")]
    [InlineData("2026M06", "2026M06")]
    public async Task Read_Selector_MeansTheseMonths(string wanted, string expected)
    {
        using var office = Office(new() { Table = "TAB9001", Filters = new Dictionary<string, IReadOnlyList<string>> { ["Tid"] = [wanted] } });
        Serve(office);

        await office.ReadUntilFailureAsync();

        var question = office.Web.Requests.Single(url => url.AbsolutePath.EndsWith("/data", StringComparison.Ordinal));
        Assert.EndsWith($"valueCodes[Tid]={expected}", Uri.UnescapeDataString(question.AbsoluteUri), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task Read_MoreThanTheCellLimit_IsAskedInParts(int version)
    {
        var service = new StatisticsOffice { MostCells = 12 };
        using var office = Office(new() { Version = version, Table = version == 1 ? "db/x/T1.px" : "T1", Languages = ["sv"] });
        office.Web.Server = service.Answer;

        var rows = await office.ReadObservationsAsync();

        Assert.Equal([12, 12, 12, 6], service.Calls);
        Assert.Equal(42, rows.Select(row => row.Identity).Distinct().Count());
        Assert.All(rows, row => Assert.Equal(StatisticsOffice.ValueOf(row["ref_area"]!, row["indicator"]!, row.Period.Text), row.Value));
        Assert.All(rows, row => Assert.Equal("T1", row.Dataset));
        Assert.Equal(TimeSpan.FromSeconds(version == 2 ? 2 : 1), office.Paces[^1]);
    }

    [Fact]
    public async Task Read_LimitBelowOneList_IsCutAlongSeveral()
    {
        var service = new StatisticsOffice { MostCells = 2 };
        using var office = Office(new() { Table = "T1", Languages = ["sv"] });
        office.Web.Server = service.Answer;

        var rows = await office.ReadObservationsAsync();

        Assert.All(service.Calls, cells => Assert.InRange(cells, 1, 2));
        Assert.Equal(42, rows.Select(row => row.Identity).Distinct().Count());
    }

    [Fact]
    public async Task Read_QuestionTooLongForAnAddress_IsSentAsBody()
    {
        var service = new StatisticsOffice { MostCells = 100_000, Regions = 600 };
        using var office = Office(new() { Table = "T1", Languages = ["sv"] });
        office.Web.Server = service.Answer;

        var rows = await office.ReadObservationsAsync();

        Assert.Equal(3600, rows.Count);
        Assert.Equal(600, JsonDocument.Parse(Assert.Single(office.Web.Bodies)).RootElement.GetProperty("selection")[0].GetProperty("valueCodes").GetArrayLength());
    }

    [Fact]
    public async Task Read_TableUpdatedBetweenTwoCalls_TriesAtTheNextRun()
    {
        var service = new StatisticsOffice();
        using var office = Office(new() { Table = "T1", Languages = ["sv"] });
        office.Web.Server = (url, body) =>
        {
            if (service.Calls.Count == 2)
                service.Updated = "2026-09-04T06:00:00Z";
            return service.Answer(url, body);
        };

        var exception = await office.FailAsync();

        Assert.Equal((Recovery.Retry, Fault.NotReady), (exception.Recovery, exception.Fault));
    }

    [Theory]
    [InlineData("Area", "90", "'Area'")]
    [InlineData("Region", "9099", "'9099'")]
    [InlineData("Tid", "from(1999Q9)", "'from(1999Q9)'")]
    public async Task Read_UnknownVariableOrCode_SaysWhich(string variable, string code, string named)
    {
        using var office = Office(new() { Table = "TAB9001", Filters = new Dictionary<string, IReadOnlyList<string>> { [variable] = [code] } });
        Serve(office);

        var check = await office.CheckAsync();
        var exception = await office.FailAsync();

        Assert.Equal(Fault.UnknownId, exception.Fault);
        Assert.False(check.Works);
        Assert.Contains(named, check.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_MoreThanAllowed_IsRefusedBeforeItIsAsked()
    {
        using var office = Office(new() { Table = "TAB9001", MostCells = 10 });
        Serve(office);

        var exception = await office.FailAsync();

        Assert.Equal((Fault.TooBig, Recovery.Stop), (exception.Fault, exception.Recovery));
        Assert.DoesNotContain(office.Web.Requests, url => url.AbsolutePath.EndsWith("/data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_LanguageThatIsNotOffered_NamesThoseThatAre()
    {
        using var office = Office(new() { Table = "TAB9001", Languages = ["no"] });
        Serve(office);

        var exception = await office.FailAsync();

        Assert.Contains("it has sv, en", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_CellsThatWereNotAskedFor_AreNotTaken()
    {
        using var office = Office(new() { Table = "TAB9001" });
        Serve(office);

        var exception = await office.FailAsync();

        Assert.Equal((Fault.Malformed, Recovery.Retry), (exception.Fault, exception.Recovery));
    }

    [Fact]
    public async Task Read_CapturesOfScb_GiveEveryValue()
    {
        var folder = Path.GetDirectoryName(SharedFolder.Path("captures", "statistics", "pxweb", "scb-v2", "config.json"))!;
        using var data = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "TAB6471_data.json"), TestContext.Current.CancellationToken));
        var values = data.RootElement.GetProperty("value").EnumerateArray().Select(value => value.GetDouble()).ToList();
        var filters = data.RootElement.GetProperty("dimension").EnumerateObject().ToDictionary(
            variable => variable.Name, variable => (IReadOnlyList<string>)[.. variable.Value.GetProperty("category").GetProperty("index").EnumerateObject().Select(code => code.Name)]);
        // The captured question takes ages by a code list, which the table's own list does not have.
        filters["Alder"] = ["-4", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        using var scb = Office(new() { Table = "TAB6471", Filters = filters });
        scb.Web.ServeFile("*/config", Path.Combine(folder, "config.json")).ServeFile("*/metadata?*", Path.Combine(folder, "TAB6471_metadata.json"))
            .ServeFile("*/data?*", Path.Combine(folder, "TAB6471_data.json"));

        var rows = await scb.ReadObservationsAsync();

        Assert.Equal(values.Count, rows.Count);
        Assert.Equal(values.Sum(), rows.Sum(row => row.Value!.Value));
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
        Assert.Equal(245284, rows.Single(row => (row["ref_area"], row["sex"], row["age"], row.Period.Text) == ("01", "T", "0-9", "2026-01")).Value);
        Assert.All(rows, row => Assert.Equal(("antal", "000007SF"), (row["unit"], row["indicator"])));
    }

    [Fact]
    public async Task Check_CaptureOfStatisticsFinland_IsUnderstood()
    {
        using var statfin = Office(new()
        {
            BaseUrl = "https://pxdata.stat.fi/PXWeb/api/v1",
            Version = 1,
            Table = "StatFin/matk/T.px",
            Languages = ["en"],
            Filters = new Dictionary<string, IReadOnlyList<string>> { ["Kunta"] = ["005", "SSS"], ["Vuosi"] = ["top(3)"] },
        });
        statfin.Web.ServeFile("https://pxdata.stat.fi/PXWeb/api/v1/en/StatFin/matk/T.px", SharedFolder.Path("captures", "statistics", "pxweb", "statfin-table-meta.json"));

        var check = await statfin.CheckAsync();

        Assert.True(check.Works, check.Sentence);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "{\"id\":\"TAB9001\"}")]
    [InlineData(HttpStatusCode.NotFound, "{\"title\":\"Non-existent table\",\"status\":404}")]
    [InlineData(HttpStatusCode.TooManyRequests, "")]
    public async Task Read_NoTable_IsToldInASentence(HttpStatusCode status, string answer)
    {
        using var office = Office(new() { Table = "TAB9001" });
        office.Web.Serve("*/config", TradeFixture.Read("pxweb", "config.json"));
        office.Web.Serve("*", answer, status);

        var exception = await office.FailAsync();

        Assert.Contains("TAB9001", exception.Message, StringComparison.Ordinal);
    }

    private static void Serve(PluginHarness office)
    {
        office.Web.Serve("*/config", TradeFixture.Read("pxweb", "config.json"));
        office.Web.Serve("*/tables/TAB9001/metadata?lang=sv*", TradeFixture.Read("pxweb", "metadata.sv.json"));
        office.Web.Serve("*/tables/TAB9001/metadata?lang=en*", TradeFixture.Read("pxweb", "metadata.en.json"));
        office.Web.Serve("*/tables/TAB9001/data?*", TradeFixture.Read("pxweb", "data.json"));
    }

    private static PluginHarness Office(PxWebOptions options) => PluginHarness.For<PartnerIndicatorsPlugin>("pxweb", options);
}
