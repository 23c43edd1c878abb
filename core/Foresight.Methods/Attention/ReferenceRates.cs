namespace Foresight.Methods.Attention;

/// <summary>The base rate of each batch by the quiet batches before it, and how much more than by chance counts spread around it.</summary>
internal sealed record ReferenceRates(double[] Rates, double Dispersion)
{
    /// <summary>Estimates them.</summary>
    /// <param name="relevant">The relevant documents of each batch.</param>
    /// <param name="documents">All documents.</param>
    /// <param name="path">The states so far; batches in an upper one are not quiet.</param>
    /// <param name="options">How far back to look.</param>
    public static ReferenceRates Of(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents, int[] path, ReferenceBurstOptions options)
    {
        var count = relevant.Length;
        var rates = new double[count];
        var (chi, degrees) = (0.0, 0);
        for (var t = 0; t < count; t++)
        {
            var (r, d) = Before(relevant, documents, path, t, options);
            // One relevant document is added: a base rate of 0 would make anything a burst.
            rates[t] = Math.Min((r + 1) / (d + 1), 0.999);
            var expected = rates[t] * documents[t];
            if (path[t] == 0 && expected > 0)
            {
                // The rate is itself estimated on d documents.
                chi += (relevant[t] - expected) * (relevant[t] - expected) / (expected * (1 - rates[t]) * (1 + (documents[t] / (d + 1))));
                degrees++;
            }
        }

        return new ReferenceRates(rates, degrees == 0 ? 1 : Math.Max(1, chi / degrees));
    }

    private static (double Relevant, double Documents) Before(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents, int[] path, int t, ReferenceBurstOptions options)
    {
        var from = Math.Max(0, t - options.Reference);
        var (r, d, quiet) = Quiet(relevant, documents, path, from, t, t);
        if (quiet >= options.LeastReference)
        {
            return (r, d);
        }

        // Nearly all of it in a burst is a new level; at the beginning of the archive the batches after it must do.
        if (t - from >= options.Reference)
        {
            (r, d, _) = Quiet(relevant, documents, new int[path.Length], from, t, t);
            return (r, d);
        }

        (r, d, quiet) = Quiet(relevant, documents, path, 0, Math.Min(path.Length, options.Reference), t);
        return quiet > 0 ? (r, d) : (Batches.Sum(relevant), Batches.Sum(documents));
    }

    private static (double Relevant, double Documents, int Quiet) Quiet(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents, int[] path, int from, int to, int but)
    {
        var (r, d, quiet) = (0L, 0L, 0);
        for (var t = from; t < to; t++)
        {
            if (path[t] == 0 && t != but)
            {
                r += relevant[t];
                d += documents[t];
                quiet++;
            }
        }

        return (r, d, quiet);
    }
}
