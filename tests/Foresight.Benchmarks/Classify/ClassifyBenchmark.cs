using Foresight.Engine.Classify;
using Foresight.Plugins.FocusClassifier;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace Foresight.Benchmarks.Classify;

/// <summary>
/// Texts classified per second, and the time to train: <c>classify [FOLDER OF LABELS]</c>. Yardstick: ML.NET's stock chain, trained
/// on the same texts in the same run. Both are compared by the processor's time, for the stock chain judges on one core.
/// </summary>
internal sealed class ClassifyBenchmark : IBenchmark
{
    private const int Characters = 1000;
    private const int Texts = 5000;
    private const int StockTexts = 500;
    private const int Rounds = 5;

    public string Verb => "classify";

    public string Description => "training, and texts classified per second, against ML.NET's stock chain [FOLDER OF LABELS]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var rows = LabelFiles.Read(LabelFiles.In(args is [var folder] ? folder : Path.Combine(Repository.Root, "data", "labels")), known: null);
        var labels = rows.SelectMany(row => row.Labels).CountBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(StockChain.Labels).Select(pair => pair.Key).ToArray();
        var training = new TrainingSet(labels, [.. rows.Select(row => new LabelledText(row.Id, row.Text, row.Language, row.Labels))]);
        var texts = Long(rows).Take(Texts).Select(text => new ClassifierText("", text, null)).ToArray();

        var (train, model) = await TrainAsync(training);
        tell(new($"training: {rows.Count:N0} labelled texts, {labels.Length} labels, five folds")
        {
            Seconds = train.Seconds,
            ProcessorSeconds = train.ProcessorSeconds,
            PeakMegabytes = train.PeakMegabytes,
        });

        var chain = new StockChain(training);
        Measured? together = null, one = null, stock = null;
        for (var round = 0; round < Rounds; round++)
        {
            // In turns, and the best of each: the first rounds also compile the code.
            together = (await ClassifyAsync(texts.Length, () => model.Classify(texts))).Best(together);
            one = (await ClassifyAsync(texts.Length, () => Array.ForEach(texts, text => model.Classify([text])))).Best(one);
            stock = (await ClassifyAsync(StockTexts, () => chain.Judge(texts.Take(StockTexts)))).Best(stock);
        }

        tell(ResultLine.Of($"yardstick: ML.NET's stock chain judges {StockTexts:N0} texts of {Characters:N0} characters", stock!, "texts"));
        tell(Line($"{Texts:N0} such texts classified together, on all cores", together!, stock!));
        tell(Line($"{Texts:N0} such texts classified one by one, on one core", one!, stock!));
    }

    private static ResultLine Line(string what, Measured measured, Measured stock) => ResultLine.Of(what, measured, "texts") with
    {
        Against = $"{ResultLine.Number(PerProcessorSecond(measured) / PerProcessorSecond(stock), "0.0")} times its texts per processor second",
    };

    private static double PerProcessorSecond(Measured measured) => measured.Rows / measured.ProcessorSeconds;

    private static Task<Measured> ClassifyAsync(int count, Action work) => Measure.TimeAsync(() =>
    {
        work();
        return Task.FromResult(((long)count, ""));
    });

    private static async Task<(Measured Cost, IClassifier Model)> TrainAsync(TrainingSet training)
    {
        var file = Path.GetTempFileName();
        try
        {
            var classifier = new FocusClassifier(new FocusClassifierOptions());
            var cost = await Measure.TimeAsync(async () =>
            {
                await classifier.TrainAsync(training, file, NullLogger.Instance, CancellationToken.None);
                return (training.Texts.Count, "");
            });
            return (cost, classifier.Load(file));
        }
        finally
        {
            File.Delete(file);
        }
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
}
