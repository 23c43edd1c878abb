using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>What is written beside a model as <c>card.json</c>: what it was made from and what it can do.</summary>
public sealed record ModelRecord
{
    /// <summary>The version that verdicts carry.</summary>
    public required string Version { get; init; }

    /// <summary>The hash of all that it was made from; the version is its beginning.</summary>
    public required string Hash { get; init; }

    /// <summary>The classifier's part.</summary>
    public required string Classifier { get; init; }

    /// <summary>The version of its plugin.</summary>
    public required string ClassifierVersion { get; init; }

    /// <summary>Its settings.</summary>
    public required string Settings { get; init; }

    /// <summary>The policy that it was trained for.</summary>
    public required string Policy { get; init; }

    /// <summary>The policy's version.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The topics of each focus area.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Topics { get; init; }

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>How long that took.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>The label files.</summary>
    public required IReadOnlyList<string> LabelFiles { get; init; }

    /// <summary>The number of texts by language.</summary>
    public required IReadOnlyDictionary<string, int> TextsByLanguage { get; init; }

    /// <summary>The number of texts that belong to no focus area.</summary>
    public required int TextsOfNone { get; init; }

    /// <summary>Figures from held-out folds, and limits.</summary>
    public required ModelCard Card { get; init; }
}

/// <summary>A model that is ready.</summary>
/// <param name="Record">What it is.</param>
/// <param name="File">The model's file.</param>
/// <param name="TrainedNow">Whether it was trained by this call.</param>
public sealed record ReadyModel(ModelRecord Record, string File, bool TrainedNow);
