using System.Net;
using Foresight.Plugins.TradeStatistics;
using Foresight.Plugins.TradeStatistics.Bulk;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.TradeStatistics;

public class ComextBulkSourceTests
{
    private static readonly string NewMonth = TradeFixture.Read("comext-bulk", "full_202607.dat");
    private static readonly string OldMonth = TradeFixture.Read("comext-bulk", "full199906.dat");

    [Fact]
    public async Task Read_Month_GivesAnObservationPerMeasureOfTheReporter()
    {
        using var comext = Bulk(new() { From = "2026-07" });
        Serve(comext, "202607", NewMonth);

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(
            [
                "44071110 DK 2 1 VALUE_EUR EUR 1200", "44071110 DK 2 1 QUANTITY_KG KG 2500", "44071110 DK 2 1 QUANTITY_SUPPL_UNIT M3 6",
                "44071110 DK 2 3 VALUE_EUR EUR 100", "44071110 DK 2 3 QUANTITY_KG KG 200", "44071110 DK 2 3 QUANTITY_SUPPL_UNIT M3 0",
                "72XXXXXX DK 2 1 VALUE_EUR EUR 70", "72XXXXXX DK 2 1 QUANTITY_KG KG 7", "72XXXXXX DK 2 1 VALUE_EUR EUR 30", "72XXXXXX DK 2 1 QUANTITY_KG KG 3",
                "TOTAL DK 2 1 VALUE_EUR EUR 1400", "TOTAL DK 2 1 QUANTITY_KG KG 2710",
                "44071110 NA 2 1 VALUE_EUR EUR 9", "44071110 NA 2 1 QUANTITY_KG KG 0", "44071110 NA 2 1 QUANTITY_SUPPL_UNIT M3 0",
                "27101943 QV 1 1 VALUE_EUR EUR 40",
            ],
            rows.Select(Text));
        Assert.All(rows, row => Assert.Equal(("comext-bulk", "2026-07", "SE"), (row.Dataset, row.Period.Text, row[Dimension.RefArea])));
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
    }

    [Fact]
    public async Task Read_Month_MarksSumsAndPseudoCodes()
    {
        using var comext = Bulk(new() { From = "2026-07", Reporters = [] });
        Serve(comext, "202607", NewMonth);

        var batches = await comext.ReadAsync();

        var codes = Assert.Single(batches.OfType<CodeListBatch>()).Codes.Where(code => code.Dimension != Dimension.Flow);
        Assert.Equal(
            [("counterpart_area", "QV", CodeKind.Pseudo, null), ("product", "72XXXXXX", CodeKind.Pseudo, "TOTAL"), ("product", "TOTAL", CodeKind.Aggregate, (string?)null)],
            codes.Select(code => (code.Dimension, code.Code, code.Kind, code.Parent)));
        var items = batches.OfType<ObservationBatch>().SelectMany(ObservationRow.RowsOf)
            .Where(row => row[Dimension.Indicator] == "VALUE_EUR" && row[Dimension.Product] != "TOTAL" && row[Dimension.RefArea] == "SE" && row[Dimension.CounterpartArea] == "DK");
        Assert.Equal(1400, items.Sum(row => row.Value));
    }

    [Fact]
    public async Task Read_BadLines_AreRejectedWithTheirReason()
    {
        using var comext = Bulk(new() { From = "2026-07" });
        Serve(comext, "202607", NewMonth);

        var rejections = (await comext.ReadAsync()).SelectMany(batch => batch.Rejections).ToList();

        Assert.Equal(["line 12", "PERIOD 2026XX"], rejections.Select(rejection => rejection.Where));
    }

    [Fact]
    public async Task Read_OnlyProductsWithUnit_KeepsQuantitiesOfZero()
    {
        using var comext = Bulk(new() { From = "2026-07", Products = ["44"], Partners = ["NA"], Measures = ["QUANTITY_SUPPL_UNIT"] });
        Serve(comext, "202607", NewMonth);

        Assert.Equal(["44071110 NA 2 1 QUANTITY_SUPPL_UNIT M3 0"], (await comext.ReadObservationsAsync()).Select(Text));
    }

    [Fact]
    public async Task Read_LineTwice_IsAddedUp()
    {
        using var comext = Bulk(new() { From = "2026-07", Products = ["27"] });
        Serve(comext, "202607", NewMonth + "SE,QV,I,27101943,33421,1920,1920,322,121110,05,1,1,NO_SU,202607,2,456,5,0\n");

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(["27101943 QV 1 1 VALUE_EUR EUR 42", "27101943 QV 1 1 QUANTITY_KG KG 5"], rows.Select(Text));
    }

    [Fact]
    public async Task Read_Filters_TakeOnlyWhatFits()
    {
        using var comext = Bulk(new() { From = "2026-07", Reporters = [], Partners = ["SE", "DK"], Products = ["44", "TOTAL"], Flows = ["1"], Measures = ["VALUE_EUR", "VALUE_NAC"] });
        Serve(comext, "202607", NewMonth);

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(
            ["44071110 SE 1 1 VALUE_EUR EUR 500", "44071110 SE 1 1 VALUE_NAC NAC 500", "TOTAL SE 1 1 VALUE_EUR EUR 500", "TOTAL SE 1 1 VALUE_NAC NAC 500"],
            rows.Select(Text));
    }

