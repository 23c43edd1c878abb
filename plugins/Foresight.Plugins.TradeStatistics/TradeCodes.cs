using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>What the codes of trade statistics stand for, as far as the codes themselves say: which a sum may take, and which it may not.</summary>
internal static class TradeCodes
{
    public const string AllProducts = "TOTAL";

    /// <summary>CN has 8 digits, and the longest national list 10; what is longer is no product.</summary>
    private const int LongestProduct = 12;

    /// <summary>
    /// Comext's GEONOM: two letters for a country; <c>QP</c> to <c>QZ</c> and <c>ZZ</c> for high seas, stores and provisions, and countries that are
    /// not stated or secret; longer codes for the EU, the euro area and the world.
    /// </summary>
    public static CodeKind KindOfArea(string code) => code switch
    {
        ['Q', >= 'P' and <= 'Z'] or "ZZ" => CodeKind.Pseudo,
        "EU" or "EA" => CodeKind.Aggregate,
        { Length: > 2 } => CodeKind.Aggregate,
        _ => CodeKind.Item,
    };

    /// <summary>Letters in a code of eight signs (<c>39XXXXXX</c>, <c>99SSS999</c>) hide what may not be told, or stand for what is not classed.</summary>
    public static bool IsHiddenProduct(string code) => code.Length >= 8 && !code.All(char.IsAsciiDigit);

    /// <summary>Codes of sums that no other code begins with: sections of the CN (<c>IV</c>), and SITC's <c>ALL</c> and <c>AG1</c> to <c>AG5</c>.</summary>
    public static bool IsNamedSum(string code) =>
        code is AllProducts or "ALL" or ['A', 'G', >= '1' and <= '9'] || (code.Length > 0 && code.All(letter => letter is 'I' or 'V' or 'X'));

    /// <summary>The codes of which a product may be a part, the nearest first: <c>720241</c>, <c>7202</c>, <c>72</c>, <c>TOTAL</c>.</summary>
    public static IEnumerable<string> AncestorsOf(string product)
    {
        if (product == AllProducts)
            yield break;
        for (var length = Math.Min(product.Length - 1, LongestProduct) & ~1; length >= 2; length -= 2)
            yield return product[..length];
        yield return AllProducts;
    }
}
