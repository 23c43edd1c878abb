namespace Foresight.Engine.Signals;

/// <summary>How several people's figures lie.</summary>
/// <param name="People">How many gave one.</param>
/// <param name="Median">The middle one; between two the mean of both.</param>
/// <param name="Least">The least.</param>
/// <param name="Greatest">The greatest.</param>
/// <param name="LowerQuartile">A quarter lie below it.</param>
/// <param name="UpperQuartile">A quarter lie above it.</param>
public sealed record Spread(int People, double Median, int Least, int Greatest, double LowerQuartile, double UpperQuartile)
{
    /// <summary>From so many steps on people are said to differ.</summary>
    private const int Apart = 2;

    /// <summary>Whether two of them lie two steps or more apart.</summary>
    public bool IsContested => Greatest - Least >= Apart;

    /// <summary>The spread of some figures; null for none.</summary>
    public static Spread? Of(IEnumerable<int?> figures)
    {
        int[] sorted = [.. figures.OfType<int>().Order()];
        return sorted.Length == 0 ? null : new Spread(sorted.Length, Quantile(sorted, 0.5), sorted[0], sorted[^1], Quantile(sorted, 0.25), Quantile(sorted, 0.75));
    }

    // Type 7 of Hyndman and Fan (1996), as R has it by default.
    private static double Quantile(int[] sorted, double share)
    {
        var at = (sorted.Length - 1) * share;
        var (below, part) = ((int)at, at - Math.Floor(at));
        return part == 0 ? sorted[below] : sorted[below] + (part * (sorted[below + 1] - sorted[below]));
    }
}
