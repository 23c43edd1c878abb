using Foresight.Formats.Delimited;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>
/// The columns of Comext's monthly files, under the names of both generations: <c>REPORTER,PARTNER,…</c> (18 columns, full_v2) and
/// <c>DECLARANT,DECLARANT_ISO,…</c> (19 columns, where the plain names hold numbers). Only what tells rows apart is read: the other
/// classifications follow from the product.
/// </summary>
internal static class ComextBulkTable
{
    public const string Dataset = "comext-bulk";
    public const string TradeType = "trade_type";
    public const string Procedure = "stat_procedure";
    public const string Sitc = "product_sitc";
    public const string SupplementaryUnit = "suppl_unit";
    public const string Period = "period";

    /// <summary>A column that only the older generation has.</summary>
    public const string OldMark = "declarant";
    public const string SupplementaryQuantity = "QUANTITY_SUPPL_UNIT";

    /// <summary>What says that a product has no supplementary unit.</summary>
    public const string NoUnit = "NO_SU";

    private static readonly Dictionary<string, string[]> HeadersOf = new()
    {
        ["VALUE_EUR"] = ["VALUE_EUR", "VALUE_IN_EUROS"],
        ["VALUE_NAC"] = ["VALUE_NAC"],
        ["QUANTITY_KG"] = ["QUANTITY_KG", "QUANTITY_IN_KG"],
        [SupplementaryQuantity] = [SupplementaryQuantity, "SUP_QUANTITY"],
    };

    public static IEnumerable<string> Measures => HeadersOf.Keys;

    /// <summary>The unit of a measure; the supplementary quantity's stands in its line.</summary>
    public static string UnitOf(string measure) => measure switch { "VALUE_EUR" => "EUR", "VALUE_NAC" => "NAC", _ => "KG" };

    public static DelimitedLayout LayoutFor(ComextBulkOptions options) => new(
    [
        new(Dimension.RefArea, "REPORTER", "DECLARANT_ISO") { Wanted = OneOf(options.Reporters) },
        new(Dimension.CounterpartArea, "PARTNER_ISO", "PARTNER") { Wanted = OneOf(options.Partners) },
        new(TradeType, "TRADE_TYPE") { IsOptional = true },
        new(Dimension.Product, "PRODUCT_NC", "PRODUCT_CN") { Wanted = BeginsWithOneOf(options.Products) },
        new(Sitc, "PRODUCT_SITC") { IsOptional = true },
        new(Dimension.Flow, "FLOW") { Wanted = OneOf(options.Flows) },
        new(Procedure, "STAT_PROCEDURE", "STAT_REGIME") { IsOptional = true },
        new(SupplementaryUnit, "SUPPL_UNIT", "SUPP_UNIT") { IsOptional = true },
        new(Period, "PERIOD"),
        new(OldMark, "DECLARANT") { IsOptional = true },
        .. options.Measures.Select(measure => new DelimitedField(measure, HeadersOf[measure]) { IsNumber = true, IsOptional = measure is not "VALUE_EUR" }),
    ]);

    private static Func<string, bool>? OneOf(IReadOnlyList<string> codes) =>
        codes.Count == 0 ? null : new HashSet<string>(codes, StringComparer.Ordinal).Contains;

    private static Func<string, bool>? BeginsWithOneOf(IReadOnlyList<string> codes) =>
        codes.Count == 0 ? null : code => codes.Any(wanted => code.StartsWith(wanted, StringComparison.Ordinal));
}
