namespace Foresight.Methods.Trends;

/// <summary>What all methods on values in time ask of them.</summary>
internal static class Series
{
    public static void Check(ReadOnlySpan<double> times, ReadOnlySpan<double> values, int least)
    {
        if (times.Length != values.Length)
        {
            throw new ArgumentException($"There are {times.Length} times and {values.Length} values: give one time for each value.", nameof(times));
        }

        if (values.Length < least)
        {
            throw new ArgumentException($"There are {values.Length} values: this needs {least} or more.", nameof(values));
        }

        for (var i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]) || !double.IsFinite(values[i]))
            {
                throw new ArgumentException($"Value {i} or its time is no number: leave missing ones out, gaps are allowed.", nameof(values));
            }

            if (i > 0 && times[i] <= times[i - 1])
            {
                throw new ArgumentException($"Time {i} is not after the one before it: sort the series, one value a time.", nameof(times));
            }
        }
    }

    /// <summary>The least distance between neighbours: one step, of which gaps are multiples.</summary>
    public static double Step(ReadOnlySpan<double> times)
    {
        var step = double.PositiveInfinity;
        for (var i = 1; i < times.Length; i++)
        {
            step = Math.Min(step, times[i] - times[i - 1]);
        }

        return step;
    }

    /// <summary>The sizes of groups of equal values, only those above one.</summary>
    public static IReadOnlyList<int> Ties(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var ties = new List<int>();
        for (int i = 0, end; i < sorted.Length; i = end)
        {
            for (end = i + 1; end < sorted.Length && sorted[end] == sorted[i];)
            {
                end++;
            }

            if (end - i > 1)
            {
                ties.Add(end - i);
            }
        }

        return ties;
    }

    /// <summary>Ranks from 1; equal values share the mean of theirs.</summary>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        var ranks = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (below, equal) = (0, 0);
            foreach (var other in values)
            {
                below += other < values[i] ? 1 : 0;
                equal += other == values[i] ? 1 : 0;
            }

            ranks[i] = below + ((equal + 1) / 2.0);
        }

        return ranks;
    }
}
