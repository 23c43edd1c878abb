using Foresight.Methods.Trade;

namespace Foresight.Exposure;

/// <summary>A product's trade in twelve months, in euros at current prices.</summary>
/// <param name="ByPartner">By partner: single countries, no sums.</param>
/// <param name="Secret">What went to partners that are not told.</param>
/// <param name="Stated">The total over all partners as the source states it; null where it states none.</param>
internal sealed record TradeSums(IReadOnlyDictionary<string, double> ByPartner, double Secret, double? Stated)
{
    // Above this part without a known partner nothing is said of concentration, and above it no partner is called the largest.
    private const double MostUnexplained = 0.1;

    /// <summary>What the source tells by partner, the untold ones included.</summary>
    public double Known => ByPartner.Values.Sum() + Secret;

    public double Total => Stated ?? Known;

    /// <summary>How far the trade lies with few partners; null where the total over all partners is not known, or too much of it has no known partner.</summary>
    public Concentration? Concentration =>
        Stated is > 0 and var stated && Methods.Trade.Concentration.Of([.. ByPartner.Values], stated) is { Unexplained: <= MostUnexplained } known ? known : null;

    public double ShareOf(string partner) => Total > 0 ? ByPartner.GetValueOrDefault(partner) / Total : 0;
}
