using System.Text.Json;
using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Classify;

/// <summary>The models of a store: <c>models/&lt;version&gt;/model.bin</c> and <c>card.json</c>, trained when first asked for.</summary>
internal sealed class FocusModels(ClassifySetup setup, TimeProvider clock, ILogger logger)
{
    /// <summary>The model for the labels, mapping and settings of now; trains it where it is missing or broken, or by force.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    /// <exception cref="ClassifyException">Training failed.</exception>
    public async Task<(ReadyModel Model, IClassifier Classifier)> GetAsync(bool force, CancellationToken cancellationToken)
    {
        var files = LabelFiles.In(setup.LabelsFolder);
        var training = AreaLabels.Of(setup, LabelFiles.Read(files, AreaLabels.Known(setup)));
        var hash = ModelVersion.HashOf(setup.ClassifierId, setup.ClassifierVersion, setup.Classifier.Settings, training);
        var folder = Path.Combine(setup.ModelsFolder, ModelVersion.Of(hash));
        if (!force && Find(folder, hash) is { } found)
            return found;

        var record = await TrainAsync(training, hash, files, folder, cancellationToken).ConfigureAwait(false);
        var file = Path.Combine(folder, ModelFolder.Model);
        return (new ReadyModel(record, file, TrainedNow: true), setup.Classifier.Load(file));
    }

    /// <summary>The cards of the model for the labels, mapping and settings of now; nothing where it is not trained yet.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    public static (ModelRecord? Record, string? Page) Known(ClassifySetup setup)
    {
        var training = AreaLabels.Of(setup, LabelFiles.Read(LabelFiles.In(setup.LabelsFolder), AreaLabels.Known(setup)));
        var folder = Path.Combine(setup.ModelsFolder, ModelVersion.Of(ModelVersion.HashOf(setup.ClassifierId, setup.ClassifierVersion, setup.Classifier.Settings, training)));
        if (!Directory.Exists(folder))
            return (null, null);
        var page = Path.Combine(folder, ModelFolder.Page);
        return (ModelFolder.ReadCard(folder), File.Exists(page) ? page : null);
    }

    private (ReadyModel, IClassifier)? Find(string folder, string hash)
    {
        if (!Directory.Exists(folder))
            return null;
        try
        {
            var record = ModelFolder.ReadCard(folder);
            var file = Path.Combine(folder, ModelFolder.Model);
            return record.Hash == hash ? (new ReadyModel(record, file, TrainedNow: false), setup.Classifier.Load(file)) : null;
        }
        catch (Exception fault) when (fault is IOException or JsonException or InvalidDataException)
        {
            logger.LogWarning("The model in {Folder} cannot be used and is trained anew: {Fault}", folder, fault.Message);
            return null;
        }
    }

    private Task<ModelRecord> TrainAsync(
        TrainingSet training, string hash, IReadOnlyList<string> files, string folder, CancellationToken cancellationToken) =>
        ModelFolder.MakeAsync(
            folder,
            async file =>
            {
                var started = clock.GetTimestamp();
                var card = await LearnAsync(training, file, cancellationToken).ConfigureAwait(false);
                return Record(training, hash, files, card, clock.GetElapsedTime(started));
            },
            cancellationToken);

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

    private ModelRecord Record(TrainingSet training, string hash, IReadOnlyList<string> files, ModelCard card, TimeSpan took) => ModelFolder.Record(
        (setup.ClassifierId, setup.ClassifierVersion, setup.Classifier.Settings), training, hash, files, card, (clock.GetUtcNow(), took)) with
    {
        Policy = setup.Policy.Id,
        PolicyVersion = setup.Policy.Version,
        Topics = setup.Policy.FocusAreas.ToDictionary(area => area.Id, area => area.Topics, StringComparer.Ordinal),
        Licence = File.Exists(Path.Combine(setup.LabelsFolder, "README.md")) ? "see README.md beside the label files" : null,
    };
}
