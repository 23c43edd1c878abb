using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>What was learned of the other groups of labels.</summary>
/// <param name="Data">For the model; null where nothing was learned.</param>
/// <param name="Cards">Figures from held-out folds, by the group's id.</param>
/// <param name="Limits">What could not be learned, in plain words.</param>
internal sealed record TagTraining(TagData? Data, IReadOnlyDictionary<string, IReadOnlyList<LabelCard>> Cards, IReadOnlyList<string> Limits)
{
    /// <summary>Folds that tags are calibrated on; fewer than for the labels proper, since there are many of them.</summary>
    public const int Folds = 3;

    /// <summary>Passes over the texts in training.</summary>
    public const int Passes = 5;

    /// <summary>Of no groups.</summary>
    public static TagTraining None { get; } = new(null, new Dictionary<string, IReadOnlyList<LabelCard>>(), []);

    /// <summary>Learns the groups.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="texts">The texts with their tags.</param>
    /// <param name="features">The texts as features.</param>
    /// <param name="places">Those of them that tags are learned from.</param>
    /// <param name="fold">The fold of each text.</param>
    /// <param name="options">Settings.</param>
    /// <param name="threads">How many at once, and what stops them.</param>
    public static TagTraining Of(
        IReadOnlyList<LabelGroup> groups, IReadOnlyList<LabelledText> texts, IReadOnlyList<SparseText> features, TagFeatures places, int[] fold,
        FocusClassifierOptions options, ParallelOptions threads)
    {
        var limits = new List<string>();
        var lessons = groups.Select(group => Learnable(group, texts, Math.Max(options.MinExamples, options.Folds), limits)).ToArray();
        SparseText[] parts = [.. features.Select(places.Of)];
        var fitted = CrossFit.Of(parts, [.. lessons.SelectMany(lesson => lesson)], new HingeTrainer(parts, places.Count, options.Seed, options.Regularization, Passes), fold, threads);
        var (data, cards, first) = (new List<TagGroupData>(), new SortedDictionary<string, IReadOnlyList<LabelCard>>(StringComparer.Ordinal), 0);
        foreach (var (group, known) in groups.Zip(lessons))
        {
            var (separators, heldOut) = (fitted.Separators[first..(first + known.Count)], fitted.HeldOut[first..(first + known.Count)]);
            first += known.Count;
            if (known.Count == 0)
                continue;
            var fits = group.Exclusive ? OneOf(known, separators, heldOut) : AnyOf(known, separators, heldOut, threads);
            data.Add(TagGroupData.Of(group.Id, group.Exclusive, fits));
            cards[group.Id] = group.Exclusive
                ? OneOfFit.Cards(known, heldOut, fold, fits[0].Threshold)
                : HeldOutFigures.Cards(known, heldOut, fold, fits[0].Threshold, threads);
        }

        return new TagTraining(data.Count == 0 ? null : new TagData(places.Lowest, places.Highest, data), cards, limits);
    }

    private static LabelFit[] AnyOf(List<Lesson> lessons, Separator[] separators, float[][] heldOut, ParallelOptions threads)
    {
        var fit = AnyOfFit.Of(lessons, heldOut, [.. Enumerable.Range(0, heldOut[0].Length)], threads);
        return [.. lessons.Select((lesson, l) => new LabelFit(lesson.Label, separators[l], fit.Calibrations[l], fit.Threshold))];
    }

    private static LabelFit[] OneOf(List<Lesson> lessons, Separator[] separators, float[][] heldOut)
    {
        var fit = OneOfFit.Of(lessons, heldOut, Enumerable.Range(0, heldOut[0].Length));
        return [.. lessons.Select((lesson, l) => new LabelFit(lesson.Label, separators[l], fit.Calibrations[l], fit.Threshold))];
    }

    /// <summary>The labels of a group that have enough examples for and against; of an exclusive group there must be two.</summary>
    private static List<Lesson> Learnable(LabelGroup group, IReadOnlyList<LabelledText> texts, int needed, List<string> limits)
    {
        var kept = new List<Lesson>();
        foreach (var lesson in group.Labels.Select(label => Lesson.Of(group.Id, label, texts)))
        {
            if (lesson.Support < needed)
                limits.Add(string.Create(CultureInfo.InvariantCulture, $"The {group.Id} '{lesson.Label}' is not judged: it has {lesson.Support} labelled texts, at least {needed} are needed."));
            else if (lesson.Others < needed)
                limits.Add(string.Create(CultureInfo.InvariantCulture, $"The {group.Id} '{lesson.Label}' is not judged: only {lesson.Others} texts are known not to belong to it, at least {needed} are needed."));
            else
                kept.Add(lesson);
        }

        if (group.Exclusive && kept.Count == 1)
        {
            limits.Add($"The {group.Id} is not judged: only '{kept[0].Label}' has enough labelled texts, and one must be told from another.");
            kept.Clear();
        }

        return kept;
    }
}
