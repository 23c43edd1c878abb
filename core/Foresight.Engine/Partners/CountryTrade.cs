using Foresight.Exposure;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>What is known of our country's trade with a partner's.</summary>
public enum TradeKnown
{
    /// <summary>The largest partners of the year are known; the country is among them or not.</summary>
    LargestPartners,

    /// <summary>No trade of our country is stored.</summary>
    NothingStored,

    /// <summary>The country has no name or code in the source.</summary>
    NoCode,

    /// <summary>The partner is in our own country.</summary>
    OwnCountry,
}

/// <summary>Our country's trade with a partner's, of a source that names each year's largest partners only.</summary>
/// <param name="Known">What is known.</param>
public sealed record CountryTrade(TradeKnown Known)
{
    /// <summary>The year.</summary>
    public int? Year { get; init; }

    /// <summary>Exports to it in millions of US dollars at current prices; null where it is not among the largest.</summary>
    public TradeFigure? Exports { get; init; }

    /// <summary>Imports from it.</summary>
    public TradeFigure? Imports { get; init; }

    /// <summary>How many partners the source names for exports; 0 where it names none.</summary>
    public int NamedExports { get; init; }

    /// <summary>How many partners the source names for imports.</summary>
    public int NamedImports { get; init; }

    internal static CountryTrade Of(SummaryTrade? trade, Policy policy, string country)
    {
        if (country == policy.Home.Country)
        {
            return new(TradeKnown.OwnCountry);
        }

        if (trade is null)
        {
            return new(TradeKnown.NothingStored);
        }

        var codes = policy.Places.Where(place => place.Role == PlaceRole.Country && place.Country == country).SelectMany(place => place.CodesOf("wits")).ToHashSet(StringComparer.Ordinal);
        return codes.Count == 0 ? new(TradeKnown.NoCode) : new(TradeKnown.LargestPartners)
        {
            Year = trade.Year,
            Exports = Find(trade.TopExportPartners, trade.Exports),
            Imports = Find(trade.TopImportPartners, trade.Imports),
            NamedExports = trade.TopExportPartners.Count,
            NamedImports = trade.TopImportPartners.Count,
        };

        TradeFigure? Find(IReadOnlyList<SummaryFigure> partners, SummaryFigure? total) => partners.FirstOrDefault(partner => codes.Contains(partner.Name)) is not { } found ? null
            : new(found.Value, total is { Value: > 0 } all ? found.Value / all.Value : null, 1 + partners.Count(partner => partner.Value > found.Value));
    }

    internal static async Task<SummaryTrade?> ReadAsync(ITables tables, Policy policy)
    {
        var reporter = policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && place.Country == policy.Home.Country)?.CodesOf("wits").FirstOrDefault();
        return policy.ProductWatch?.SummarySource is { } source && reporter is not null ? await SummaryTrade.ReadAsync(tables, source, reporter).ConfigureAwait(false) : null;
    }
}

/// <summary>A year's trade with a country.</summary>
/// <param name="Value">In millions of US dollars at current prices.</param>
/// <param name="Share">Its share of all our country's, 0 to 1; null where the whole is not known.</param>
/// <param name="Rank">Its place among the partners, 1 for the largest.</param>
public sealed record TradeFigure(double Value, double? Share, int Rank);
