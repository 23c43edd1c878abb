namespace Foresight.Plugins.FocusClassifier;

/// <summary>Calibrates labels of which a text may have any, and chooses from which probability on one is said.</summary>
/// <param name="Calibrations">Per label.</param>
/// <param name="Threshold">The same for all labels.</param>
internal sealed record AnyOfFit(Calibration[] Calibrations, double Threshold)
{
    private const int Bins = 1000;

    /// <summary>Fits on the held-out scores of some texts.</summary>
    public static AnyOfFit Of(IReadOnlyList<Lesson> lessons, float[][] heldOut, int[] among, ParallelOptions threads)
    {
        var calibrations = new Calibration[lessons.Count];
        var (said, hits) = (new double[lessons.Count][], new double[lessons.Count][]);
        Parallel.For(0, lessons.Count, threads, l =>
        {
            var (lesson, scores) = (lessons[l].Among(among), Array.ConvertAll(among, i => heldOut[l][i]));
            calibrations[l] = Calibration.Fit(scores, lesson);
            (said[l], hits[l]) = (new double[Bins], new double[Bins]);
            for (var i = 0; i < scores.Length; i++)
            {
                var bin = Math.Min((int)(calibrations[l].Probability(scores[i]) * Bins), Bins - 1);
                said[l][bin] += lesson.Weights[i];
                hits[l][bin] += lesson.Belongs[i] ? lesson.Weights[i] : 0;
            }
        });
        return new AnyOfFit(calibrations, BestF1(said, hits) / 2);
    }

    /// <summary>
    /// The best F1 over all labels together. Half of it is where a further yes neither gains nor loses, where probabilities mean what they say (Lipton,
    /// Elkan and Narayanaswamy 2014); so no label needs a threshold of its own, whose peak on a few hundred texts is chance.
    /// </summary>
    private static double BestF1(double[][] said, double[][] hits)
    {
        var (yes, right, there, best) = (0.0, 0.0, hits.Sum(label => label.Sum()), 0.0);
        for (var bin = Bins - 1; bin >= 0; bin--)
        {
            yes += said.Sum(label => label[bin]);
            right += hits.Sum(label => label[bin]);
            best = Math.Max(best, 2 * right / (yes + there));
        }

        return best;
    }
}
