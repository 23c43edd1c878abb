using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Classify;

/// <summary>The models of a store: <c>models/&lt;version&gt;/model.bin</c> and <c>card.json</c>, trained when first asked for.</summary>
internal sealed class FocusModels(ClassifySetup setup, TimeProvider clock, ILogger logger)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The model for the labels, mapping and settings of now; trains it where it is missing or broken, or by force.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    /// <exception cref="ClassifyException">Training failed.</exception>
    public async Task<(ReadyModel Model, IClassifier Classifier)> GetAsync(bool force, CancellationToken cancellationToken)
    {
        var files = LabelFiles.In(setup.LabelsFolder);
        var training = AreaLabels.Of(setup, LabelFiles.Read(files, AreaLabels.Known(setup)));
        var hash = ModelVersion.HashOf(setup, training);
        var folder = Path.Combine(setup.ModelsFolder, ModelVersion.Of(hash));
        if (!force && Find(folder, hash) is { } found)
            return found;

        var record = await TrainAsync(training, hash, files, folder, cancellationToken).ConfigureAwait(false);
        var file = Path.Combine(folder, "model.bin");
        return (new ReadyModel(record, file, TrainedNow: true), setup.Classifier.Load(file));
    }

    private (ReadyModel, IClassifier)? Find(string folder, string hash)
    {
        if (!Directory.Exists(folder))
            return null;
        try
        {
            var record = JsonSerializer.Deserialize<ModelRecord>(File.ReadAllBytes(Path.Combine(folder, "card.json")), Json);
            var file = Path.Combine(folder, "model.bin");
            return record?.Hash == hash ? (new ReadyModel(record, file, TrainedNow: false), setup.Classifier.Load(file)) : null;
        }
        catch (Exception fault) when (fault is IOException or JsonException or InvalidDataException)
        {
            logger.LogWarning("The model in {Folder} cannot be used and is trained anew: {Fault}", folder, fault.Message);
            return null;
        }
    }

    private async Task<ModelRecord> TrainAsync(
        TrainingSet training, string hash, IReadOnlyList<string> files, string folder, CancellationToken cancellationToken)
    {
        // Aside first, then renamed: whoever finds the folder finds a whole model.
        var aside = $"{folder}.{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}.tmp";
        Directory.CreateDirectory(aside);
        try
        {
            var started = clock.GetTimestamp();
            var card = await LearnAsync(training, Path.Combine(aside, "model.bin"), cancellationToken).ConfigureAwait(false);
            var record = Record(training, hash, files, card, clock.GetElapsedTime(started));
            await using (var stream = File.Create(Path.Combine(aside, "card.json")))
            {
                await JsonSerializer.SerializeAsync(stream, record, Json, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(aside, folder);
            return record;
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    private async Task<ModelCard> LearnAsync(TrainingSet training, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await setup.Classifier.TrainAsync(training, file, logger, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ClassifyException($"The classifier '{setup.ClassifierId}' could not be trained: {fault.Message}", fault);
        }
    }

    private ModelRecord Record(TrainingSet training, string hash, IReadOnlyList<string> files, ModelCard card, TimeSpan took) => new()
    {
        Version = ModelVersion.Of(hash),
        Hash = hash,
        Classifier = setup.ClassifierId,
        ClassifierVersion = setup.ClassifierVersion,
        Settings = setup.Classifier.Settings,
        Policy = setup.Policy.Id,
        PolicyVersion = setup.Policy.Version,
        Topics = setup.Policy.FocusAreas.ToDictionary(area => area.Id, area => area.Topics, StringComparer.Ordinal),
        TrainedAt = clock.GetUtcNow(),
        TrainingSeconds = Math.Round(took.TotalSeconds, 1),
        LabelFiles = [.. files.Select(file => Path.GetFileName(file))],
        TextsByLanguage = training.Texts.GroupBy(text => text.Language ?? "unknown", StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
        TextsOfNone = training.Texts.Count(text => text.Labels.Count == 0),
        Card = card,
    };
}
