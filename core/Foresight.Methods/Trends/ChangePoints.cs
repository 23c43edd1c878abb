namespace Foresight.Methods.Trends;

/// <summary>The times from which a series stood on another level or followed another line.</summary>
/// <param name="Shape">What holds between them: a level, or a line.</param>
/// <param name="First">The places (from 0) of the first values after each change, rising; empty for none.</param>
/// <param name="Fit">The cut that was chosen.</param>
public sealed record ChangePointResult(SegmentShape Shape, IReadOnlyList<int> First, Segmentation Fit);

/// <summary>
/// Change points of a series of 8 to some hundred values: lasting changes of level or, where the series has a trend, of the line that it follows. Four shapes are weighed by BIC: one
/// level, one line, several levels, several lines. A trend is no change, and a dip of one or two values is none either.
/// </summary>
public static class ChangePoints
{
    /// <summary>Fewer values cannot show a change and that it lasted.</summary>
    public const int Least = 8;

    private const int MostBreaks = 5;
    private const int LeastOfMean = 3;
    private const int LeastOfLine = 4;
    private const int LongestDip = 2;

    // Trying each run of one or two values is quick for short series; in longer ones only the most unusual can have made the change alone.
    private const int MostTried = 60;

    /// <summary>
    /// Finds them. The best cut (<see cref="Segmentation.Best"/>) must have a BIC that is lower by <paramref name="margin"/> than that of the best shape without break, and each change must
    /// be found again nearby, by half that margin, when any one value or any two in succession are left out: what rests on a lone dip goes.
    /// </summary>
    /// <param name="times">The times, rising.</param>
    /// <param name="values">The values, <see cref="Least"/> or more.</param>
    /// <param name="margin">By how much BIC must fall. 6 is strong evidence in Kass and Raftery's words (Journal of the American Statistical Association 90, 1995, 773–795).</param>
    /// <exception cref="ArgumentException">Too few values, times that do not rise, or a value that is no number.</exception>
    public static ChangePointResult Find(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double margin = 6)
    {
        Series.Check(times, values, Least);
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        var (still, chosen) = Choose(times, values, margin);
        if (chosen.Last.Count == 0)
        {
            return new ChangePointResult(chosen.Shape, [], chosen);
        }

        double[] firsts = [.. chosen.Last.Select(last => last + 1.0)];
        var lasting = firsts.ToList();
        foreach (var (start, length) in Runs(times, values, still))
        {
            double[] fewerTimes = [.. times[..start], .. times[(start + length)..]];
            double[] fewerValues = [.. values[..start], .. values[(start + length)..]];
            var again = Choose(fewerTimes, fewerValues, margin / 2).Chosen.Last.Select(last => last + 1 + (last + 1 > start ? length : 0)).ToArray();
            var nearby = Math.Max(LongestDip, values.Length / 20);
            lasting.RemoveAll(first => !again.Any(other => Math.Abs(other - first) <= nearby));
            if (lasting.Count == 0)
            {
                return new ChangePointResult(still.Shape, [], still);
            }
        }

        return new ChangePointResult(chosen.Shape, [.. lasting.Select(first => (int)first)], chosen);
    }

    private static (Segmentation Still, Segmentation Chosen) Choose(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double margin)
    {
        // A tenth of a long series, as is usual; never fewer than a dip has.
        var (mean, line) = (Math.Max(LeastOfMean, values.Length / 10), Math.Max(LeastOfLine, values.Length / 10));
        Segmentation[] all =
        [
            .. Segmentation.Best(times, values, SegmentShape.Mean, mean, MostBreaks),
            .. Segmentation.Best(times, values, SegmentShape.Line, line, MostBreaks),
        ];
        var still = all.Where(cut => cut.Last.Count == 0).MinBy(cut => cut.Bic)!;
        var best = all.MinBy(cut => cut.Bic)!;
        return (still, still.Bic - best.Bic < margin ? still : best);
    }

    // Runs of one or two values, those first that fit worst without a change.
    private static List<(int Start, int Length)> Runs(ReadOnlySpan<double> times, ReadOnlySpan<double> values, Segmentation still)
    {
        var rest = still.Shape == SegmentShape.Line ? SerialCorrelation.Detrended(times, values) : values.ToArray();
        var middle = Median.Of(rest);
        List<(int Start, int Length)> runs = [];
        for (var start = 0; start < rest.Length; start++)
        {
            for (var length = 1; length <= LongestDip && start + length <= rest.Length; length++)
            {
                runs.Add((start, length));
            }
        }

        return
        [
            .. runs.OrderByDescending(run => rest.Skip(run.Start).Take(run.Length).Average(value => Math.Abs(value - middle)))
                .ThenBy(run => run.Start).ThenBy(run => run.Length).Take(MostTried),
        ];
    }
}
