using Foresight.Engine.Classify;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

/// <summary>Floors a little under what docs/classification.md reports.</summary>
public sealed class ShippedLabelsTests
{
    private static readonly Dictionary<string, string[]> Topics = new()
    {
        ["a1"] = ["housing", "business", "tourism", "nature", "culture"],
        ["a2"] = ["employment", "sustainable-growth"],
        ["a3"] = ["school", "adult-learning", "higher-education"],
        ["a4"] = ["circular-economy", "energy", "climate"],
        ["a5"] = ["gender-equality", "integration", "diversity", "disability"],
        ["a6"] = ["humanitarian-aid", "civil-society", "development-aid"],
    };

    [Fact]
    public async Task ShippedLabels_HeldOutFolds_ReachTheFloor()
    {
        var (_, card, _) = await Some.Trained(Ours());

        Assert.Equal(6, card.Labels.Count);
        Assert.InRange(card.MicroF1, 0.74, 1);
        Assert.InRange(card.MacroF1, 0.74, 1);
    }

    [Fact]
    public async Task ShippedLabels_TrainedOnHalf_ProbabilitiesOfTheOtherHalfAreCalibrated()
    {
        var all = Ours();
        var half = all with { Texts = [.. all.Texts.Where((_, i) => i % 2 == 0)] };
        TrainingSet rest = all with { Texts = [.. all.Texts.Where((_, i) => i % 2 == 1)] };

        var (classifier, _, _) = await Some.Trained(half);
        var error = CalibrationError(rest, Judge(classifier, rest));

        Assert.InRange(error, 0, 0.05);
    }

    [Fact]
    public async Task ShippedLabels_OnRealGovernmentTexts_ReachTheFloor()
    {
        var real = Set([SharedFolder.Path("evaluation", "text", "gov_sv_dev.csv")]);
        var (classifier, _, _) = await Some.Trained(Ours());

        var f1 = MicroF1(real, Judge(classifier, real));

        Assert.InRange(f1, 0.54, 1);
    }

    [Fact]
    public async Task GovernmentTexts_TrainedAndJudgedOnThem_ReachTheFloor()
    {
        var dev = Set([SharedFolder.Path("evaluation", "text", "gov_sv_dev.csv")]);
        var (classifier, _, _) = await Some.Trained(Set([SharedFolder.Path("evaluation", "text", "gov_sv_train.csv.gz")]), options => options.Folds = 2);

        var verdicts = Judge(classifier, dev);

        Assert.InRange(MicroF1(dev, verdicts), 0.75, 1);
        Assert.InRange(CalibrationError(dev, verdicts), 0, 0.03);
    }

    private static TrainingSet Ours() => Set(LabelFiles.In(Path.Combine(Root(), "data", "labels")));

    private static TrainingSet Set(IReadOnlyList<string> files) => new(
        [.. Topics.Keys],
        [.. LabelFiles.Read(files, known: null).Select(row => new LabelledText(row.Id, row.Text, row.Language, row.Labels.SelectMany(AreasOf).ToHashSet()))]);

    private static IEnumerable<string> AreasOf(string label) =>
        Topics.Where(pair => pair.Key == label || pair.Value.Contains(label)).Select(pair => pair.Key);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }

    private static IReadOnlyList<Verdict> Judge(IClassifier classifier, TrainingSet set) =>
        classifier.Classify([.. set.Texts.Select(text => new ClassifierText("", text.Text, text.Language))]);

    private static double MicroF1(TrainingSet set, IReadOnlyList<Verdict> verdicts)
    {
        var said = verdicts.Sum(verdict => verdict.Scores.Count(score => score.Belongs));
        var hits = verdicts.Zip(set.Texts).Sum(pair => pair.First.Scores.Count(score => score.Belongs && pair.Second.Labels.Contains(score.Label)));
        return 2.0 * hits / (said + set.Texts.Sum(text => text.Labels.Count));
    }

    private static double CalibrationError(TrainingSet set, IReadOnlyList<Verdict> verdicts)
    {
        var decisions = verdicts.Zip(set.Texts).SelectMany(pair => pair.First.Scores.Select(score => (score.Probability, True: pair.Second.Labels.Contains(score.Label)))).ToArray();
        return decisions.GroupBy(d => Math.Min((int)(d.Probability * 10), 9)).Sum(bin => Math.Abs(bin.Sum(d => d.Probability) - bin.Count(d => d.True))) / decisions.Length;
    }
}
