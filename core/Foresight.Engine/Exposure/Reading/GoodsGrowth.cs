using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>What watched goods add to the growth of all goods of a direction.</summary>
/// <param name="All">All goods together.</param>
/// <param name="Goods">The watched goods, none of them a part of another.</param>
/// <param name="Left">Watched goods without figures of the same months: they are among the others.</param>
internal sealed record GoodsGrowth(ProductTrade All, IReadOnlyList<ProductTrade> Goods, IReadOnlyList<WatchedProduct> Left)
{
    /// <summary>By the goods' ids; all other goods are the rest.</summary>
    public GrowthContributions Contributions => GrowthContributions.Between(
        Goods.ToDictionary(trade => trade.Product.Id, trade => trade.Before.Total, StringComparer.Ordinal),
        Goods.ToDictionary(trade => trade.Product.Id, trade => trade.Now.Total, StringComparer.Ordinal),
        (All.Before.Total, All.Now.Total));
}
