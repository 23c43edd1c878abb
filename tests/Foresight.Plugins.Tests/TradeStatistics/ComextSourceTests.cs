using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

public class ComextSourceTests
{
    private const string Header = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE";

    [Fact]
    public async Task Read_Options_AsksOneQuestion()
    {
        using var comext = Comext(new()
        {
            Reporters = ["SE"],
            Partners = ["NO", "DK"],
            Products = ["72024110", "TOTAL"],
            From = "2024-01",
        });
        comext.Web.Serve("*", Header + "\n");

        await comext.ReadAsync();

        Assert.Equal(
            "https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/"
            + "M.SE.NO+DK.72024110+TOTAL.1+2.VALUE_IN_EUROS+QUANTITY_IN_100KG?format=SDMX-CSV&startPeriod=2024-01",
            Assert.Single(comext.Web.Requests).AbsoluteUri);
    }

    [Fact]
    public async Task Read_Rows_NamesDimensionsAndUnits()
    {
        using var comext = Comext();
        comext.Web.Serve("*", Header + "\nESTAT:DS-045409(1.0),14/08/26 11:00:00,M,SE,NO,87,2,VALUE_IN_EUROS,2025-01,12.5\n"
            + "ESTAT:DS-045409(1.0),14/08/26 11:00:00,M,SE,NO,87,2,SUPPLEMENTARY_QUANTITY,2025-01,3\n");

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(
            [
                "DS-045409|2025-01|counterpart_area=NO|flow=2|indicator=VALUE_IN_EUROS|product=87|ref_area=SE|unit=EUR",
                "DS-045409|2025-01|counterpart_area=NO|flow=2|indicator=SUPPLEMENTARY_QUANTITY|product=87|ref_area=SE",
            ],
            rows.Select(row => row.Identity));
        Assert.Equal([12.5, 3], rows.Select(row => row.Value));
        Assert.All(rows, row => Assert.Equal((Presence.Present, null), (row.Presence, row.Status)));
    }

    [Fact]
    public async Task Read_FlagsAndConfidentiality_AreKept()
    {
        using var comext = Comext();
        comext.Web.Serve("*", Header + ",OBS_FLAG,CONF_STATUS\nD,U,M,SE,NO,87,2,I,2025-01,,,C\nD,U,M,SE,NO,87,2,I,2025-02,:,,\nD,U,M,SE,NO,87,2,I,2025-03,4,p,\n");

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal([(Presence.Confidential, "C"), (Presence.Missing, null), (Presence.Present, "p")], rows.Select(row => (row.Presence, row.Status)));
    }

    [Fact]
    public async Task Read_BadLineAndBadPeriod_AreRejectedWithTheirLines()
    {
        using var comext = Comext();
        comext.Web.Serve("*", Header + "\nD,U,M,SE,NO,87,2,I,2025-01,1\nD,U,M,SE,NO,87,2,I,soon,2\nD,U,M,SE\nD,U,M,SE,DK,87,2,I,2025-02,3\n");

        var batch = Assert.Single((await comext.ReadAsync()).OfType<ObservationBatch>());

        Assert.Equal(["line 4", "line 3"], batch.Rejections.Select(rejection => rejection.Where));
        var rows = ObservationRow.RowsOf(batch).ToList();
        Assert.Equal([("2025-01", "NO", 1d), ("2025-02", "DK", 3d)], rows.Select(row => (row.Period.Text, row[Dimension.CounterpartArea]!, row.Value!.Value)));
    }

