using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Foresight.Plugins.TradeStatistics;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

public class WitsSourceTests
{
    private const string Header = "Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018\n";

    [Fact]
    public async Task Read_Series_GivesRowsButNoneForBlanks()
    {
        using var wits = Wits("SWE");
        wits.Web.Serve("https://wits.worldbank.org/*SWE*", Header
            + "Sweden,...,...,Development,GDP (current US$ Mil),   10.50,\n"
            + "Sweden,\"Korea, Rep.\",All Products,Export,Trade (US$ Mil)-Top 5 Export Partner,,  -2.00\n"
            + "Sweden, World,Fuels,Import,Import(US$ Mil),  0.00,  7\n");

        var rows = await wits.ReadObservationsAsync();

        Assert.Equal(
            [
                "wits-summary|2019|indicator=GDP (current US$ Mil)|indicator_type=Development|ref_area=SWE",
                "wits-summary|2018|counterpart_area=Korea, Rep.|flow=2|indicator=Trade (US$ Mil)-Top 5 Export Partner|indicator_type=Export|product=All Products|ref_area=SWE",
                "wits-summary|2019|counterpart_area=World|flow=1|indicator=Import(US$ Mil)|indicator_type=Import|product=Fuels|ref_area=SWE",
                "wits-summary|2018|counterpart_area=World|flow=1|indicator=Import(US$ Mil)|indicator_type=Import|product=Fuels|ref_area=SWE",
            ],
            rows.Select(row => row.Identity));
        Assert.Equal([10.5, -2, 0, 7], rows.Select(row => row.Value));
    }

    [Fact]
    public async Task Read_SeriesTwiceRaggedRowAndNoNumber_AreRejected()
    {
        using var wits = Wits("SWE");
        wits.Web.Serve("*", Header + "Sweden,...,...,Tariff,A,1,2\nSweden,...,...,Tariff,A,1,2\nSweden,...,...,Tariff,A,1,3\nSweden,...,...,Tariff,B,1\nSweden,...,...,Tariff,C,x,4\n");

        var batch = Assert.Single((await wits.ReadAsync()).OfType<ObservationBatch>());

        Assert.Equal([1, 2, 4], ObservationRow.RowsOf(batch).Select(row => row.Value!.Value));
        Assert.Equal(3, batch.Rejections.Count);
        Assert.Contains("second time with other values", batch.Rejections[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Series_MarksSumsAndWhatIsNoCountry()
    {
        using var wits = Wits("SWE");
        wits.Web.Serve("*", Header
            + "Sweden,World,All Products,Export,A,1,\nSweden,Bunkers,Fuels,Export,A,1,\nSweden,Norway,Capital goods,Export,A,1,\n");

        var codes = (await wits.ReadAsync()).OfType<CodeListBatch>().Single().Codes;

        Assert.Equal(
            [
                new CodeLabel("counterpart_area", "Bunkers", null, "Bunkers", CodeKind.Pseudo), new CodeLabel("counterpart_area", "World", null, "World", CodeKind.Aggregate),
                new CodeLabel("product", "All Products", null, "All Products", CodeKind.Aggregate),
                new CodeLabel("product", "Capital goods", null, "Capital goods", CodeKind.Aggregate, "All Products"),
            ],
            codes);
    }

    [Fact]
    public async Task Read_SeveralReporters_HaveAFileEach()
    {
        using var wits = Wits("NOR", "SWE", "NOR");
        wits.Web.Serve("*_NOR_*", Header + "Norway,...,...,Tariff,A,3,\n");
        wits.Web.Serve("*_SWE_*", Header + "Sweden,...,...,Tariff,A,1,2\n");

        var rows = await wits.ReadObservationsAsync();

        Assert.Equal([("NOR", 3d), ("SWE", 1d), ("SWE", 2d)], rows.Select(row => (row[Dimension.RefArea]!, row.Value!.Value)));
        Assert.Equal(2, wits.Web.Requests.Count);
    }

    [Fact]
    public async Task Read_OneReporterWithoutFile_ReadsTheOthersAndSaysSo()
    {
        using var wits = Wits("XXX", "SWE");
        wits.Web.Serve("*XXX*", "", HttpStatusCode.NotFound);
        wits.Web.Serve("*SWE*", Header + "Sweden,...,...,Tariff,A,1,2\n");

        var exception = await wits.FailAsync();

        Assert.Equal(Recovery.Stop, exception.Recovery);
        Assert.Contains("en_XXX_", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, wits.Web.Requests.Count);
    }

    [Theory]
    [InlineData("<html>Not here</html>", Recovery.Retry)]
    [InlineData("", Recovery.Retry)]
    [InlineData("Reporter;Partner\n", Recovery.Stop)]
    public async Task Read_NoSummary_Fails(string body, Recovery recovery)
    {
        using var wits = Wits("SWE");
        wits.Web.Serve("*", body);

        var exception = await wits.FailAsync();

        Assert.Equal(recovery, exception.Recovery);
    }

    [Theory]
    [InlineData("wits-2015")]
    [InlineData("wits-2019")]
    public async Task Read_EveryCapture_GivesEveryFilledCell(string generation)
    {
        foreach (var path in Directory.EnumerateFiles(SharedFolder.Path("captures", "statistics", "trade", generation), "*.CSV"))
        {
            var reporter = Path.GetFileName(path).Split('_')[1].ToUpperInvariant();
            // Counted with another reader: commas outside quotes.
            var cells = File.ReadLines(path).Skip(1).Select(line => Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .SelectMany(fields => fields.Skip(5)).Where(field => field.Trim().Length > 0).Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToList();
            using var wits = Wits(reporter);
            wits.Web.ServeFile($"*{reporter}*", path);

            var batch = Assert.Single((await wits.ReadAsync()).OfType<ObservationBatch>());

            var rows = ObservationRow.RowsOf(batch).ToList();
            Assert.Empty(batch.Rejections);
            Assert.Equal(cells, rows.Select(row => row.Value!.Value));
            Assert.All(rows, row => Assert.Equal(reporter, row[Dimension.RefArea]));
            Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
        }
    }

    [Fact]
    public void Recognise_Summary_TakesTheReporterFromTheName()
    {
        var part = PluginHarness.PartOf<TradeStatisticsPlugin>("wits");
        var head = new AnswerHead(new Uri("file:///tmp/en_Wld_AllYears_WITS_Trade_Summary.CSV"), null, System.Text.Encoding.UTF8.GetBytes(Header));

        Assert.Equal("WLD", part.Recognise!(head)!.Options["reporters"]);
        Assert.Equal("ZZZ", PluginHarness.Recognise<TradeStatisticsPlugin>("wits", Header)!.Options["reporters"]);
        Assert.Null(PluginHarness.Recognise<TradeStatisticsPlugin>("wits", "a,b\n"));
    }

    [Fact]
    public async Task Check_WrongLetters_SaysWhich()
    {
        using var wits = Wits("Sweden");

        var check = await wits.CheckAsync();

        Assert.False(check.Works);
        Assert.Contains("'Sweden'", check.Sentence, StringComparison.Ordinal);
    }

    private static PluginHarness Wits(params string[] reporters) =>
        PluginHarness.For<TradeStatisticsPlugin>("wits", new WitsOptions { Reporters = reporters });
}
