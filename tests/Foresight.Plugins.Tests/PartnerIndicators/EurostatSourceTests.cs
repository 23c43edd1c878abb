using System.Net;
using System.Text.Json;
using Foresight.Plugins.PartnerIndicators;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

public class EurostatSourceTests
{
    private const string Answer = """
        {"class":"dataset","value":{"0":1.5,"3":4},"status":{"1":"c","3":"ep","4":"z"},"id":["freq","indic_de","geo","time"],"size":[1,1,2,3],
         "dimension":{"freq":{"category":{"index":["A"]}},"indic_de":{"category":{"index":["JAN"]}},
         "geo":{"category":{"index":{"SE232":0,"DK041":1}}},"time":{"category":{"index":["2021","2022","2023"]}}},"extension":{"id":"DEMO_GIND"}}
        """;

    private const string Prepared = """{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE. Please try again later."}}""";

    [Fact]
    public async Task Read_Options_AsksOneQuestionWithOrderedFilters()
    {
        using var eurostat = Eurostat(new()
        {
            Dataset = "nama_10r_3gdp",
            From = "2015",
            Filters = { ["unit"] = ["EUR_HAB"], ["geo"] = ["SE232", "DK041"] },
        });
        eurostat.Web.Serve("*", Answer);

        await eurostat.ReadAsync();

        Assert.Equal(
            "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/nama_10r_3gdp"
            + "?format=JSON&lang=EN&geo=SE232&geo=DK041&unit=EUR_HAB&sinceTimePeriod=2015",
            Assert.Single(eurostat.Web.Requests).AbsoluteUri);
    }

    [Fact]
    public async Task Read_Cells_KeepsFlagsAndLeavesOutWhatHasNeitherValueNorFlag()
    {
        using var eurostat = Eurostat();
        eurostat.Web.Serve("*", Answer);

        var rows = await eurostat.ReadObservationsAsync();

        Assert.Equal(
            [
                ("demo_gind|2021|indic_de=JAN|ref_area=SE232", 1.5, Presence.Present, null),
                ("demo_gind|2022|indic_de=JAN|ref_area=SE232", null, Presence.Confidential, "c"),
                ("demo_gind|2021|indic_de=JAN|ref_area=DK041", 4, Presence.Present, "ep"),
                ("demo_gind|2022|indic_de=JAN|ref_area=DK041", null, Presence.NotApplicable, "z"),
            ],
            rows.Select(row => (row.Identity, row.Value, row.Presence, row.Status)));
    }

    [Theory]
    [InlineData(200, """{"error":[{"status":400,"id":150,"label":"INVALID_QUERY_DIMENSION"}]}""", Recovery.Stop)]
    [InlineData(404, """{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4"}]}""", Recovery.Stop)]
    [InlineData(200, "<html><body>Fault</body></html>", Recovery.Retry)]
    [InlineData(200, "{\"class\":\"data", Recovery.Retry)]
    [InlineData(500, "", Recovery.Retry)]
    public async Task Read_NoDataset_SaysWhyAndWhatToDo(int status, string body, Recovery recovery)
    {
        using var eurostat = Eurostat();
        eurostat.Web.Serve("*", body, (HttpStatusCode)status);

        var exception = await eurostat.FailAsync();

        Assert.Equal(recovery, exception.Recovery);
        Assert.Contains("demo_gind", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Read_AnswerIsPrepared_IsAskedAgainUntilItIsThere()
    {
        using var eurostat = Eurostat();
        eurostat.Web.ServeInTurn("*", Prepared, Prepared, Answer);

        var batches = await eurostat.ReadWhileTimePassesAsync();

        Assert.Equal(4, batches.Cast<ObservationBatch>().Sum(batch => batch.Count));
        Assert.Equal(3, eurostat.Web.Requests.Count);
    }

    [Fact]
    public async Task Read_TicketInsteadOfData_IsWaitedForAndFetched()
    {
        using var eurostat = Eurostat();
        eurostat.Web.Serve("*/statistics/1.0/data/*", "3d6a1f9c-0000-4000-8000-000000000001");
        eurostat.Web.ServeInTurn("*/1.0/async/status/3d6a1f9c-0000-4000-8000-000000000001", "<status>PROCESSING</status>", "<status>AVAILABLE</status>");
        eurostat.Web.Serve("*/1.0/async/data/3d6a1f9c-0000-4000-8000-000000000001?format=JSON", Answer);

        var batches = await eurostat.ReadWhileTimePassesAsync();

        Assert.Equal(4, batches.Cast<ObservationBatch>().Sum(batch => batch.Count));
    }

    [Fact]
    public async Task Read_AnswerThatNeverComes_EndsInASentence()
    {
        using var eurostat = Eurostat();
        eurostat.Web.Serve("*", Prepared);

        var exception = await Assert.ThrowsAsync<SourceException>(() => eurostat.ReadWhileTimePassesAsync());

        Assert.Equal((Recovery.Retry, Fault.NotReady), (exception.Recovery, exception.Fault));
        Assert.Contains("still prepares", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_AnAnswerOfPxWeb_IsNone() =>
        Assert.Null(PluginHarness.Recognise<PartnerIndicatorsPlugin>("eurostat", """{"class":"dataset","role":{"metric":["ContentsCode"]},"id":["Tid"]}"""));

    [Theory]
    [InlineData("demo_gind", "DEMO_GIND")]
    [InlineData("nama_10_gdp", "NAMA_10_GDP")]
    [InlineData("prc_hicp_manr_2025_raw", "PRC_HICP_MANR")]
    public async Task Read_Capture_GivesEveryValueAndFlag(string file, string id)
    {
        var path = SharedFolder.Path("captures", "statistics", "eurostat", "jsonstat2", file + ".json");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        var values = json.RootElement.GetProperty("value").EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.GetDouble());
        var flags = json.RootElement.TryGetProperty("status", out var status)
            ? status.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value.GetString()) : [];
        using var eurostat = Eurostat(new() { Dataset = id });
        eurostat.Web.ServeFile("*", path);

        var rows = await eurostat.ReadObservationsAsync();

        Assert.Equal(id, PluginHarness.Recognise<PartnerIndicatorsPlugin>("eurostat", text)!.Options["dataset"]);
        Assert.Equal(values.Keys.Union(flags.Keys).Count(), rows.Count);
        Assert.Equal(values.Values.Sum(), rows.Sum(row => row.Value ?? 0), 6);
        Assert.Equal(flags.Values.Order(), rows.Where(row => row.Status is not null).Select(row => row.Status).Order());
        Assert.All(rows, row => Assert.Equal(id.ToLowerInvariant(), row.Dataset));
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
    }

    private static PluginHarness Eurostat(EurostatOptions? options = null) =>
        PluginHarness.For<PartnerIndicatorsPlugin>("eurostat", options ?? new EurostatOptions { Dataset = "DEMO_GIND" });
}