    [Fact]
    public async Task Read_OldHeader_GivesTheSameNames()
    {
        using var comext = Bulk(new() { From = "2026-08" });
        Serve(comext, "202608", OldMonth);

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(
            ["44071011 DK 2 1 VALUE_EUR EUR 2000", "44071011 DK 2 1 QUANTITY_KG KG 4100", "44071011 DK 2 1 QUANTITY_SUPPL_UNIT B 11", "99RRR100 DK 2 1 VALUE_EUR EUR 5", "99RRR100 DK 2 1 QUANTITY_KG KG 0"],
            rows.Select(Text));
        Assert.All(rows, row => Assert.Equal("1999-06", row.Period.Text));
    }

    [Fact]
    public async Task Read_MonthsUntilOneIsNotOut_MovesTheCursorAndRereadsTheRevised()
    {
        using var comext = Bulk(new() { From = "2026-03", RevisedMonths = 2 });
        foreach (var month in new[] { "03", "04", "05", "06" })
            Serve(comext, "2026" + month, NewMonth.Replace("202607", "2026" + month, StringComparison.Ordinal));

        var first = await comext.ReadAsync();
        var asked = comext.Web.Requests.Count;
        var again = await comext.ReadAsync(first[^1].Next);

        Assert.Equal(["months=2026-03-01", "months=2026-04-01", "months=2026-05-01", "months=2026-06-01"], first.OfType<CodeListBatch>().Select(batch => batch.Next!.Value.Value));
        Assert.Equal(["202604", "202605", "202606", "202607"], comext.Web.Requests.Skip(asked).Select(url => url.AbsoluteUri[^9..^3]));
        Assert.Equal("months=2026-06-01", again[^1].Next!.Value.Value);
    }

    [Fact]
    public async Task Read_NothingOutYet_IsNothingNew()
    {
        using var comext = Bulk(new() { From = "2026-08" });

        var batches = await comext.ReadAsync();

        Assert.Empty(batches);
    }

    [Fact]
    public async Task Read_OldMonthWithoutFile_Fails()
    {
        using var comext = Bulk(new() { From = "2024-01" });

        var exception = await comext.FailAsync();

        Assert.Equal((Fault.NotFound, Recovery.Stop), (exception.Fault, exception.Recovery));
    }

    public static TheoryData<string, Fault> BadArchives => new()
    {
        { "two", Fault.Malformed },
        { "cut", Fault.Broken },
        { "no archive", Fault.Broken },
        { "other table", Fault.Malformed },
        { "bomb", Fault.TooBig },
    };

    [Theory]
    [MemberData(nameof(BadArchives))]
    public async Task Read_BadArchive_IsToldInASentence(string kind, Fault fault)
    {
        using var comext = Bulk(new() { From = "2026-07" });
        var month = TradeFixture.Pack(("full.dat", NewMonth));
        comext.Web.Serve("*202607.7z", kind switch
        {
            "two" => TradeFixture.Pack(("../../a.dat", NewMonth), ("b.dat", NewMonth)),
            "cut" => month[..(month.Length / 2)],
            "no archive" => "7z, it says"u8.ToArray(),
            "bomb" => TradeFixture.Pack(("full.dat", NewMonth + new string('\n', 20_000_000))),
            _ => TradeFixture.Pack(("full.dat", "A,B\n1,2\n")),
        });

        var exception = await comext.FailAsync();

        Assert.Equal(fault, exception.Fault);
        Assert.Contains("202607", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WebPage_IsNoArchive()
    {
        using var comext = Bulk(new() { From = "2026-07" });
        comext.Web.Serve("*", "<!DOCTYPE html><html>Maintenance</html>", HttpStatusCode.OK, "text/html");

        Assert.Equal(Fault.WebPage, (await comext.FailAsync()).Fault);
    }

    [Fact]
    public async Task Read_Capture_GivesEveryFigure()
    {
        var path = SharedFolder.Path("captures", "statistics", "trade", "comext", "full_v2_202402-sample-AT-AD.csv");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Trim().Split(',')).ToList();
        using var comext = Bulk(new() { From = "2026-07", Reporters = ["AT"] });
        Serve(comext, "202607", text);

        var rows = await comext.ReadObservationsAsync();

        Assert.Equal(lines.SelectMany(line => new[] { (line[3], line[14]), (line[3], line[16]) }), rows.Select(row => (row[Dimension.Product]!, Figure(row))));
        Assert.Equal(rows.Count, rows.Select(row => row.Identity).Distinct().Count());
    }

    [Fact]
    public async Task Check_UnknownMeasureOrArea_SaysWhich()
    {
        using var measure = Bulk(new() { Measures = ["EUROS"] });
        using var area = Bulk(new() { Partners = ["EU27_2020"] });
        using var fine = Bulk(new());

        Assert.Contains("'EUROS'", (await measure.CheckAsync()).Sentence, StringComparison.Ordinal);
        Assert.Contains("'EU27_2020'", (await area.CheckAsync()).Sentence, StringComparison.Ordinal);
        Assert.True((await fine.CheckAsync()).Works);
    }

    private static string Text(ObservationRow row) =>
        $"{row[Dimension.Product]} {row[Dimension.CounterpartArea]} {row[Dimension.Flow]} {row["stat_procedure"]} {row[Dimension.Indicator]} {row[Dimension.Unit]} {Figure(row)}";

    private static string Figure(ObservationRow row) => row.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Serve(PluginHarness comext, string month, string text) =>
        comext.Web.Serve($"https://ec.europa.eu/eurostat/*full_v2_{month}.7z", TradeFixture.Pack(($"full_{month}.dat", text)));

    private static PluginHarness Bulk(ComextBulkOptions options) => PluginHarness.For<TradeStatisticsPlugin>("comext-bulk", options);
}
