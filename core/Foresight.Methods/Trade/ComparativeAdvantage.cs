namespace Foresight.Methods.Trade;

/// <summary>
/// Revealed comparative advantage of a country in a product (Balassa 1965): the product's share of the country's exports divided by its share of the
/// world's exports. Above 1 the country exports more of it than the world does on the whole.
/// </summary>
public static class ComparativeAdvantage
{
    /// <summary>(x / X) / (w / W); null where the world exports nothing of it.</summary>
    /// <param name="exports">The country's exports of the product.</param>
    /// <param name="allExports">All its exports.</param>
    /// <param name="worldExports">The world's exports of the product.</param>
    /// <param name="allWorldExports">All exports of the world.</param>
    /// <exception cref="ArgumentException">A value is below nought, a product exceeds its total, or a total is nought.</exception>
    public static double? Balassa(double exports, double allExports, double worldExports, double allWorldExports)
    {
        if (!(exports >= 0) || !(worldExports >= 0) || !(allExports > 0) || !(allWorldExports > 0) || exports > allExports || worldExports > allWorldExports)
        {
            throw new ArgumentException("A product's exports lie between nought and all exports, and all exports are above nought.", nameof(exports));
        }

        return worldExports == 0 ? null : exports / allExports / (worldExports / allWorldExports);
    }

    /// <summary>The symmetric form (B - 1) / (B + 1), from -1 to 1 with 0 where the country is as the world (Dalum, Laursen and Villumsen 1998).</summary>
    public static double Symmetric(double balassa)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(balassa);
        return (balassa - 1) / (balassa + 1);
    }
}
