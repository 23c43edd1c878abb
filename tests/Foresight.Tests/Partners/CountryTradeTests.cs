using Foresight.Engine.Partners;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Xunit;
using static Foresight.Tests.Partners.SomePartners;

namespace Foresight.Tests.Partners;

/// <summary>Our country's trade with a partner's, of a source that names five partners a year.</summary>
public sealed class CountryTradeTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("sv", "Export till Danmark 2021: 200 miljoner US-dollar, 20,0 % av all export; nummer 2.", "Import från Danmark 2021: inte bland de två största")]
    [InlineData("en", "Exports to Denmark in 2021: 200 million US dollars, 20.0% of all exports; number 2.", "Imports from Denmark in 2021: not among the two largest")]
    public async Task Trade_OfANamedPartner_HasValueShareAndPlace(string language, string exports, string imports)
    {
        await TradeAsync();

        var text = Text(await folder.PageAsync("sandby"), language);

        Assert.Contains(exports, text, StringComparison.Ordinal);
        Assert.Contains(imports, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trade_OfACountryThatIsNotNamed_IsNotNought()
    {
        await TradeAsync();

        var page = await folder.PageAsync("torrberg");

        Assert.Null(page.Trade.Exports);
        Assert.Contains("Export till Namibia 2021: inte bland de två största; hur stor den är framgår inte av källan.", Text(page, "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trade_OfACountryWithoutACode_IsNoData()
    {
        await TradeAsync();

        var page = await folder.PageAsync("skar");

        Assert.Equal(TradeKnown.NoCode, page.Trade.Known);
        Assert.Contains("Ingen uppgift: källan (WITS) har inga egna siffror för Åland.", Text(page, "sv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trade_ThatIsNotStored_IsNoData()
    {
        var page = await folder.PageAsync("sandby");

        Assert.Equal(TradeKnown.NothingStored, page.Trade.Known);
    }

    private Task<LoadResult> TradeAsync()
    {
        var builder = new ObservationBatchBuilder("wits-summary", Dimension.RefArea, Dimension.CounterpartArea, Dimension.Product, Dimension.Flow, Dimension.Indicator);
        Add("World", "2", "Exports (in US$ Mil)", 1000);
        Add("World", "1", "Imports (in US$ Mil)", 800);
        Add("NOR", "2", "Trade (US$ Mil)-Top 5 Export Partner", 300);
        Add("DNK", "2", "Trade (US$ Mil)-Top 5 Export Partner", 200);
        Add("NOR", "1", "Trade (US$ Mil)-Top 5 Import Partner", 90);
        Add("DEU", "1", "Trade (US$ Mil)-Top 5 Import Partner", 80);
        return folder.LoadAsync("wits", builder.Build());

        void Add(string partner, string flow, string indicator, double value) =>
            builder.Add(Period.Year(2021), value, null, Presence.Missing, "SWE", partner, "All Products", flow, indicator);
    }
}
