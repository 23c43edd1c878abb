namespace Foresight.Methods.Trends;

/// <summary>What a series does by itself from one time to the next.</summary>
public static class SeriesNoise
{
    /// <summary>
    /// The median of |xᵢ₊₁ − xᵢ| over neighbours that are one step apart (the least distance between neighbours): single jumps do not move it, and a gap is no step.
    /// </summary>
    /// <param name="times">The times, rising.</param>
    /// <param name="values">The values, two or more.</param>
    /// <returns>In the unit of the values for one step of time; never negative.</returns>
    /// <exception cref="ArgumentException">Fewer than two values, times that do not rise, or a value that is no number.</exception>
    public static double MedianAbsoluteChange(ReadOnlySpan<double> times, ReadOnlySpan<double> values)
    {
        Series.Check(times, values, 2);
        var step = Series.Step(times) * 1.001;
        var changes = new List<double>(values.Length);
        for (var i = 1; i < values.Length; i++)
        {
            if (times[i] - times[i - 1] <= step)
            {
                changes.Add(Math.Abs(values[i] - values[i - 1]));
            }
        }

        return Series.Median([.. changes]);
    }
}
