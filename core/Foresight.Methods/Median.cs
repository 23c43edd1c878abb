namespace Foresight.Methods;

/// <summary>The middle value: half lie below it, half above.</summary>
public static class Median
{
    /// <summary>Of values in any order; of an even number the mean of the two in the middle.</summary>
    /// <param name="values">At least one value.</param>
    /// <exception cref="IndexOutOfRangeException">There is no value.</exception>
    public static double Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted);
    }

    internal static double OfSorted(ReadOnlySpan<double> sorted) =>
        sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
}
