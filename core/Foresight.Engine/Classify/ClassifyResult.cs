namespace Foresight.Engine.Classify;

/// <summary>What a classifying run did, and how the documents stand after it.</summary>
/// <param name="Model">The model that judged.</param>
/// <param name="Classified">Documents judged by this run.</param>
/// <param name="Documents">Documents that have a verdict of this model and policy version now.</param>
/// <param name="PerArea">Of these, how many belong to each focus area, in the policy's order.</param>
/// <param name="None">Of these, how many belong to none.</param>
public sealed record ClassifyResult(ReadyModel Model, long Classified, long Documents, IReadOnlyDictionary<string, long> PerArea, long None)
{
    /// <summary>Of these, how many a rule decided, the model could not say, or are in another language.</summary>
    public VerdictMarks Marks { get; init; } = new(0, 0, 0);
}

/// <summary>How far a classifying run has come.</summary>
public sealed record ClassifyProgress(long Done, long Total);
