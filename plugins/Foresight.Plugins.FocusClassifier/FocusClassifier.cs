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
    /// <summary>Grams in one text only carry nothing over to other texts; among very many texts even two may be chance.</summary>
    private static int MinTexts(int texts) => texts < 5000 ? 2 : 3;

    /// <summary>Passes over the texts in training; more change nothing.</summary>
    private const int Passes = 8;

    /// <summary>A group of related texts fills at most one part in this many of a fold.</summary>
    private const int LargestGroup = 5;

    /// <summary>How many threads train; the model is the same for any number.</summary>
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <inheritdoc/>
    public string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"grams=w1-2,c3-5,lead;boilerplate=2;passes={Passes};threshold=half;tags={TagTraining.Folds}x{TagTraining.Passes};seed={options.Seed};hashBits={options.HashBits};folds={options.Folds};wordWeight={options.WordWeight};leadWeight={options.LeadWeight};regularization={options.Regularization};maxCharacters={options.MaxCharacters};minExamples={options.MinExamples};neighbours={options.Neighbours};terms={options.Terms}");

    /// <inheritdoc/>
    public Task<ModelCard> TrainAsync(TrainingSet training, string modelFile, ILogger logger, CancellationToken cancellationToken) =>
        Task.Run(() => Train(training, modelFile, logger, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IClassifier Load(string modelFile) => new FocusModel(ModelFile.Read(modelFile));

    private ModelCard Train(TrainingSet training, string modelFile, ILogger logger, CancellationToken cancellationToken)
    {
        var threads = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Threads };
        // The order of the texts must not matter: the files may be read in any.
        var texts = training.Texts.OrderBy(text => text.Id, StringComparer.Ordinal).ToArray();
        var twice = texts.GroupBy(text => text.Id, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).Take(5).ToArray();
        if (twice.Length > 0)
            throw new InvalidDataException($"Several texts have the same id: {string.Join(", ", twice)}. Every text needs its own.");
        var (lessons, limits) = Learnable(training.Labels, texts);
        var reader = new GramReader(options.HashBits, options.MaxCharacters);
        var (vocabulary, features) = Vocabulary.Of([.. texts.Select(text => text.Text)], reader, new BlockScale((float)options.WordWeight, (float)options.LeadWeight), MinTexts(texts.Length), threads);
        if (vocabulary.Slots.Length == 0)
            throw new InvalidDataException($"Nothing can be learned: no word occurs in two of these {texts.Length.ToString(CultureInfo.InvariantCulture)} texts. Are they the texts that you meant?");
        logger.LogInformation("Training on {Texts} texts, {Features} features, {Labels} labels.", texts.Length, vocabulary.Slots.Length, lessons.Count);

        var trainer = new HingeTrainer(features, vocabulary.Slots.Length, options.Seed, options.Regularization, Passes);
        var words = vocabulary.Slots.Count(slot => slot < reader.BlockSlots);
        var rare = new RareWords(features, words);
        var related = RelatedTexts.Groups(texts, rare, Math.Max(1, texts.Length / (options.Folds * LargestGroup)));
        var fold = Folds.Of(texts, related, options.Folds, options.Seed);
        var (separators, heldOut) = CrossFit.Of(features, lessons, trainer, fold, threads);
        var nearest = options.Neighbours == 0 ? null : NearestTexts.Of(features, vocabulary.Rarity.AsSpan(0, words), [.. lessons.Select(lesson => lesson.Known)], options.Neighbours);
        float[][] inputs = nearest is null ? heldOut : [.. heldOut, .. new NearestTexts(nearest).HeldOut(features, vocabulary.Rarity, fold, threads)];
        var everyText = Enumerable.Range(0, texts.Length).ToArray();
        var stacked = new float[lessons.Count][];
        var stacks = new Stack[lessons.Count];
        Parallel.For(0, lessons.Count, threads, l =>
        {
            stacked[l] = Stack.HeldOut(l, lessons.Count, inputs, lessons[l], fold);
            stacks[l] = Stack.Of(l, lessons.Count, inputs, lessons[l], everyText);
        });
        var fit = AnyOfFit.Of(lessons, stacked, everyText, threads);
        var fits = lessons.Select((lesson, l) => new LabelFit(lesson.Label, stacks[l].Fold(separators), fit.Calibrations[l], fit.Threshold)).ToArray();
        var tags = training.Groups.Count == 0 ? TagTraining.None : TagTraining.Of(
            training.Groups, texts, features, TagFeatures.Of(vocabulary, texts.Length), Folds.Of(texts, related, Math.Min(options.Folds, TagTraining.Folds), options.Seed), options, threads);
        var band = CannotSay.Of(fit, stacked, lessons);
        nearest = nearest is null ? null : nearest with { Weights = [.. stacks.Select(stack => stack.OfNearest(lessons.Count))] };
        ModelFile.Write(modelFile, new ModelData(options, vocabulary, [.. fits.Select(label => label.With(band))], nearest, tags.Data));
        return HeldOutFigures.Card(texts, lessons, stacked, fold, fit.Threshold, [.. limits, .. tags.Limits, .. Limits(texts)], threads) with { Groups = tags.Cards };
    }

    private (IReadOnlyList<Lesson> Lessons, IReadOnlyList<string> Limits) Learnable(IReadOnlyList<string> labels, LabelledText[] texts)
    {
        var (kept, limits) = (new List<Lesson>(), new List<string>());
        var needed = Math.Max(options.MinExamples, options.Folds);
        foreach (var lesson in labels.Select(label => Lesson.Of(label, texts)))
        {
            if (lesson.Support < needed)
                limits.Add(string.Create(CultureInfo.InvariantCulture, $"'{lesson.Label}' is not judged: it has {lesson.Support} labelled texts, at least {needed} are needed."));
            else if (lesson.Others < needed)
                limits.Add(string.Create(CultureInfo.InvariantCulture, $"'{lesson.Label}' is not judged: only {lesson.Others} texts do not belong to it, at least {needed} are needed."));
            else
                kept.Add(lesson);
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
