namespace Foresight.Plugins.FocusClassifier;

/// <summary>The probabilities between which the answer is "cannot say", chosen on held-out texts over all labels together.</summary>
/// <param name="Lower">From here on up to the threshold.</param>
/// <param name="Upper">From the threshold up to here.</param>
internal readonly record struct CannotSay(double Lower, double Upper)
{
    /// <summary>Wanted of what is said, a little above .90: texts from elsewhere come off worse than the held-out ones.</summary>
    private const double Precision = 0.92;

    /// <summary>Texts of a label that a plain no may miss.</summary>
    private const double Missed = 0.1;

    /// <summary>Of the positive decisions at most this share becomes "cannot say", and of the negative ones no more than that number.</summary>
    private const double Share = 0.25;

    /// <summary>Chooses by held-out probabilities, per label and text.</summary>
    public static CannotSay Of(AnyOfFit fit, IReadOnlyList<float[]> heldOut, IReadOnlyList<Lesson> lessons)
    {
        var decisions = lessons.SelectMany((lesson, l) => heldOut[l].Select((score, i) => new Decision(
                fit.Calibrations[l].Probability(score), lesson.Weights[i], lesson.Belongs[i])).Where(d => d.Weight > 0))
            .OrderByDescending(d => d.P).ToArray();
        var yes = decisions.Where(d => d.P >= fit.Threshold).ToArray();
        var no = decisions.Where(d => d.P < fit.Threshold).ToArray();
        var said = yes.Sum(d => d.Weight);
        var most = said * Share;

        // From the least sure yes upward, until the rest is right often enough.
        var (first, unsaid, hits) = (yes.Length - 1, 0.0, yes.Sum(d => d.Hit));
        while (first > 0 && unsaid + yes[first].Weight <= most && hits < Precision * (said - unsaid))
        {
            hits -= yes[first].Hit;
            unsaid += yes[first--].Weight;
        }

        var upper = unsaid == 0 ? 0 : yes[first].P;

        // From the least sure no downward, until the rest misses few enough.
        var (next, open, missed, there) = (0, 0.0, no.Sum(d => d.Hit), decisions.Sum(d => d.Hit));
        while (next < no.Length && open + no[next].Weight <= most && missed > Missed * there)
        {
            missed -= no[next].Hit;
            open += no[next++].Weight;
        }

        return new CannotSay(next == 0 ? 1 : no[next - 1].P, upper);
    }

    private readonly record struct Decision(double P, double Weight, bool True)
    {
        public double Hit => True ? Weight : 0;
    }
}
