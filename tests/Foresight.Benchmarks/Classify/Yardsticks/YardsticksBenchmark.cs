using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Foresight.Benchmarks.Samples;
using Foresight.Engine.Classify;

namespace Foresight.Benchmarks.Classify.Yardsticks;

/// <summary>
/// The classifier beside fastText and scikit-learn, on the same texts in the same run: <c>classify-yardsticks</c>. Needs FORESIGHT_SHARED; a yardstick that is
/// not on the machine is left out, and the line says how to get it. FORESIGHT_PYTHON names a Python with scikit-learn where <c>python3</c> has none.
/// </summary>
internal sealed class YardsticksBenchmark : IBenchmark
{
    private const int Single = 100;

    public string Verb => "classify-yardsticks";

    public string Description => "the classifier beside fastText and scikit-learn on the shared government texts (FORESIGHT_SHARED)";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        if (Environment.GetEnvironmentVariable("FORESIGHT_SHARED") is not { Length: > 0 } shared)
        {
            tell(new("the classifier beside fastText and scikit-learn: left out, FORESIGHT_SHARED is not set"));
            return;
        }

        var texts = YardstickTexts.Read(shared);
        var folder = Directory.CreateTempSubdirectory("foresight-benchmark-").FullName;
        try
        {
            await OursAsync(texts, folder, tell);
            await OrLeftOutAsync("fastText", "apt-get install fasttext", () => FastTextAsync(texts, folder, tell), tell);
            await OrLeftOutAsync("scikit-learn", "apt-get install python3-sklearn", () => ScikitLearnAsync(texts, folder, tell), tell);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OursAsync(YardstickTexts texts, string folder, Action<ResultLine> tell)
    {
        var train = await Measure.CaseAsync(YardstickCase.Prefix + "train", folder);
        var megabytes = new FileInfo(Path.Combine(folder, "model.bin")).Length / 1e6;
        tell(ResultLine.Of($"ours: training on {texts.Train.Count:N0} government texts, {texts.Labels.Count} labels, five-fold calibration included", train, "texts") with
        {
            Against = FormattableString.Invariant($"model {megabytes:0.00} MB"),
            Goal = $"{ResultLine.Held("under 75 s", train.Seconds < 75)}; {ResultLine.Held("under 700 MB", train.PeakMegabytes < 700)}; {ResultLine.Held("model under 8 MB", megabytes < 8)}",
        });
        var together = await Measure.CaseAsync(YardstickCase.Prefix + "together", folder);
        var (loaded, f1) = (Seconds(together.Note.Split(' ')[0]), together.Note.Split(' ')[1]);
        tell(ResultLine.Of($"ours: {together.Rows:N0} texts of a median {Median(texts.Judge):N0} characters judged together, reasons included", together, "texts") with
        {
            Against = $"micro F1 {f1} by its own thresholds; loaded in {ResultLine.Number(loaded, "0.00")} s",
            Goal = $"{ResultLine.Held("at least 8,000 texts/s", together.RowsPerSecond >= 8000)}; {ResultLine.Held("loaded in under 0.3 s", loaded < 0.3)}",
        });
        var single = await Measure.CaseAsync(YardstickCase.Prefix + "single", folder);
        tell(ResultLine.Of("ours: the same one by one, on one core", single, "texts") with
        {
            Against = $"{ResultLine.Number(1000 * single.Seconds / single.Rows, "0.000")} ms a text",
            Goal = $"{ResultLine.Held("at least 4,500 texts/s", single.RowsPerSecond >= 4500)}; {ResultLine.Held("a text in under 0.25 ms", single.Seconds / single.Rows < 0.00025)}",
        });
    }

    private static async Task FastTextAsync(YardstickTexts texts, string folder, Action<ResultLine> tell)
    {
        var (train, judge, many, model) = (Path.Combine(folder, "train.txt"), Path.Combine(folder, "judge.txt"), Path.Combine(folder, "many.txt"), Path.Combine(folder, "fasttext"));
        await YardstickTexts.WriteFastTextAsync(texts.Train, train, labels: true);
        await YardstickTexts.WriteFastTextAsync(texts.Judge, judge, labels: true);
        await YardstickTexts.WriteFastTextAsync([.. Enumerable.Repeat(texts.Judge, YardstickCase.Times).SelectMany(rows => rows)], many, labels: false);
        foreach (var (name, settings) in new[] { ("words and word pairs", new[] { "-wordNgrams", "2" }), ("and characters 3 to 5", ["-wordNgrams", "2", "-minn", "3", "-maxn", "5"]) })
        {
            var cost = await ChildRun.MeasureAsync(
                "fasttext", ["supervised", "-input", train, "-output", model, "-loss", "ova", "-epoch", "25", "-lr", "0.5", "-thread", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), .. settings]);
            // The tool tells nothing of its time: loading alone is taken off.
            var load = await ChildRun.MeasureAsync("fasttext", "predict", model + ".bin", await FirstLineAsync(judge, folder));
            var said = await ChildRun.MeasureAsync("fasttext", "predict-prob", model + ".bin", many, "-1", "0.5");
            var seconds = Math.Max(0.001, said.Seconds - load.Seconds);
            tell(ResultLine.Of($"yardstick: fastText ({name}), training", cost with { Rows = texts.Train.Count }, "texts"));
            tell(ResultLine.Of("the same judges, on one core", said with { Seconds = seconds, Rows = YardstickCase.Times * texts.Judge.Count }, "texts") with
            {
                Against = $"micro F1 {ResultLine.Number(FastTextF1(texts, said.Note), ".000")} at .5",
            });
        }
    }

