using System.Globalization;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Learns any labels from labelled texts: hashed words and characters, one linear separator per label (ML.NET), probabilities and
/// thresholds set on held-out folds. See docs/classification.md.
/// </summary>
public sealed class FocusClassifier(FocusClassifierOptions options) : ITrainableClassifier
{
    /// <summary>Grams in one text only carry nothing over to other texts.</summary>
    private const int MinTexts = 2;

    /// <inheritdoc/>
    public string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"grams=w1-2,c3-5;seed={options.Seed};hashBits={options.HashBits};folds={options.Folds};leadWeight={options.LeadWeight};regularization={options.Regularization};maxCharacters={options.MaxCharacters};minExamples={options.MinExamples};terms={options.Terms}");

    /// <inheritdoc/>
    public Task<ModelCard> TrainAsync(TrainingSet training, string modelFile, ILogger logger, CancellationToken cancellationToken) =>
        Task.Run(() => Train(training, modelFile, logger, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IClassifier Load(string modelFile) => new FocusModel(ModelFile.Read(modelFile));

    private ModelCard Train(TrainingSet training, string modelFile, ILogger logger, CancellationToken cancellationToken)
    {
        // The order of the texts must not matter: the files may be read in any.
        var texts = training.Texts.OrderBy(text => text.Id, StringComparer.Ordinal).ToArray();
        var (labels, limits) = Learnable(training.Labels, texts);
        var reader = new GramReader(options.HashBits, options.MaxCharacters, (float)options.LeadWeight);
        var (vocabulary, features) = Vocabulary.Of([.. texts.Select(text => text.Text)], reader, MinTexts, cancellationToken);
        logger.LogInformation("Training on {Texts} texts, {Features} features, {Labels} labels.", texts.Length, vocabulary.Slots.Length, labels.Count);

        var trainer = new HingeTrainer(options.Seed, options.Regularization, vocabulary.Slots.Length);
        var fold = Folds.Of(texts, options.Folds, options.Seed);
        var truth = labels.Select(label => texts.Select(text => text.Labels.Contains(label)).ToArray()).ToArray();
        var heldOut = labels.Select(_ => new float[texts.Length]).ToArray();
        var separators = new Separator[labels.Count];

        // Each fit runs on one thread and on its own; so the result is the same however many run at once. The last "fold" leaves nothing out.
        var work = from held in Enumerable.Range(0, options.Folds + 1) from label in Enumerable.Range(0, labels.Count) select (held, label);
        Parallel.ForEach(work, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, job =>
        {
            var kept = Enumerable.Range(0, texts.Length).Where(i => fold[i] != job.held).ToArray();
            var separator = trainer.Fit([.. kept.Select(i => features[i])], [.. kept.Select(i => truth[job.label][i])]);
            if (job.held == options.Folds)
                separators[job.label] = separator;
            for (var i = 0; i < texts.Length; i++)
            {
                if (fold[i] == job.held)
                    heldOut[job.label][i] = separator.Score(features[i]);
            }
        });

        var fits = labels.Select((label, l) => LabelFit.Of(label, separators[l], heldOut[l], truth[l])).ToArray();
        ModelFile.Write(modelFile, new ModelData(options, vocabulary, fits));
        return HeldOutFigures.Card(labels, heldOut, truth, fold, [.. fits.Select(fit => fit.Threshold)], [.. limits, .. Limits(texts)]);
    }

    private (IReadOnlyList<string> Labels, IReadOnlyList<string> Limits) Learnable(IReadOnlyList<string> labels, LabelledText[] texts)
    {
        var (kept, limits) = (new List<string>(), new List<string>());
        var needed = Math.Max(options.MinExamples, options.Folds);
        foreach (var label in labels)
        {
            var support = texts.Count(text => text.Labels.Contains(label));
            if (support < needed)
                limits.Add(string.Create(CultureInfo.InvariantCulture, $"'{label}' is not judged: it has {support} labelled texts, at least {needed} are needed."));
            else if (texts.Length - support < needed)
                limits.Add(string.Create(CultureInfo.InvariantCulture, $"'{label}' is not judged: only {texts.Length - support} texts do not belong to it, at least {needed} are needed."));
            else
                kept.Add(label);
        }

        return kept.Count > 0
            ? (kept, limits)
            : throw new InvalidDataException($"Nothing can be learned from these {texts.Length.ToString(CultureInfo.InvariantCulture)} texts. {string.Join(" ", limits)} Add labelled texts.");
    }

    private static IEnumerable<string> Limits(LabelledText[] texts)
    {
        var languages = texts.GroupBy(text => text.Language ?? "unknown", StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Key} {group.Count()}"));
        yield return $"Texts by language: {string.Join(", ", languages)}. It does not carry over to other languages.";
        yield return "The figures are from texts of the same authors and kinds; on other kinds of texts they are lower.";
    }
}
