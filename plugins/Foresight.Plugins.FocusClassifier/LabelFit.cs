namespace Foresight.Plugins.FocusClassifier;

/// <summary>What was learned of one label.</summary>
internal sealed record LabelFit(string Label, Separator Separator, Calibration Calibration, double Threshold)
{
    /// <summary>Calibrates on scores of held-out texts and chooses the threshold there.</summary>
    public static LabelFit Of(string label, Separator separator, float[] heldOut, bool[] truth)
    {
        var calibration = Calibration.Fit(heldOut, truth);
        return new LabelFit(label, separator, calibration, ThresholdChoice.Best([.. heldOut.Select(score => calibration.Probability(score))], truth));
    }
}
