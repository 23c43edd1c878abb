using System.Globalization;
using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Current;

/// <summary>What a policy's model is made from, but for what people and sources said of stored documents.</summary>
/// <param name="Files">The label files.</param>
/// <param name="Training">Their texts, with the policy's areas as labels.</param>
/// <param name="Hash">Of these, the mapping, the settings and the plugin.</param>
internal sealed record ModelRecipe(IReadOnlyList<string> Files, TrainingSet Training, string Hash)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    public static ModelRecipe Read(ClassifySetup setup)
    {
        var files = LabelFiles.In(setup.LabelsFolder);
        var training = AreaLabels.Of(setup, LabelFiles.Read(files, AreaLabels.Known(setup)));
        return new ModelRecipe(files, training, ModelVersion.HashOf(setup.ClassifierId, setup.ClassifierVersion, setup.Classifier.Settings, training));
    }

    /// <summary>Whether a model's labels mean what the policy's areas mean now: then it can be judged by the same texts.</summary>
    public static bool HasAreasOf(ModelRecord record, ClassifySetup setup) => record.Mapping.Count > 0
        ? Same(record.Mapping, MappingOf(setup.Policy))
        : Same(record.Topics.ToDictionary(area => area.Key, area => Joined(area.Value)), setup.Policy.FocusAreas.ToDictionary(area => area.Id, area => Joined(area.Topics)));

    /// <summary>What is known of a model made from it.</summary>
    public ModelRecord Record(ClassifySetup setup, TrainingSet training, string hash, ModelCard card, (DateTimeOffset At, TimeSpan Took) trained) =>
        ModelFolder.Record((setup.ClassifierId, setup.ClassifierVersion, setup.Classifier.Settings), training, hash, Files, card, trained) with
        {
            Policy = setup.Policy.Id,
            PolicyVersion = setup.Policy.Version,
            Topics = setup.Policy.FocusAreas.ToDictionary(area => area.Id, area => area.Topics, StringComparer.Ordinal),
            Mapping = MappingOf(setup.Policy),
            Licence = File.Exists(Path.Combine(setup.LabelsFolder, "README.md")) ? "see README.md beside the label files" : null,
        };

    private static Dictionary<string, string> MappingOf(Policy policy) => policy.FocusAreas.ToDictionary(
        area => area.Id,
        area => Joined(area.Topics.Select(topic => area.WeightOf(topic) is var weight && weight < 1 ? $"{topic} {weight.ToString("R", CultureInfo.InvariantCulture)}" : topic)),
        StringComparer.Ordinal);

    private static string Joined(IEnumerable<string> topics) => string.Join(", ", topics.Order(StringComparer.Ordinal));

    private static bool Same(IReadOnlyDictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count && one.All(area => other.TryGetValue(area.Key, out var topics) && topics == area.Value);
}
