namespace Foresight.Exposure;

/// <summary>A product's trade in twelve months, in euros at current prices.</summary>
/// <param name="ByPartner">By partner: single countries, no sums.</param>
/// <param name="Secret">What went to partners that are not told.</param>
/// <param name="Stated">The total over all partners as the source states it; null where it states none.</param>
internal sealed record TradeSums(IReadOnlyDictionary<string, double> ByPartner, double Secret, double? Stated)
{
    /// <summary>What the source tells by partner, the untold ones included.</summary>
    public double Known => ByPartner.Values.Sum() + Secret;

    public double Total => Stated ?? Known;

    public double ShareOf(string partner) => Total > 0 ? ByPartner.GetValueOrDefault(partner) / Total : 0;
}
