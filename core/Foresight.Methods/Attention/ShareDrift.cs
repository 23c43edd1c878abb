namespace Foresight.Methods.Attention;

/// <summary>
/// A slow drift of a share over batches: Cochran's and Armitage's test for a trend in proportions (Armitage, Biometrics 11, 1955, 375–386), with
/// the variance raised by the dispersion around the fitted line where that is above 1, since news comes in flocks.
/// </summary>
/// <param name="Slope">The change of the share per batch.</param>
/// <param name="Deviation">The slope over its standard error: normal if there is no drift.</param>
/// <param name="Dispersion">How many times as much as by chance the shares spread around the line; at least 1.</param>
/// <param name="First">The fitted share in the first batch.</param>
/// <param name="Last">The fitted share in the last batch.</param>
public readonly record struct ShareDrift(double Slope, double Deviation, double Dispersion, double First, double Last)
{
    /// <summary>Tests for a drift; batches in bursts can be left out, so that a burst is not told again as a drift.</summary>
    /// <param name="relevant">The relevant documents of each batch.</param>
    /// <param name="documents">All documents of each batch.</param>
    /// <param name="leaveOut">Bursts whose batches do not count; null for none.</param>
    /// <returns>Null where there are fewer than three batches with documents, or all or none of these are relevant.</returns>
    public static ShareDrift? Of(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents, IEnumerable<Burst>? leaveOut = null)
    {
        Batches.Check(relevant, documents);
        var counted = new bool[relevant.Length];
        Array.Fill(counted, true);
        foreach (var burst in leaveOut ?? [])
        {
            counted.AsSpan(burst.Start..(burst.End + 1)).Clear();
        }

        var (r, d, weighted, batches) = (0L, 0L, 0.0, 0);
        for (var t = 0; t < counted.Length; t++)
        {
            if (counted[t] && documents[t] > 0)
            {
                (r, d, weighted, batches) = (r + relevant[t], d + documents[t], weighted + ((double)t * documents[t]), batches + 1);
            }
        }

        if (batches < 3 || r == 0 || r == d)
        {
            return null;
        }

        var (share, middle) = ((double)r / d, weighted / d);
        var (along, spread) = (0.0, 0.0);
        for (var t = 0; t < counted.Length; t++)
        {
            if (counted[t])
            {
                along += (t - middle) * (relevant[t] - (share * documents[t]));
                spread += (t - middle) * (t - middle) * documents[t];
            }
        }

        var slope = along / spread;
        var chi = 0.0;
        for (var t = 0; t < counted.Length; t++)
        {
            if (counted[t] && documents[t] > 0)
            {
                var off = relevant[t] - (documents[t] * (share + (slope * (t - middle))));
                chi += off * off / (documents[t] * share * (1 - share));
            }
        }

        var dispersion = Math.Max(1, chi / (batches - 2));
        return new ShareDrift(
            slope, along / Math.Sqrt(share * (1 - share) * spread * dispersion), dispersion, share - (slope * middle), share + (slope * (relevant.Length - 1 - middle)));
    }
}
