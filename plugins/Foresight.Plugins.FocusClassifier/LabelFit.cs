namespace Foresight.Plugins.FocusClassifier;

/// <summary>What was learned of one label.</summary>
internal sealed record LabelFit(string Label, Separator Separator, Calibration Calibration, double Threshold)
{
    /// <summary>From here up to the threshold it cannot say.</summary>
    public double Lower { get; private init; } = Threshold;

    /// <summary>From the threshold up to here it cannot say.</summary>
    public double Upper { get; private init; } = Threshold;

    /// <summary>The same with what it cannot say.</summary>
    public LabelFit With(CannotSay band) => this with { Lower = Math.Min(Threshold, band.Lower), Upper = Math.Max(Threshold, band.Upper) };
}
