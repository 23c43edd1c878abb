using Foresight.Formats.PxWeb;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Scb;

/// <summary>What SCB's variables and codes are stored as.</summary>
internal sealed class ScbTradeNames(ScbTradeOptions options)
{
    public const string Contents = "ContentsCode";

    private const string ImportExport = "ImportExport";
    private const string Area = "SE";

    /// <summary>The dimension of a variable.</summary>
    public string DimensionOf(string variable) => options.StoreAs.TryGetValue(variable, out var named) ? named : variable switch
    {
        Contents => Dimension.Indicator,
        ImportExport => Dimension.Flow,
        "Handelspartner" or "Land" => Dimension.CounterpartArea,
        _ when variable.StartsWith("Varugrupp", StringComparison.Ordinal) => Dimension.Product,
        _ => variable.ToLowerInvariant(),
    };

    /// <summary>Flows have Comext's codes; the balance has none there and keeps its own.</summary>
    public static string CodeOf(string variable, string code) => (variable, code) switch
    {
        (ImportExport, "ITOT") => "1",
        (ImportExport, "ETOT") => "2",
        _ => code,
    };

    /// <summary>The labels of all that was asked for, in both languages.</summary>
    public CodeListBatch LabelsOf(PxWebSelection selection, PxWebTable swedish, PxWebTable english, PxWebDimension time, string dataset) => new()
    {
        Dataset = dataset,
        Codes =
        [
            new CodeLabel(Dimension.RefArea, Area, "Sverige", "Sweden"),
            .. selection.Parts.Where(part => part.Variable != time).SelectMany(part => Labels(part.Variable.Code, part.Codes, LabelsOf(swedish, part.Variable.Code), LabelsOf(english, part.Variable.Code))),
        ],
    };

    public static string HomeArea => Area;

    private IEnumerable<CodeLabel> Labels(string variable, IReadOnlyList<string> codes, Dictionary<string, string> sv, Dictionary<string, string> en)
    {
        var dimension = DimensionOf(variable);
        var sums = dimension == Dimension.Product ? codes.SelectMany(TradeCodes.AncestorsOf).ToHashSet(StringComparer.Ordinal) : [];
        var all = codes.ToHashSet(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            var kind = (variable == ImportExport && code is not ("ITOT" or "ETOT")) || sums.Contains(code) ? CodeKind.Aggregate
                : dimension == Dimension.Product && TradeCodes.IsHiddenProduct(code) ? CodeKind.Pseudo
                : dimension == Dimension.CounterpartArea ? TradeCodes.KindOfArea(code)
                : CodeKind.Item;
            var parent = dimension == Dimension.Product ? TradeCodes.AncestorsOf(code).FirstOrDefault(all.Contains) : null;
            yield return new CodeLabel(dimension, CodeOf(variable, code), sv.GetValueOrDefault(code), en.GetValueOrDefault(code), kind, parent);
        }
    }

    private static Dictionary<string, string> LabelsOf(PxWebTable table, string variable) =>
        table.Dimensions.FirstOrDefault(one => one.Code == variable) is { } found
            ? found.Codes.Zip(found.Labels).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second)
            : [];
}