    [Fact]
    public async Task Read_PackedWithoutSayingSo_IsUnpacked()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Header + "\nD,U,M,SE,NO,87,2,I,2025-01,1\n"));
        using var comext = Comext();
        comext.Web.Serve("*", packed.ToArray());

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(1, Assert.Single(rows).Value);
    }

    [Fact]
    public async Task Read_LargeQuestion_IsPartedSoThatEurostatAnswersAtOnce()
    {
        using var comext = Comext(new() { Reporters = ["SE"], Products = ["72", "87"], From = "2020-01", Indicators = ["A", "B", "C", "D", "E", "F", "G", "H"] });
        comext.Web.Serve("*", Header + "\n");

        await comext.ReadAsync();

        // 250 partners, 2 flows, 8 indicators and 81 months are 324,000 cells: one product a question.
        Assert.Equal(["72", "87"], comext.Web.Requests.Select(url => url.AbsolutePath.Split('.')[^3]));
        Assert.All(comext.Web.Requests, url => Assert.Equal("?format=SDMX-CSV&startPeriod=2020-01", url.Query));
    }

    [Fact]
    public async Task Read_OneProductTooLarge_IsPartedByPeriods()
    {
        using var comext = Comext(new() { Reporters = ["SE", "DE", "DK", "FI"], Products = ["TOTAL"], From = "2020-01", Flows = ["1"], Indicators = ["A", "B", "C", "D", "E", "F", "G", "H"] });
        comext.Web.Serve("*", Header + "\n");

        await comext.ReadAsync();

        Assert.Equal(["?format=SDMX-CSV&startPeriod=2020-01&endPeriod=2025-02", "?format=SDMX-CSV&startPeriod=2025-03"], comext.Web.Requests.Select(url => url.Query));
    }

    [Fact]
    public async Task Read_SeveralQuestions_GivesTheRowsOfEachOnce()
    {
        using var comext = Comext(new() { Reporters = ["SE"], Products = ["72", "87", "99"], From = "2020-01", Indicators = ["A", "B", "C", "D", "E", "F", "G", "H"] });
        comext.Web.Serve("*.72.*", Header + "\nD,U,M,SE,NO,72,2,A,2025-01,1\nD,U,M,SE,NO,72,2,B,2025-01,2\n");
        comext.Web.Serve("*.87.*", """{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_3: no result"}]}""", HttpStatusCode.NotFound);
        comext.Web.Serve("*.99.*", Header + "\nD,U,M,SE,NO,99,2,A,2025-01,3\n");

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal([("72", "A", 1d), ("72", "B", 2d), ("99", "A", 3d)], rows.Select(row => (row[Dimension.Product]!, row[Dimension.Indicator]!, row.Value!.Value)));
        Assert.Equal(3, comext.Web.Requests.Count);
    }

    [Theory]
    [InlineData(404, """{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_3: no result"}]}""")]
    [InlineData(400, "<S:Fault><faultcode>100</faultcode><faultstring>No results found</faultstring></S:Fault>")]
    public async Task Read_NothingFits_IsEmptyAndNoFault(int status, string body)
    {
        using var comext = Comext();
        comext.Web.Serve("*", body, (HttpStatusCode)status);

        Assert.Empty(await comext.ReadObservationsAsync());
    }

    [Fact]
    public async Task Read_Sums_AreMarked()
    {
        using var comext = Comext(new() { Reporters = ["SE"], Products = ["TOTAL", "87", "8703"], Partners = ["EU27_2020", "NO", "QV"] });
        comext.Web.Serve("*", Header + "\nD,U,M,SE,EU27_2020,TOTAL,2,I,2025-01,1\nD,U,M,SE,NO,87,2,I,2025-01,1\nD,U,M,SE,QV,8703,2,I,2025-01,1\n");

        var codes = (await comext.ReadAsync()).OfType<CodeListBatch>().Single().Codes;

        Assert.Equal(
            [("EU27_2020", CodeKind.Aggregate, null), ("QV", CodeKind.Pseudo, null), ("87", CodeKind.Aggregate, "TOTAL"), ("TOTAL", CodeKind.Aggregate, (string?)null)],
            codes.Where(code => code.Dimension != Dimension.Flow).Select(code => (code.Code, code.Kind, code.Parent)));
    }

    [Theory]
    [InlineData(200, "<!DOCTYPE html><html><body>Service unavailable</body></html>", Recovery.Retry)]
    [InlineData(200, "", Recovery.Retry)]
    [InlineData(200, "a,b\n1,2\n", Recovery.Stop)]
    [InlineData(202, "", Recovery.Retry)]
    [InlineData(429, "", Recovery.Retry)]
    [InlineData(503, "", Recovery.Retry)]
    [InlineData(413, "EXTRACTION_TOO_BIG", Recovery.Stop)]
    [InlineData(404, "", Recovery.Stop)]
    public async Task Read_NoRows_SaysWhyAndWhatToDo(int status, string body, Recovery recovery)
    {
        using var comext = Comext();
        comext.Web.Serve("*", body, (HttpStatusCode)status);

        var exception = await comext.FailAsync();

        Assert.Equal(recovery, exception.Recovery);
        Assert.Contains("DS-045409", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imports_DE_JP_84834030_2025Q1.csv", "DE")]
    [InlineData("imports_EU27_84834030_2025-06.csv", "EU27_2020")]
    public async Task Read_Capture_GivesEveryLine(string file, string reporter)
    {
        var path = SharedFolder.Path("captures", "statistics", "trade", "comext", file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(',')).ToList();
        using var comext = Comext();
        comext.Web.ServeFile("*", path);

        var match = PluginHarness.Recognise<TradeStatisticsPlugin>("comext", text);
        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(("DS-045409", reporter, "84834030"), (match!.Options["dataset"], match.Options["reporters"], match.Options["products"]));
        Assert.Equal(lines.Select(line => (line[4], line[7], line[8], double.Parse(line[9], CultureInfo.InvariantCulture))),
            rows.Select(row => (row[Dimension.CounterpartArea]!, row[Dimension.Indicator]!, row.Period.Text, row.Value!.Value)));
        Assert.All(rows, row => Assert.Equal(row[Dimension.Indicator] == "VALUE_IN_EUROS" ? "EUR" : "100KG", row[Dimension.Unit]));
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE\nESTAT:NAMA(1.0),u,A,SE,2024,1\n")]
    [InlineData("Reporter,Partner,Product categories,Indicator Type,Indicator,2019\n")]
    public void Recognise_OtherAnswers_IsNull(string answer)
    {
        Assert.Null(PluginHarness.Recognise<TradeStatisticsPlugin>("comext", answer));
    }

    private static PluginHarness Comext(ComextOptions? options = null) =>
        PluginHarness.For<TradeStatisticsPlugin>("comext", options ?? new ComextOptions { Reporters = ["SE"], Products = ["87"] });
}