    private static async Task ScikitLearnAsync(YardstickTexts texts, string folder, Action<ResultLine> tell)
    {
        var (train, judge) = (Path.Combine(folder, "train.jsonl"), Path.Combine(folder, "judge.jsonl"));
        await YardstickTexts.WriteLinesAsync(texts.Train, train);
        await YardstickTexts.WriteLinesAsync(texts.Judge, judge);
        var script = Path.Combine(Repository.Root, "tests", "Foresight.Benchmarks", "Classify", "Yardsticks", "sklearn_yardstick.py");
        var python = Environment.GetEnvironmentVariable("FORESIGHT_PYTHON") is { Length: > 0 } named ? named : "python3";
        var run = await ChildRun.MeasureAsync(python, script, train, judge, Single.ToString(CultureInfo.InvariantCulture));
        var told = JsonDocument.Parse(run.Note).RootElement;
        double Of(string name) => told.GetProperty(name).GetDouble();
        tell(new("yardstick: scikit-learn (TF-IDF of words and characters, LinearSVC), training")
        {
            Seconds = Of("trained"),
            PerSecond = $"{ResultLine.Number(texts.Train.Count / Of("trained"), "N0")} texts",
            PeakMegabytes = Of("peak"),
        });
        tell(new("the same judges, on one core")
        {
            Seconds = Of("judged"),
            PerSecond = $"{ResultLine.Number(Of("texts") / Of("judged"), "N0")} texts",
            PeakMegabytes = Of("peak"),
            Against = $"micro F1 {ResultLine.Number(Of("microF1"), ".000")}; {ResultLine.Number(1000 * Of("one"), "0.0")} ms for one text",
        });
    }

    private static async Task OrLeftOutAsync(string what, string how, Func<Task> measure, Action<ResultLine> tell)
    {
        try
        {
            await measure();
        }
        catch (Exception missing) when (missing is Win32Exception || missing.Message.Contains("ModuleNotFoundError", StringComparison.Ordinal))
        {
            tell(new($"yardstick: {what}: left out, it is not on this machine ({how})"));
        }
    }

    private static async Task<string> FirstLineAsync(string file, string folder)
    {
        var one = Path.Combine(folder, "one.txt");
        await File.WriteAllLinesAsync(one, File.ReadLines(file).Take(1));
        return one;
    }

    /// <summary>A line per text: labels and probabilities in turn.</summary>
    private static double FastTextF1(YardstickTexts texts, string output)
    {
        var (hits, said, there) = (0, 0, 0);
        foreach (var (row, line) in texts.Judge.Zip(output.Split('\n')))
        {
            var labels = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.StartsWith("__label__", StringComparison.Ordinal))
                .Select(word => word["__label__".Length..]).Where(label => label != "none").ToArray();
            (hits, said, there) = (hits + labels.Count(row.Labels.Contains), said + labels.Length, there + row.Labels.Count);
        }

        return 2.0 * hits / (said + there);
    }

    private static int Median(IReadOnlyList<LabelledRow> rows) => rows.Select(row => row.Text.Length).Order().ElementAt(rows.Count / 2);

    private static double Seconds(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
