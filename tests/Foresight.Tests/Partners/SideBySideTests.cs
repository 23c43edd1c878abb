using Foresight.Engine.Partners;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Partners.SomePartners;

namespace Foresight.Tests.Partners;

/// <summary>Indicators of theirs beside ours and our peers'.</summary>
public sealed class SideBySideTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Figures_OfRegions_AreComparedInTheNewestYearThatBothHave()
    {
        await folder.LoadAsync("s", Some.Figures("grp", ("DK041", 2022, 41000), ("DK041", 2023, 42000), ("SE232", 2022, 40000), ("FI197", 2022, 30000), ("DE721", 2022, 50000)));

        var one = (await folder.PageAsync("sandby")).Indicators.Single();

        Assert.Equal(AreaLevel.Nuts3, one.Level);
        Assert.Equal(("2022", 41000), (one.Theirs.Period, one.Theirs.Value));
        Assert.Equal(("2022", 40000), (one.Ours!.Period, one.Ours.Value));
        Assert.Equal((41000, 3, 3), (one.Peers!.Median, one.Peers.Count, one.Peers.Of));
    }

    [Theory]
    [InlineData("sv", "Siffrorna gäller hela regioner, inte Sandby och Lillstad.", "olika år i löpande priser, jämför inte", "ingen uppgift")]
    [InlineData("en", "The figures are for whole regions, not for Sandby and Lillstad.", "different years at current prices, do not compare", "no data")]
    public async Task Figures_OfDifferentYears_AreToldEachWithItsYear(string language, string caution, string warning, string noPeers)
    {
        await folder.LoadAsync(
            "s",
            Some.Codes("grp", new CodeLabel("ref_area", "DK041", null, "West Region")),
            Some.Figures("grp", ("DK041", 2023, 42000), ("SE232", 2021, 39000)));

        var text = Text(await folder.PageAsync("sandby"), language);

        Assert.Contains(caution, text, StringComparison.Ordinal);
        Assert.Contains("(2023), West Region (DK041) | ", text, StringComparison.Ordinal);
        Assert.Contains($"(2021), {(language == "sv" ? "regionen kring" : "the region around")} Lillstad (SE232); {warning} | {noPeers}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_OfCountries_AreToldAsSuch()
    {
        await folder.LoadAsync("s", Some.Figures("inflation", ("NAM", 2024, 4.2), ("SWE", 2024, 2.8)));

        var page = await folder.PageAsync("torrberg");

        Assert.Equal(AreaLevel.Country, page.Indicators.Single().Level);
        Assert.Contains("Land jämförs med land.", Text(page, "sv"), StringComparison.Ordinal);
        Assert.Contains("Inflationen (enheter; P) | land | 4,2 (2024), Namibia | 2,8 (2024), Sverige | ingen uppgift", Text(page, "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_ThatAreNotThere_HaveAReason()
    {
        await folder.LoadAsync("s", Some.Figures("grp", ("SE232", 2022, 40000)), Some.Figures("inflation", ("SWE", 2024, 2.8)));

        var (known, coded, none) = (await folder.PageAsync("torrberg"), await folder.PageAsync("sandby"), await folder.PageAsync("skar"));

        Assert.Equal([(MissingReason.KnownToHaveNone, "nuts3"), (MissingReason.NoFigures, "worldbank"), (MissingReason.NotStored, null)], known.Missing.Select(one => (one.Reason, one.List)));
        Assert.Equal([(MissingReason.NoFigures, "nuts3"), (MissingReason.NoFigures, "worldbank"), (MissingReason.NotStored, null)], coded.Missing.Select(one => (one.Reason, one.List)));
        Assert.Equal([(MissingReason.NoCode, "nuts3"), (MissingReason.NoCode, "worldbank"), (MissingReason.NotStored, null)], none.Missing.Select(one => (one.Reason, one.List)));
        Assert.Contains("1 nyckeltal: policyn säger att det inte finns uppgifter om Torrberg i NUTS 3.", Text(known, "sv"), StringComparison.Ordinal);
        Assert.Contains("1 indicator: it is read by codes of NUTS 3, and Skär has none there.", Text(none, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("andelen elever i årskurs 9 i Lillstad med betyg", "andelen elever i årskurs 9 med betyg")]
    [InlineData("bruttoregionprodukten i länet kring Lillstad", "bruttoregionprodukten")]
    [InlineData("andelen kvinnor i Lillstads kommunfullmäktige", "andelen kvinnor i kommunfullmäktige")]
    [InlineData("antalet i Lillstadsbygden", "antalet i Lillstadsbygden")]
    public async Task Name_OfAnIndicator_LeavesOurPlaceOut(string name, string expected)
    {
        var policy = Lillstad with { Indicators = [Lillstad.Indicators[0] with { Name = new(name, "x") }] };
        await folder.LoadAsync("s", Some.Figures("grp", ("DK041", 2022, 41000)));

        var one = (await folder.PageAsync("sandby", policy)).Indicators.Single();

        Assert.Equal(expected, one.Name.Sv);
    }

    [Fact]
    public async Task Network_WithoutPlaceOrCountry_IsNotCompared()
    {
        await folder.PartnersAsync(Row("net", "organisation", "Nätet", "kind", "european-networks", "country", "EU"));
        await folder.LoadAsync("s", Some.Figures("grp", ("DK041", 2022, 41000)));

        var page = await folder.PageAsync("net");

        Assert.Contains("3 nyckeltal: Nätet är ingen plats som policyn har koder för.", Text(page, "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_OfSeveralSeriesUnderOneName_AreNotShown()
    {
        var builder = new ObservationBatchBuilder("grp", Dimension.RefArea, Dimension.Unit);
        builder.Add(Period.Year(2022), 1, null, Presence.Missing, "DK041", "EUR");
        builder.Add(Period.Year(2022), 2, null, Presence.Missing, "DK041", "PPS");
        await folder.LoadAsync("s", builder.Build());

        var page = await folder.PageAsync("sandby");

        Assert.Empty(page.Indicators);
        Assert.Contains(page.Missing, one => one is { Reason: MissingReason.SeveralSeries, Indicators: ["grp"] });
    }
}
