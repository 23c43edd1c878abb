using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>Which model judges, and how far it has come.</summary>
/// <param name="Model">The model for the labels and settings of now; null where it is not trained yet.</param>
/// <param name="Card">Its card for people; null where there is none.</param>
/// <param name="Documents">Documents in the store.</param>
/// <param name="Judged">Of these, how many have a verdict of this model and policy version.</param>
/// <param name="PerArea">Of those with a verdict, how many belong to each focus area, in the policy's order, and how many to none.</param>
/// <param name="PerLanguage">The documents of each language, as found in their texts, or else as their sources tell it.</param>
public sealed record ModelStatus(
    ModelRecord? Model, string? Card, long Documents, long Judged, IReadOnlyDictionary<string, long> PerArea, IReadOnlyDictionary<string, LanguageStatus> PerLanguage)
{
    /// <summary>Why a newer model does not judge; null where there is none.</summary>
    public LocalText? Refused { get; init; }

    /// <summary>Of those with a verdict, how many a rule decided, the model could not say, or are in another language.</summary>
    public VerdictMarks Marks { get; init; } = new(0, 0, 0);

    /// <summary>Documents that have no verdict yet.</summary>
    public long Waiting => Documents - Judged;
}

/// <summary>The documents of a language.</summary>
/// <param name="Documents">How many there are.</param>
/// <param name="Judged">How many have a verdict.</param>
public sealed record LanguageStatus(long Documents, long Judged);
