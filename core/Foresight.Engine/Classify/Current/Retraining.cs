namespace Foresight.Engine.Classify.Current;

/// <summary>When a model is trained, and what it takes to judge from then on.</summary>
public enum Retraining
{
    /// <summary>Where label files, mapping, settings or plugin changed; the new model must win or tie.</summary>
    WhenNeeded,

    /// <summary>Now; the new model must win or tie.</summary>
    Now,

    /// <summary>Now; the new model is taken also where it is worse.</summary>
    NowAndTake,
}
