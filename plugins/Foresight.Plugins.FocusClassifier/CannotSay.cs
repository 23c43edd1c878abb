namespace Foresight.Plugins.FocusClassifier;

/// <summary>The probabilities between which the answer is "cannot say", chosen on held-out texts over all labels together.</summary>
/// <param name="Lower">From here on up to a label's threshold.</param>
/// <param name="Upper">From a label's threshold up to here.</param>
internal readonly record struct CannotSay(double Lower, double Upper)
{
    /// <summary>Wanted of what is said, a little above .90: texts from elsewhere come off worse than the held-out ones.</summary>
    private const double Precision = 0.92;

    /// <summary>Texts of a label that a plain no may miss.</summary>
    private const double Missed = 0.1;

    /// <summary>Of the positive decisions at most this share becomes "cannot say", and of the negative ones no more than that number.</summary>
    private const double Share = 0.25;

    /// <summary>Chooses by held-out probabilities, per label and text.</summary>
    public static CannotSay Of(IReadOnlyList<LabelFit> fits, IReadOnlyList<float[]> heldOut, IReadOnlyList<bool[]> truth)
    {
        var decisions = fits.SelectMany((fit, l) => heldOut[l].Select((score, i) => (P: fit.Calibration.Probability(score), True: truth[l][i], fit.Threshold)))
            .OrderByDescending(d => d.P).ToArray();
        var yes = decisions.Where(d => d.P >= d.Threshold).ToArray();
        var no = decisions.Where(d => d.P < d.Threshold).ToArray();
        var most = (int)(yes.Length * Share);

        // From the least sure yes upward, until the rest is right often enough.
        var (unsaid, hits) = (0, yes.Count(d => d.True));
        while (unsaid < most && hits < Precision * (yes.Length - unsaid))
            hits -= yes[^++unsaid].True ? 1 : 0;
        var upper = unsaid == 0 ? 0 : yes[^(unsaid + 1)].P;

        // From the least sure no downward, until the rest misses few enough.
        var (open, missed, there) = (0, no.Count(d => d.True), decisions.Count(d => d.True));
        while (open < Math.Min(most, no.Length) && missed > Missed * there)
            missed -= no[open++].True ? 1 : 0;
        return new CannotSay(open == 0 ? 1 : no[open - 1].P, upper);
    }
}
