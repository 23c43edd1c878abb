using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.CodeLists;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

public class CodeListSourceTests
{
    [Fact]
    public async Task Read_EurostatsTsv_LabelsAndMarks()
    {
        using var list = List(Dimension.CounterpartArea);
        list.Web.ServeFile("*", TradeFixture.Path("code-list", "partner.tsv"));

        var batch = (CodeListBatch)Assert.Single(await list.ReadAsync());

        Assert.Equal(
            [
                new CodeLabel("counterpart_area", "AT", null, "Austria"), new CodeLabel("counterpart_area", "EU27_2020", null, "European Union", CodeKind.Aggregate),
                new CodeLabel("counterpart_area", "QV", null, "Not stated", CodeKind.Pseudo),
            ],
            batch.Codes);
        Assert.Equal(["row 4", "row 5"], batch.Rejections.Select(rejection => rejection.Where));
    }

    [Fact]
    public async Task Read_Csv_TakesNamedColumnsAndParents()
    {
        using var list = List(Dimension.Product, options => (options.Language, options.CodeColumn, options.LabelColumn) = ("sv", "Varukod", "Benämning"));
        list.Web.Serve("*", "Nr;Varukod;Benämning\n1;72;Järn och stål\n2;7202;Ferrolegeringar\n3;IV;Avdelning IV\n4;72XXXXXX;Sekretess\n");

        var batch = (CodeListBatch)Assert.Single(await list.ReadAsync());

        Assert.Equal(
            [
                new CodeLabel("product", "72", "Järn och stål", null, CodeKind.Aggregate), new CodeLabel("product", "7202", "Ferrolegeringar", null, CodeKind.Item, "72"),
                new CodeLabel("product", "IV", "Avdelning IV", null, CodeKind.Aggregate), new CodeLabel("product", "72XXXXXX", "Sekretess", null, CodeKind.Pseudo, "72"),
            ],
            batch.Codes);
    }

    [Theory]
    [InlineData("<structure/>")]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("[1,2]")]
    [InlineData("{\"a\":")]
    public async Task Read_NoList_IsToldInASentence(string body)
    {
        using var list = List(Dimension.Product);
        list.Web.Serve("*", body);

        Assert.Equal(Fault.Malformed, (await list.FailAsync()).Fault);
    }

    [Theory]
    [InlineData("CN2022.csv.gz", "product", 12_000, "01012100", "Pure-bred breeding horses", CodeKind.Item, "0101")]
    [InlineData("harmonized-system.csv.gz", "product", 6_900, "0101", "Horses, asses, mules and hinnies; live", CodeKind.Aggregate, "01")]
    [InlineData("SITC4.csv.gz", "product_sitc", 5_000, "AG1", "AG1 - All 1-digit SITC Rev.4 commodities", CodeKind.Aggregate, null)]
    [InlineData("country-codes.csv", "counterpart_area", 240, "NA", "Namibia", CodeKind.Item, null)]
    [InlineData("nuts_regions_lookup.csv", "nuts", 500, "BE3", "Région Wallonne", CodeKind.Item, null)]
    [InlineData("nuts-labels/regions_labels_2021_nuts2_eu_efta.json", "nuts", 200, "BE21", "Prov. Antwerpen", CodeKind.Item, null)]
    public async Task Read_Capture_GivesItsCodes(string file, string dimension, int atLeast, string code, string label, CodeKind kind, string? parent)
    {
        using var list = List(dimension);
        list.Web.ServeFile("*", SharedFolder.Path("captures", "statistics", "codelists", file));

        var batch = (CodeListBatch)Assert.Single(await list.ReadAsync());

        Assert.InRange(batch.Codes.Count, atLeast, int.MaxValue);
        var found = Assert.Single(batch.Codes, one => one.Code == code);
        Assert.Equal((label, kind), (found.En, found.Kind));
        if (parent is not null)
            Assert.Equal(parent, found.Parent);
        Assert.Equal(batch.Codes.Count, batch.Codes.Select(one => one.Code).Distinct().Count());
    }

    private static PluginHarness List(string dimension, Action<CodeListOptions>? more = null)
    {
        var options = new CodeListOptions { Url = "https://example.org/list", Dataset = "comext-bulk", Dimension = dimension };
        more?.Invoke(options);
        return PluginHarness.For<TradeStatisticsPlugin>("code-list", options);
    }
}
