namespace Foresight.Methods.Attention;

/// <summary>
/// Bursts in batched arrivals by Kleinberg's two-state automaton ("Bursty and hierarchical structure in streams", KDD 2002, section 4, "Enumerating
/// bursts"). Of the d documents of a batch r are relevant. In state 0 a document is relevant with probability p0 = Σr / Σd, in state 1 with
/// p1 = s p0. A state costs σ(i, r, d) = −ln[C(d, r) pᵢ^r (1 − pᵢ)^(d − r)], going up costs γ ln n for n batches, going down nothing, and the
/// automaton begins in state 0. The states of least total cost are found by Viterbi's algorithm, not batch by batch.
/// <para>
/// The base rate is that of all batches, so in a long archive whose share grows slowly the last years are one burst: <see cref="ReferenceBursts"/>.
/// </para>
/// </summary>
public static class KleinbergBursts
{
    /// <summary>Where s p0 would be 1 or more.</summary>
    private const double MostProbable = 0.99999;

    /// <summary>Finds the bursts, earliest first.</summary>
    /// <param name="relevant">The relevant documents of each batch.</param>
    /// <param name="documents">All documents of each batch; a batch without any says nothing.</param>
    /// <param name="ratio">s: how many times the base rate the upper state has; above 1.</param>
    /// <param name="gamma">γ: how hard it is to go up; above 0.</param>
    public static IReadOnlyList<Burst> Find(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents, double ratio = 2, double gamma = 1)
    {
        Batches.Check(relevant, documents);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ratio, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(gamma, 0);
        var (r, d) = (Batches.Sum(relevant), Batches.Sum(documents));
        if (r == 0 || r == d)
        {
            return [];
        }

        var low = (double)r / d;
        var high = Math.Min(ratio * low, MostProbable);
        if (high <= low)
        {
            return [];
        }

        var (ifRelevant, ifNot) = (Math.Log(high / low), Math.Log((1 - high) / (1 - low)));
        var saved = new double[relevant.Length];
        for (var t = 0; t < saved.Length; t++)
        {
            saved[t] = (relevant[t] * ifRelevant) + ((documents[t] - relevant[t]) * ifNot);
        }

        var bursts = new List<Burst>();
        foreach (var (start, end, _) in Automaton.Runs(Automaton.Path([saved], gamma * Math.Log(saved.Length))))
        {
            var weight = Batches.Sum(saved.AsSpan(start..(end + 1)));
            var within = Batches.Sum(documents[start..(end + 1)]);
            bursts.Add(new Burst
            {
                Start = start,
                End = end,
                Weight = weight,
                Ratio = high / low,
                Relevant = Batches.Sum(relevant[start..(end + 1)]),
                Documents = within,
                Expected = low * within,
                PValue = Math.Min(1, saved.Length * Math.Exp(-weight)),
            });
        }

        return bursts;
    }
}
