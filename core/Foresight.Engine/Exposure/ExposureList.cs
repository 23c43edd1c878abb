using Foresight.Exposure;
using Foresight.Sdk;

namespace Foresight.Engine.Exposure;

/// <summary>The goods that the policy watches, with what the store holds of them.</summary>
public static class ExposureList
{
    private const int Largest = 5;

    /// <summary>Reads them in the policy's order.</summary>
    /// <exception cref="InvalidOperationException">The policy watches no goods.</exception>
    public static async Task<IReadOnlyList<ExposureLine>> ReadAsync(ITables tables, Policy policy, CancellationToken cancellationToken)
    {
        var watch = WatchOf(policy);
        var reading = await ExposureReading.OpenAsync(tables, policy, watch);
        await reading.ReadProductsAsync(cancellationToken);
        return [.. watch.Products.Select(product => LineOf(product, reading, watch))];
    }

    internal static ProductWatch WatchOf(Policy policy) =>
        policy.ProductWatch ?? throw new InvalidOperationException($"The policy '{policy.Id}' watches no goods; write them under productWatch (docs/policy.md).");

    private static ExposureLine LineOf(WatchedProduct product, ExposureReading reading, ProductWatch watch)
    {
        var line = new ExposureLine
        {
            Id = product.Id,
            Name = product.Name.En,
            Flow = product.Flow == TradeFlow.Import ? "import" : "export",
            Codes = product.Codes,
        };
        if (reading.Products.FirstOrDefault(trade => trade.Product == product) is not { } trade)
        {
            return line with
            {
                Note = reading.Missing.First(missing => missing.Product == product).Reason switch
                {
                    MissingReason.SourceIsEmpty => $"The store has no monthly trade yet (source {watch.Source ?? watch.MirrorSource ?? "of none"}).",
                    MissingReason.TooFewMonths => "The store has no two whole years in a row.",
                    _ => "Neither the country nor the partners that are asked tell of it, or it is confidential.",
                },
            };
        }

        return line with
        {
            Value = trade.Now.Total,
            Growth = trade.Growth,
            Period = trade.Window.Now,
            Partners = [.. trade.Partners.Take(Largest).Select(partner => new PartnerShare(partner.Key, trade.Now.ShareOf(partner.Key)))],
            HhiLow = trade.ConcentrationNow?.Low,
            HhiHigh = trade.ConcentrationNow?.High,
            Source = trade.Source,
            Mirror = trade.Mirror is not null,
            Note = trade.Mirror is { } reason ? MirrorNote(reason, trade)
                : !trade.IsWhole ? "The sum is of the partners that were fetched only: no concentration by partner."
                : trade.ConcentrationNow is null ? "Too much of the trade has no known partner: no concentration by partner."
                : null,
        };
    }

    internal static string MirrorNote(MirrorReason reason, ProductTrade trade) =>
        $"These are the figures of {string.Join(", ", trade.Mirrors)}, since the country's own are "
        + (reason switch
        {
            MirrorReason.Confidential => "confidential",
            MirrorReason.HiddenCode => "hidden under another code",
            MirrorReason.OneProducer => "missing, probably confidential: there is one maker only",
            _ => "missing",
        })
        + ".";
}
