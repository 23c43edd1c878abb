using System.Diagnostics;
using Foresight.Engine.Classify;
using Foresight.Plugins.FocusClassifier;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.ML;

namespace Foresight.Benchmarks;

/// <summary>
/// Texts classified per second, on one core and on all, and the time to train. Yardstick: ML.NET's stock chain (FeaturizeText, then one
/// logistic regression per label) trained on the same texts in the same run.
/// </summary>
internal static class ClassifyBenchmark
{
    private const int Labels = 6;
    private const int Characters = 1000;
    private const int Texts = 5000;
    private const int StockTexts = 500;

    /// <summary>Arguments: the folder of labels, or none for <c>data/labels</c> upward of here.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var rows = LabelFiles.Read(LabelFiles.In(args.Length > 0 ? args[0] : LabelsFolder()), known: null);
        var labels = rows.SelectMany(row => row.Labels).CountBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Labels).Select(pair => pair.Key).ToArray();
        var training = new TrainingSet(labels, [.. rows.Select(row => new LabelledText(row.Id, row.Text, row.Language, row.Labels))]);
        var texts = Long(rows).Take(Texts).Select(text => new ClassifierText("", text, null)).ToArray();
        Console.WriteLine($"{rows.Count} labelled texts, {labels.Length} labels; {texts.Length} texts of {Characters} characters to judge; {Environment.ProcessorCount} cores");

        var file = Path.GetTempFileName();
        try
        {
            var classifier = new FocusClassifier(new FocusClassifierOptions());
            var watch = Stopwatch.StartNew();
            await classifier.TrainAsync(training, file, NullLogger.Instance, CancellationToken.None).ConfigureAwait(false);
            Say("focus: train with five folds", watch.Elapsed.TotalSeconds, "s");
            Say("focus: model file", new FileInfo(file).Length / 1e6, "MB");
            watch.Restart();
            var model = classifier.Load(file);
            Say("focus: load", watch.Elapsed.TotalMilliseconds, "ms");

            model.Classify(texts[..200]);
            Say("focus: together on all cores, by the clock", PerSecond(() => model.Classify(texts), texts.Length), "texts/s");
            Say("focus: one by one, per second of one core", PerCoreSecond(() => Array.ForEach(texts, text => model.Classify([text])), texts.Length), "texts/s");
        }
        finally
        {
            File.Delete(file);
        }

        Say("yardstick: ML.NET stock chain, same measure", Stock(training, texts), "texts/s");
        Say("peak memory of the run", Process.GetCurrentProcess().PeakWorkingSet64 / 1e6, "MB");
        return 0;
    }

    private static double Stock(TrainingSet training, ClassifierText[] texts)
    {
        var context = new MLContext(1);
        IEstimator<ITransformer> chain = context.Transforms.Text.FeaturizeText("Features", nameof(StockText.Text));
        foreach (var l in Enumerable.Range(0, training.Labels.Count))
        {
            chain = chain.Append(context.Transforms.CustomMapping<StockText, StockLabel>((given, label) => label.Label = given.Labels[l], contractName: null))
                .Append(context.BinaryClassification.Trainers.SdcaLogisticRegression())
                .Append(context.Transforms.CopyColumns($"P{l}", "Probability"));
        }

        var model = chain.Fit(context.Data.LoadFromEnumerable(
            training.Texts.Select(text => new StockText { Text = text.Text, Labels = [.. training.Labels.Select(text.Labels.Contains)] })));
        var given = context.Data.LoadFromEnumerable(texts.Take(StockTexts).Select(text => new StockText { Text = text.Text, Labels = new bool[Labels] }));
        // Adding the probabilities up makes the lazy pipeline do its work.
        var total = 0f;
        return PerCoreSecond(() => total += context.Data.CreateEnumerable<StockVerdict>(model.Transform(given), reuseRowObject: true).Sum(verdict => verdict.Sum()), StockTexts);
    }

    /// <summary>By the processor's time, so that neighbours on the machine do not count.</summary>
    private static double PerCoreSecond(Action work, int count)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return count / (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static double PerSecond(Action work, int count)
    {
        var watch = Stopwatch.StartNew();
        work();
        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Texts of about the length of a press release, from the short labelled ones in turn.</summary>
    private static IEnumerable<string> Long(IReadOnlyList<LabelledRow> rows)
    {
        for (var i = 0; ; i++)
        {
            var text = rows[i % rows.Count].Text;
            for (var k = i + 1; text.Length < Characters; k++)
                text += " " + rows[k * 7 % rows.Count].Text;
            yield return text[..Characters];
        }
    }

    private static string LabelsFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "data", "labels")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "data", "labels");
    }

    private static void Say(string what, double value, string unit) =>
        Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what,-45} {value,10:F1} {unit}"));

    private sealed class StockText
    {
        public string Text { get; set; } = "";

        public bool[] Labels { get; set; } = [];
    }

    private sealed class StockLabel
    {
        public bool Label { get; set; }
    }

    private sealed class StockVerdict
    {
        public float P0 { get; set; }

        public float P1 { get; set; }

        public float P2 { get; set; }

        public float P3 { get; set; }

        public float P4 { get; set; }

        public float P5 { get; set; }

        public float Sum() => P0 + P1 + P2 + P3 + P4 + P5;
    }
}
