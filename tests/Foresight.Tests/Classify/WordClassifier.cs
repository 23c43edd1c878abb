using System.Text.Json;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Tests.Classify;

/// <summary>The simplest classifier that learns: a text belongs to a label when it has a word that only that label's texts had.</summary>
internal sealed class WordClassifier : ITrainableClassifier
{
    public int Trainings { get; private set; }

    public TrainingSet? Last { get; private set; }

    public Exception? Fault { get; set; }

    /// <summary>The figure that its card tells.</summary>
    public double HeldOut { get; set; } = 1;

    public string Settings { get; set; } = "plain";

    public async Task<ModelCard> TrainAsync(TrainingSet training, string modelFile, ILogger logger, CancellationToken cancellationToken)
    {
        if (Fault is not null)
            throw Fault;
        (Trainings, Last) = (Trainings + 1, training);
        var words = training.Labels.ToDictionary(label => label, label => Words(training, text => text.Labels.Contains(label)).Except(Words(training, text => !text.Labels.Contains(label))).ToArray());
        await File.WriteAllTextAsync(modelFile, JsonSerializer.Serialize(words), cancellationToken);
        return new ModelCard
        {
            Texts = training.Texts.Count,
            Labels = [.. training.Labels.Select(label => new LabelCard(label, training.Texts.Count(text => text.Labels.Contains(label)), 1, 1, 1, 0.5))],
            MicroF1 = HeldOut,
            MacroF1 = 1,
        };
    }

    public IClassifier Load(string modelFile)
    {
        try
        {
            return new Model(JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(modelFile))!);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("No model.", fault);
        }
    }

    private static IEnumerable<string> Words(TrainingSet training, Func<LabelledText, bool> where) => training.Texts.Where(where).SelectMany(text => Of(text.Text));

    private static string[] Of(string text) => text.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);

    private sealed class Model(Dictionary<string, string[]> words) : IClassifier
    {
        public IReadOnlyList<string> Labels => [.. words.Keys];

        public IReadOnlyList<Verdict> Classify(IReadOnlyList<ClassifierText> texts) => [.. texts.Select(text =>
        {
            var found = Of(text.Title + " " + text.Text);
            return new Verdict([.. words.Select(pair => new LabelScore(
                pair.Key, found.Any(pair.Value.Contains) ? 0.9 : 0.1, 0.5, [.. found.Where(pair.Value.Contains).Select(word => new TermWeight(word, 1)), new TermWeight("against", -1)]))]);
        })];
    }
}
