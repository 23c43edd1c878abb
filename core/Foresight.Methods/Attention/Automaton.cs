namespace Foresight.Methods.Attention;

/// <summary>
/// The cheapest sequence of states of an automaton with a base state and one or several upper states (Viterbi). Going down costs nothing; going
/// up, or from one upper state to another, costs the same each time. It begins in the base state.
/// </summary>
internal static class Automaton
{
    /// <summary>The states, 0 for the base and k + 1 for the k-th upper state.</summary>
    /// <param name="saved">Per upper state and batch: what being there saves against the base state.</param>
    /// <param name="entry">What going up costs.</param>
    public static int[] Path(double[][] saved, double entry)
    {
        var (levels, batches) = (saved.Length, saved[0].Length);
        var from = new int[batches, levels + 1];
        var gain = new double[levels + 1];
        Array.Fill(gain, double.NegativeInfinity, 1, levels);
        for (var t = 0; t < batches; t++)
        {
            var best = Best(gain);
            var next = new double[levels + 1];
            next[0] = gain[best];
            from[t, 0] = best;
            for (var level = 1; level <= levels; level++)
            {
                // At equal cost a burst begins late: batches without documents are not its beginning.
                var stays = gain[level] > gain[best] - entry;
                from[t, level] = stays ? level : best;
                next[level] = saved[level - 1][t] + (stays ? gain[level] : gain[best] - entry);
            }

            gain = next;
        }

        var path = new int[batches];
        for (var (t, state) = (batches - 1, Best(gain)); t >= 0; t--)
        {
            path[t] = state;
            state = from[t, state];
        }

        return path;
    }

    /// <summary>The lowest of the best states.</summary>
    private static int Best(double[] gain)
    {
        var best = 0;
        for (var state = 1; state < gain.Length; state++)
        {
            best = gain[state] > gain[best] ? state : best;
        }

        return best;
    }

    /// <summary>The runs of one upper state.</summary>
    public static IEnumerable<(int Start, int End, int Level)> Runs(int[] path)
    {
        for (var start = 0; start < path.Length;)
        {
            var end = start;
            while (end + 1 < path.Length && path[end + 1] == path[start])
            {
                end++;
            }

            if (path[start] > 0)
            {
                yield return (start, end, path[start] - 1);
            }

            start = end + 1;
        }
    }
}
