using System.Diagnostics;
using Foresight.Plugins.FocusClassifier;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Benchmarks.Classify.Yardsticks;

/// <summary>Our part, in processes of its own: <c>case yardstick-(train|together|single|one) FOLDER</c>; the model lies in the folder.</summary>
internal static class YardstickCase
{
    public const string Prefix = "yardstick-";

    /// <summary>Each case judges the texts this many times over: one pass is too short to time.</summary>
    public const int Times = 8;

    private const int Rounds = 4;

    public static async Task RunAsync(string name, string folder)
    {
        var texts = YardstickTexts.Read(Environment.GetEnvironmentVariable("FORESIGHT_SHARED")!);
        var (classifier, file) = (new FocusClassifier(new FocusClassifierOptions()), Path.Combine(folder, "model.bin"));
        if (name == Prefix + "train")
        {
            var training = new TrainingSet(texts.Labels, [.. texts.Train.Select(row => new LabelledText(row.Id, row.Text, row.Language, row.Labels))]);
            await Measure.Report(async () =>
            {
                var card = await classifier.TrainAsync(training, file, NullLogger.Instance, CancellationToken.None);
                return (training.Texts.Count, FormattableString.Invariant($"{card.MicroF1:.000}"));
            });
            return;
        }

        var watch = Stopwatch.StartNew();
        var model = classifier.Load(file);
        var loaded = watch.Elapsed;
        var given = Enumerable.Repeat(texts.Judge, Times).SelectMany(rows => rows).Select(row => new ClassifierText("", row.Text, row.Language)).ToArray();
        await Measure.Report(
            () =>
            {
                IReadOnlyList<Verdict> verdicts = name == Prefix + "together" ? model.Classify(given) : [.. given.Select(text => model.Classify([text]).Single())];
                return Task.FromResult(((long)given.Length, FormattableString.Invariant($"{loaded.TotalSeconds:0.00} {F1(texts, verdicts):.000}")));
            },
            Rounds);
    }

    private static double F1(YardstickTexts texts, IReadOnlyList<Verdict> verdicts)
    {
        var (hits, said, there) = (0, 0, 0);
        foreach (var (row, verdict) in texts.Judge.Zip(verdicts))
        {
            var labels = verdict.Scores.Where(score => score.Belongs).Select(score => score.Label).ToArray();
            (hits, said, there) = (hits + labels.Count(row.Labels.Contains), said + labels.Length, there + row.Labels.Count);
        }

        return 2.0 * hits / (said + there);
    }
}
