using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>Which names of a summary are sums, and which are no countries. WITS has names only: they are codes and labels at once.</summary>
internal static class WitsCodes
{
    private const string AllProducts = "All Products";

    private static readonly Dictionary<string, CodeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["World"] = CodeKind.Aggregate,
        ["Bunkers"] = CodeKind.Pseudo,
        ["Special Categories"] = CodeKind.Pseudo,
        ["Unspecified"] = CodeKind.Pseudo,
        [AllProducts] = CodeKind.Aggregate,
        // Stages of processing part the same trade a second time: with the sections they would make twice the total.
        ["Raw materials"] = CodeKind.Aggregate,
        ["Intermediate goods"] = CodeKind.Aggregate,
        ["Capital goods"] = CodeKind.Aggregate,
        ["Consumer goods"] = CodeKind.Aggregate,
        ["WLD"] = CodeKind.Aggregate,
        ["EUN"] = CodeKind.Aggregate,
    };

    /// <summary>The sums and pseudo-codes of some batches.</summary>
    public static CodeListBatch Of(IEnumerable<ObservationBatch> batches) => new()
    {
        Dataset = WitsSummary.Dataset,
        Codes =
        [
            .. batches.SelectMany(batch => new[] { Dimension.RefArea, Dimension.CounterpartArea, Dimension.Product }
                    .SelectMany(dimension => batch.Dimensions[dimension].Values.Select(code => (Dimension: dimension, Code: code))))
                .Distinct()
                .Where(one => Kinds.ContainsKey(one.Code))
                .OrderBy(one => one.Dimension, StringComparer.Ordinal).ThenBy(one => one.Code, StringComparer.Ordinal)
                .Select(one => new CodeLabel(
                    one.Dimension, one.Code, null, one.Dimension == Dimension.RefArea ? null : one.Code, Kinds[one.Code],
                    one.Dimension == Dimension.Product && one.Code != AllProducts ? AllProducts : null)),
        ],
    };
}
