using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>All that decides which model judges a policy's documents.</summary>
public sealed record ClassifySetup
{
    /// <summary>The policy: its focus areas and the topics that belong to each.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The classifier, made from the policy's options.</summary>
    public required ITrainableClassifier Classifier { get; init; }

    /// <summary>The id of its part, such as <c>focus</c>.</summary>
    public required string ClassifierId { get; init; }

    /// <summary>The version of its plugin.</summary>
    public required string ClassifierVersion { get; init; }

    /// <summary>The folder of labelled texts: <c>data/labels</c>.</summary>
    public required string LabelsFolder { get; init; }

    /// <summary>The ids of <c>data/topics</c>; a label file may name these and the policy's own focus areas.</summary>
    public required IReadOnlySet<string> Topics { get; init; }

    /// <summary>Reads further texts to learn from: what people and sources said of stored documents. Read only when a model is trained.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<LabelledText>>> MoreTexts { get; init; } = _ => Task.FromResult<IReadOnlyList<LabelledText>>([]);

    /// <summary>Where models are kept: <c>models</c> in the store's folder.</summary>
    public required string ModelsFolder { get; init; }

    /// <summary>The name of the store among those that share the folder of models: each has its own current model.</summary>
    public string Store { get; init; } = "";

    /// <summary>Keeps the error rates of the model that judges where plugins can read them; asked for every time, so it must know what it has.</summary>
    public Func<ModelRecord, CancellationToken, Task> KeepFigures { get; init; } = (_, _) => Task.CompletedTask;
}
