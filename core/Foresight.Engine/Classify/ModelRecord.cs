using Foresight.Engine.Classify.Current;
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

    /// <summary>The version of the program that trained it.</summary>
    public string CodeVersion { get; init; } = "";

    /// <summary>The policy that it was trained for; null for a model outside the store.</summary>
    public string? Policy { get; init; }

    /// <summary>The policy's version; null for a model outside the store.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>The topics of each focus area; empty for a model outside the store.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Topics { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The topics of each focus area with how much of each belongs to it, in words; empty for a model outside the store.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>All labels that the texts could have; the classifier leaves out those with too few examples.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>How long that took.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>The label files.</summary>
    public required IReadOnlyList<string> LabelFiles { get; init; }

    /// <summary>The hash of the labelled texts alone, in the order of their ids.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>The terms of the labelled texts; null where nobody said.</summary>
    public string? Licence { get; init; }

    /// <summary>The number of texts per label.</summary>
    public IReadOnlyDictionary<string, int> TextsByLabel { get; init; } = new Dictionary<string, int>();

    /// <summary>The number of texts by language.</summary>
    public required IReadOnlyDictionary<string, int> TextsByLanguage { get; init; }

    /// <summary>The number of texts from label files (<c>labels</c>), from people and from sources' own categories; empty for a model outside the store.</summary>
    public IReadOnlyDictionary<string, int> TextsByOrigin { get; init; } = new Dictionary<string, int>();

    /// <summary>The number of texts that belong to no focus area.</summary>
    public required int TextsOfNone { get; init; }

    /// <summary>Figures from held-out folds, and limits.</summary>
    public required ModelCard Card { get; init; }

    /// <summary>Thresholds chosen on another file, in place of the model's own; null where there was none.</summary>
    public IReadOnlyDictionary<string, double>? Thresholds { get; init; }

    /// <summary>Figures on that file, each text judged with thresholds chosen without it; grouped by year where the file names it.</summary>
    public EvaluationReport? Judged { get; init; }

    /// <summary>Figures on the fixed test, which no model learns from; null where there is none.</summary>
    public TestFigures? Test { get; init; }

    /// <summary>How it came off against the model that judged before it; null for a model outside the store.</summary>
    public ModelComparison? Comparison { get; init; }
}

/// <summary>A model that is ready.</summary>
/// <param name="Record">What it is.</param>
/// <param name="File">The model's file.</param>
/// <param name="TrainedNow">Whether it was trained by this call.</param>
public sealed record ReadyModel(ModelRecord Record, string File, bool TrainedNow)
{
    /// <summary>How the model that was trained by this call came off; null where none was.</summary>
    public ModelComparison? Comparison { get; init; }

    /// <summary>Why a newer model does not judge; null where there is none.</summary>
    public LocalText? Refused { get; init; }
}
