namespace Foresight.Methods.Attention;

/// <summary>
/// Bursts against what was usual just before. Kleinberg's automaton (<see cref="KleinbergBursts"/>) with three changes, each for a fault that shows on
/// news archives:
/// <list type="bullet">
/// <item>The base rate of a batch is that of the quiet batches before it (13 by default), not of the whole archive: slow growth is no burst, and
/// what stays high for as long is the new normal. Batches in a burst are left out of it, so the search is repeated until it settles.</item>
/// <item>Counts spread more than the binomial law says, since news comes in flocks. The dispersion φ is Pearson's χ² over its degrees of freedom, of the
/// quiet batches and never below 1, and costs are divided by it (quasi-likelihood; McCullagh and Nelder 1989, section 4.5).</item>
/// <item>Several upper states stand beside each other, all reached at the same cost γ ln n, and multiply the odds instead of the share, so that none
/// passes 1: being in the state with ratio s saves (r ln s − d ln(1 + (s − 1) p0)) / φ.</item>
/// </list>
/// </summary>
public static class ReferenceBursts
{
    private const int MostRounds = 5;

    /// <summary>Finds the bursts, earliest first.</summary>
    /// <param name="relevant">The relevant documents of each batch.</param>
    /// <param name="documents">All documents of each batch; a batch without any says nothing.</param>
    /// <param name="options">How to look; null for the defaults.</param>
    public static IReadOnlyList<Burst> Find(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents, ReferenceBurstOptions? options = null)
    {
        Batches.Check(relevant, documents);
        options ??= new ReferenceBurstOptions();
        var (count, entry) = (relevant.Length, options.Gamma * Math.Log(relevant.Length));
        var path = new int[count];
        var saved = options.Ratios.Select(_ => new double[count]).ToArray();
        double[] rates = [];
        for (var round = 0; round < MostRounds; round++)
        {
            var reference = ReferenceRates.Of(relevant, documents, path, options);
            rates = reference.Rates;
            for (var level = 0; level < saved.Length; level++)
            {
                var ratio = options.Ratios[level];
                var ifRelevant = Math.Log(ratio);
                for (var t = 0; t < count; t++)
                {
                    saved[level][t] = ((relevant[t] * ifRelevant) - (documents[t] * Math.Log(1 + ((ratio - 1) * rates[t])))) / reference.Dispersion;
                }
            }

            var next = Automaton.Path(saved, entry);
            var settled = next.AsSpan().SequenceEqual(path);
            path = next;
            if (settled)
            {
                break;
            }
        }

        return Told(path, saved, rates, relevant, documents, options);
    }

    private static List<Burst> Told(
        int[] path, double[][] saved, double[] rates, ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents, ReferenceBurstOptions options)
    {
        var bursts = new List<Burst>();
        foreach (var (start, end, level) in Automaton.Runs(path))
        {
            var weight = Batches.Sum(saved[level].AsSpan(start..(end + 1)));
            var expected = 0.0;
            for (var t = start; t <= end; t++)
            {
                expected += rates[t] * documents[t];
            }

            bursts.Add(new Burst
            {
                Start = start,
                End = end,
                Weight = weight,
                Ratio = options.Ratios[level],
                Relevant = Batches.Sum(relevant[start..(end + 1)]),
                Documents = Batches.Sum(documents[start..(end + 1)]),
                Expected = expected,
                PValue = Math.Min(1, path.Length * saved.Length * Math.Exp(-weight)),
            });
        }

        return bursts;
    }
}
