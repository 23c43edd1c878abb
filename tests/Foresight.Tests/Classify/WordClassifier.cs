using System.Text.Json;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Tests.Classify;

/// <summary>
/// The simplest classifier that learns: a text belongs to a label when it has a word that only that label's texts had. Of a text with "perhaps" it
/// cannot say, and a label without texts it does not know.
/// </summary>
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
        foreach (var (group, label) in training.Groups.SelectMany(group => group.Labels.Select(label => (group.Id, label))))
            words[$"{group}/{label}"] = [.. Words(training, text => HasTag(text, group, label)).Except(Words(training, text => !HasTag(text, group, label)))];
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

    private static bool HasTag(LabelledText text, string group, string label) => text.Tags.TryGetValue(group, out var labels) && labels.Contains(label);

    private static IEnumerable<string> Words(TrainingSet training, Func<LabelledText, bool> where) => training.Texts.Where(where).SelectMany(text => Of(text.Text));

    private static string[] Of(string text) => text.ToLowerInvariant().Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);

    private sealed class Model(Dictionary<string, string[]> words) : IClassifier
    {
        public IReadOnlyList<string> Labels => [.. words.Where(pair => pair.Value.Length > 0 && !pair.Key.Contains('/')).Select(pair => pair.Key)];

        public IReadOnlyList<Verdict> Classify(IReadOnlyList<ClassifierText> texts) => [.. texts.Select(text =>
        {
            var found = Of(text.Title + " " + text.Text);
            var unsure = found.Contains("perhaps");
            return new Verdict([.. Labels.Select(label => new LabelScore(
                label, Has(label) ? 0.9 : 0.1, 0.5, [.. found.Where(words[label].Contains).Select(word => new TermWeight(word, 1)), new TermWeight("against", -1)])
            {
                Lower = unsure ? 0 : 0.5,
                Upper = unsure ? 1 : 0.5,
            })])
            {
                Tags = [.. words.Keys.Where(key => key.Contains('/')).Select(key => new TagScore(key.Split('/')[0], key.Split('/')[1], Has(key) ? 0.8 : 0.2, 0.5, Has(key)))],
            };

            bool Has(string key) => found.Any(words[key].Contains);
        })];
    }
}
