using System.Globalization;
using System.Security.Cryptography;
using Foresight.Engine.Classify;
using Foresight.Plugins.FocusClassifier;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Benchmarks.Classify;

/// <summary>
/// How good the classifier's verdicts are on the shared texts, with the shipped settings or others: <c>classify-quality [gov|ours|tags|riksdag|curve …] [SETTING=VALUE …]</c>.
/// Needs FORESIGHT_SHARED.
/// </summary>
internal sealed class QualityBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const string WeightIs = "Weight=";

    /// <summary>The six areas of the government texts in our labels' topics.</summary>
    private static readonly Dictionary<string, string[]> Topics = new(StringComparer.Ordinal)
    {
        ["a1"] = ["housing", "business", "tourism", "nature", "culture"],
        ["a2"] = ["employment", "sustainable-growth"],
        ["a3"] = ["school", "adult-learning", "higher-education"],
        ["a4"] = ["circular-economy", "energy", "climate"],
        ["a5"] = ["gender-equality", "integration", "diversity", "disability"],
        ["a6"] = ["humanitarian-aid", "civil-society", "development-aid"],
    };

    public string Verb => "classify-quality";

    public string Description => "how good the verdicts are on the shared texts (FORESIGHT_SHARED) [gov|ours|tags|riksdag|curve ...] [SETTING=VALUE ...]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        if (Environment.GetEnvironmentVariable("FORESIGHT_SHARED") is not { Length: > 0 } shared)
        {
            tell(new("verdicts on the shared texts: left out, FORESIGHT_SHARED is not set"));
            return;
        }

        var texts = Path.Combine(shared, "evaluation", "text");
        var sets = args.Where(arg => !arg.Contains('=', StringComparison.Ordinal)).DefaultIfEmpty(null).SelectMany(arg => arg is null ? ["gov", "ours", "riksdag"] : new[] { arg });
        foreach (var set in sets)
        {
            if (set == "curve")
            {
                await CurveAsync(texts, args, tell);
                continue;
            }

            var (train, dev) = set switch
            {
                "gov" => (Areas([Path.Combine(texts, "gov_sv_train.csv.gz")]), Areas([Path.Combine(texts, "gov_sv_dev.csv")])),
                "ours" => (Areas(LabelFiles.In(Path.Combine(Repository.Root, "data", "labels"))), Areas([Path.Combine(texts, "gov_sv_dev.csv")])),
                "tags" => (Tagged(LabelFiles.In(Path.Combine(Repository.Root, "data", "labels"))), Areas([Path.Combine(texts, "gov_sv_dev.csv")])),
                "riksdag" => (Any(Path.Combine(texts, "riksdag_titles_train.csv")), Any(Path.Combine(texts, "riksdag_titles_dev.csv"))),
                _ => throw new ArgumentException($"'{set}' is no set of texts; there are gov, ours, tags, riksdag and curve."),
            };
            await MeasureAsync(set, train, dev, Options(args), tell);
        }
    }

    /// <summary>Our labels with more and more of the government texts beside them, as weak labels; <c>Weight=</c> says how weak.</summary>
    private static async Task CurveAsync(string texts, string[] args, Action<ResultLine> tell)
    {
        var weight = double.Parse(args.FirstOrDefault(arg => arg.StartsWith(WeightIs, StringComparison.Ordinal))?[WeightIs.Length..] ?? "1", CultureInfo.InvariantCulture);
        var (ours, weak, dev) = (Areas(LabelFiles.In(Path.Combine(Repository.Root, "data", "labels"))), Areas([Path.Combine(texts, "gov_sv_train.csv.gz")]), Areas([Path.Combine(texts, "gov_sv_dev.csv")]));
        foreach (var count in WeakLabels.Counts)
            await MeasureAsync($"curve, {count} weak labels", WeakLabels.Join(ours, weak, count, weight), dev, Options(args), tell);
    }

    private static async Task MeasureAsync(string set, TrainingSet train, TrainingSet dev, FocusClassifierOptions options, Action<ResultLine> tell)
    {
        var file = Path.GetTempFileName();
        try
        {
            var classifier = new FocusClassifier(options);
            ModelCard? card = null;
            var trained = await Measure.TimeAsync(async () =>
            {
                card = await classifier.TrainAsync(train, file, NullLogger.Instance, CancellationToken.None);
                return (train.Texts.Count, "");
            });
            IClassifier? model = null;
            var loaded = await Measure.TimeAsync(() => Task.FromResult(((model = classifier.Load(file)) is null ? 0L : 1L, "")));
            tell(ResultLine.Of($"{set}: training and calibration on {train.Texts.Count:N0} texts, {train.Labels.Count} labels", trained, "texts") with
            {
                Against = $"model {new FileInfo(file).Length / 1e6:0.00} MB ({Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file)))[..8]}), loaded in {loaded.Seconds:0.00} s; held-out folds {card!.MicroF1:.000}/{card.MacroF1:.000}",
            });

            foreach (var (group, cards) in card.Groups)
            {
                var each = string.Join(", ", cards.Select(label => string.Create(CultureInfo.InvariantCulture, $"{label.Label} {label.Support} {label.Precision:.00}/{label.Recall:.00}/{label.F1:.00}")));
                tell(new($"{set}: {group}, {cards.Count} labels, from held-out folds") { Against = string.Create(CultureInfo.InvariantCulture, $"macro F1 {cards.Average(label => label.F1):.000}; support, precision/recall/F1: {each}") });
            }

            var texts = dev.Texts.Select(text => new ClassifierText("", text.Text, text.Language)).ToArray();
            IReadOnlyList<Verdict> verdicts = [];
            Measured? judged = null;
            for (var round = 0; round < Rounds; round++)
                judged = (await Measure.TimeAsync(() => Task.FromResult(((long)(verdicts = model!.Classify(texts)).Count, "")))).Best(judged);
            var figures = QualityFigures.Of(dev, verdicts);
            tell(ResultLine.Of($"{set}: {dev.Texts.Count:N0} texts judged", judged!, "texts") with { Against = figures.ToString() });
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static FocusClassifierOptions Options(string[] args)
    {
        var options = new FocusClassifierOptions();
        foreach (var pair in args.Where(arg => !arg.StartsWith(WeightIs, StringComparison.Ordinal)).Select(arg => arg.Split('=')).Where(pair => pair.Length == 2))
        {
            var setting = typeof(FocusClassifierOptions).GetProperty(pair[0]) ?? throw new ArgumentException($"'{pair[0]}' is no setting of the classifier.");
            setting.SetValue(options, Convert.ChangeType(pair[1], setting.PropertyType, CultureInfo.InvariantCulture));
        }

        return options;
    }

    private static TrainingSet Areas(IReadOnlyList<string> files) => Set(
        [.. Topics.Keys], files, label => Topics.Where(pair => pair.Key == label || pair.Value.Contains(label)).Select(pair => pair.Key));

    /// <summary>Our texts with all that they tell: the areas, and topics, STEEP and the kind of text as groups.</summary>
    private static TrainingSet Tagged(IReadOnlyList<string> files)
    {
        var rows = LabelFiles.Read(files, known: null);
        var areas = Areas(files);
        return areas with
        {
            Groups =
            [
                new("topic", [.. rows.SelectMany(row => row.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], Exclusive: false),
                new("steep", LabelledRow.SteepFactors, Exclusive: true),
                new("text-kind", [.. LabelledRow.TextKinds.Values.Distinct(StringComparer.Ordinal)], Exclusive: true),
            ],
            Texts = [.. areas.Texts.Zip(rows, (text, row) => text with { Tags = Tags(row) })],
        };
    }

    private static Dictionary<string, IReadOnlySet<string>> Tags(LabelledRow row)
    {
        var tags = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { ["topic"] = row.Labels };
        if (row.Steep is not null)
            tags["steep"] = new HashSet<string>(StringComparer.Ordinal) { row.Steep };
        if (row.Kind is not null)
            tags["text-kind"] = new HashSet<string>(StringComparer.Ordinal) { LabelledRow.TextKinds[row.Kind] };
        return tags;
    }

    private static TrainingSet Any(string file) => Set(
        [.. LabelFiles.Read([file], known: null).SelectMany(row => row.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], [file], label => [label]);

    private static TrainingSet Set(IReadOnlyList<string> labels, IReadOnlyList<string> files, Func<string, IEnumerable<string>> map) => new(
        labels,
        [.. LabelFiles.Read(files, known: null).Select(row => new LabelledText(row.Id, row.Text, row.Language, row.Labels.SelectMany(map).ToHashSet(StringComparer.Ordinal)))]);
}
