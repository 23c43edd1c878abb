using Microsoft.Extensions.Logging;

namespace Foresight.Sdk;

/// <summary>A kind of classifier of texts that can be trained: any number of labels, any label names.</summary>
public interface ITrainableClassifier
{
    /// <summary>All settings that change a model, in a canonical form; it goes into the model's hash.</summary>
    string Settings { get; }

    /// <summary>Trains a model and writes it to one file. Deterministic: the same input gives the same verdicts.</summary>
    /// <param name="training">The labelled texts and the labels to learn.</param>
    /// <param name="modelFile">Where to write the model.</param>
    /// <param name="logger">Tells how training goes.</param>
    /// <param name="cancellationToken">Stops training.</param>
    /// <returns>What a person should know of the model.</returns>
    Task<ModelCard> TrainAsync(TrainingSet training, string modelFile, ILogger logger, CancellationToken cancellationToken);

    /// <summary>Loads a model.</summary>
    /// <exception cref="InvalidDataException">The file is no model of this classifier.</exception>
    IClassifier Load(string modelFile);
}

/// <summary>A trained classifier; safe to use from several threads.</summary>
public interface IClassifier
{
    /// <summary>The labels, in the order of the scores.</summary>
    IReadOnlyList<string> Labels { get; }

    /// <summary>Judges texts: one verdict per text, in order.</summary>
    IReadOnlyList<Verdict> Classify(IReadOnlyList<ClassifierText> texts);
}

/// <summary>A text to judge.</summary>
/// <param name="Title">The title.</param>
/// <param name="Text">The rest; may be empty.</param>
/// <param name="Language">BCP 47 language where known.</param>
public sealed record ClassifierText(string Title, string Text, string? Language);

/// <summary>A verdict: a score per label. None of them over its threshold is a valid answer.</summary>
public sealed record Verdict(IReadOnlyList<LabelScore> Scores)
{
    /// <summary>Scores of the labels of the training set's other groups, group by group; empty where the model knows none.</summary>
    public IReadOnlyList<TagScore> Tags { get; init; } = [];
}

/// <summary>How much a text belongs to a label of one of the other groups.</summary>
/// <param name="Group">The group's id.</param>
/// <param name="Label">The label.</param>
/// <param name="Probability">Calibrated as in <see cref="LabelScore"/>; over an exclusive group they sum to 1.</param>
/// <param name="Threshold">From here on the text counts as belonging; of an exclusive group at most the likeliest label does.</param>
/// <param name="Belongs">Whether it counts as belonging.</param>
public readonly record struct TagScore(string Group, string Label, double Probability, double Threshold, bool Belongs);

/// <summary>How much a text belongs to a label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Probability">Calibrated on texts held out from training: of those with 0.8, about 80 in 100 belong.</param>
/// <param name="Threshold">From here on the text counts as belonging.</param>
/// <param name="Terms">The terms that weighed most, for and against.</param>
public sealed record LabelScore(string Label, double Probability, double Threshold, IReadOnlyList<TermWeight> Terms)
{
    /// <summary>Whether the text counts as belonging to the label.</summary>
    public bool Belongs => Probability >= Threshold;

    /// <summary>From here up to <see cref="Upper"/> the classifier cannot say. Default: the threshold.</summary>
    public double Lower { get; init; } = Threshold;

    /// <summary>From here on it is sure that the text belongs. Default: the threshold, so that it is always sure.</summary>
    public double Upper { get; init; } = Threshold;

    /// <summary>Whether the probability lies outside of what it cannot say.</summary>
    public bool Sure => Probability < Lower || Probability >= Upper;
}

/// <summary>A term of the text and how much it weighed; above zero for the label.</summary>
public readonly record struct TermWeight(string Term, double Weight);

/// <summary>A text with its labels; no label is a valid answer.</summary>
public sealed record LabelledText(string Id, string Text, string? Language, IReadOnlySet<string> Labels)
{
    /// <summary>How far its labels are to be trusted beside a label that a person gave with care: above 0, at most 1 (the default).</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Where single labels, given or not, are to be trusted otherwise than <see cref="Weight"/> says; 0 where nothing is known of a label.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Its labels of other groups by the group's id; of a group that is not there, nothing is known of the text.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Tags { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>How far to trust what <see cref="Labels"/> says of a label.</summary>
    public double WeightOf(string label) => Weights.TryGetValue(label, out var weight) ? weight : Weight;
}

/// <summary>What a classifier learns from.</summary>
public sealed record TrainingSet(IReadOnlyList<string> Labels, IReadOnlyList<LabelledText> Texts)
{
    /// <summary>Further groups of labels, learned from <see cref="LabelledText.Tags"/> and scored in the same pass.</summary>
    public IReadOnlyList<LabelGroup> Groups { get; init; } = [];
}

/// <summary>A further group of labels, such as topics.</summary>
/// <param name="Id">The group's id.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Exclusive">Whether a text has at most one of them.</param>
public sealed record LabelGroup(string Id, IReadOnlyList<string> Labels, bool Exclusive);

/// <summary>What a person should know of a model.</summary>
public sealed record ModelCard
{
    /// <summary>The number of texts it learned from.</summary>
    public required int Texts { get; init; }

    /// <summary>Figures per label, from held-out folds.</summary>
    public required IReadOnlyList<LabelCard> Labels { get; init; }

    /// <summary>Micro-averaged F1 over the held-out folds.</summary>
    public required double MicroF1 { get; init; }

    /// <summary>Macro-averaged F1 over the held-out folds.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Figures per label of the other groups, by the group's id, from held-out folds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LabelCard>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<LabelCard>>();

    /// <summary>Limits in plain words.</summary>
    public IReadOnlyList<string> Limits { get; init; } = [];
}

/// <summary>Figures of one label, from held-out folds.</summary>
public sealed record LabelCard(string Label, int Support, double Precision, double Recall, double F1, double Threshold)
{
    /// <summary>Hits and errors behind the figures, by language of the texts and over <see cref="ErrorRates.All"/>; empty where the classifier does not tell them.</summary>
    public IReadOnlyDictionary<string, ErrorCounts> HeldOut { get; init; } = new Dictionary<string, ErrorCounts>();
}
