using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>
/// Gathers a dataset's codes and tells which are no single things, so that whoever sums can leave them out. A product is a sum where
/// products that belong to it are in the dataset too.
/// </summary>
internal sealed class SeenCodes(string dataset)
{
    private static readonly string[] Dimensions = [Dimension.RefArea, Dimension.CounterpartArea, Dimension.Product, Dimension.Indicator];
    private static readonly CodeLabel[] Flows =
    [
        new(Dimension.Flow, "1", "Import", "Imports"),
        new(Dimension.Flow, "2", "Export", "Exports"),
    ];

    private readonly Dictionary<string, SortedSet<string>> seen = Dimensions.ToDictionary(dimension => dimension, _ => new SortedSet<string>(StringComparer.Ordinal));

    private readonly HashSet<CodeLabel> told = [];

    /// <summary>Notes the codes of a batch.</summary>
    public void Add(ObservationBatch batch)
    {
        foreach (var (dimension, codes) in seen)
        {
            if (batch.Dimensions.TryGetValue(dimension, out var column))
                codes.UnionWith(column.Values);
        }
    }

    /// <summary>Whether a code was seen.</summary>
    public bool Contains(string dimension, string code) => seen[dimension].Contains(code);

    /// <summary>The sums and the pseudo-codes among them, and what the flows are called; what was told before is not told again.</summary>
    public CodeListBatch ToBatch(Cursor? next)
    {
        CodeLabel[] codes = [.. Areas(Dimension.RefArea), .. Areas(Dimension.CounterpartArea), .. Products(), .. Flows];
        return new CodeListBatch { Dataset = dataset, Codes = [.. codes.Where(told.Add)], Next = next };
    }

    private IEnumerable<CodeLabel> Areas(string dimension) =>
        from code in seen[dimension]
        let kind = TradeCodes.KindOfArea(code)
        where kind != CodeKind.Item
        select new CodeLabel(dimension, code, null, null, kind);

    private IEnumerable<CodeLabel> Products()
    {
        var products = seen[Dimension.Product];
        var sums = products.SelectMany(TradeCodes.AncestorsOf).Where(products.Contains).ToHashSet(StringComparer.Ordinal);
        return from code in products
               let kind = sums.Contains(code) ? CodeKind.Aggregate : TradeCodes.IsHiddenProduct(code) ? CodeKind.Pseudo : CodeKind.Item
               where kind != CodeKind.Item
               select new CodeLabel(Dimension.Product, code, null, null, kind, TradeCodes.AncestorsOf(code).FirstOrDefault(products.Contains));
    }
}
