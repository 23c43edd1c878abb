using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Classify.Outside;

/// <summary>Models of any labels, outside the store.</summary>
/// <param name="classifier">The classifier.</param>
/// <param name="part">The id of its part and the version of its plugin.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Tells of training.</param>
public sealed class OutsideModels(ITrainableClassifier classifier, (string Id, string Version) part, TimeProvider clock, ILogger logger)
{
    /// <summary>Trains a model.</summary>
    /// <param name="files">The labelled texts.</param>
    /// <param name="dev">Labelled texts to choose thresholds on; null for the model's own.</param>
    /// <param name="licence">The terms of the texts; null where nobody said.</param>
    /// <param name="folder">Where the model goes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LabelFileException">The files are wrong, or nothing can be learned from them.</exception>
    /// <exception cref="ClassifyException">Training failed.</exception>
    public async Task<ModelRecord> TrainAsync(IReadOnlyList<string> files, string? dev, string? licence, string folder, CancellationToken cancellationToken)
    {
        ModelFolder.CheckPlace(folder);
        var training = LabelledTexts.ToLearn(LabelledTexts.Read(files, known: null), files);
        var texts = dev is null ? null : ReadDev(dev, training);
        var hash = ModelVersion.HashOf(part.Id, part.Version, classifier.Settings, training);
        return await ModelFolder.MakeAsync(
            folder,
            async file =>
            {
                var started = clock.GetTimestamp();
                var card = await LearnAsync(training, file, cancellationToken).ConfigureAwait(false);
                var trained = (clock.GetUtcNow(), clock.GetElapsedTime(started));
                var made = ModelFolder.Record((part.Id, part.Version, classifier.Settings), training, hash, files, card, trained);
                var record = made with { Licence = licence };
                return texts is null ? record : Judge(record, classifier.Load(file), dev!, texts);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads a model with the thresholds of its card.</summary>
    /// <exception cref="InvalidDataException">The folder holds no model, or one of another classifier.</exception>
    public (ModelRecord Record, IClassifier Classifier) Load(string folder)
    {
        var record = ModelFolder.ReadCard(folder);
        if (record.Classifier != part.Id)
            throw new InvalidDataException($"{folder} holds a model of the classifier '{record.Classifier}', not of '{part.Id}'.");
        var model = classifier.Load(Path.Combine(folder, ModelFolder.Model));
        return (record, record.Thresholds is { } thresholds ? new ChosenThresholds(model, thresholds) : model);
    }

    /// <summary>Judges a model by a file of labelled texts.</summary>
    /// <exception cref="LabelFileException">The file is wrong, or names labels that the model does not know.</exception>
    public EvaluationReport Evaluate(string folder, string file, string? groupBy)
    {
        var (record, model) = Load(folder);
        var labels = record.Labels.Count > 0 ? record.Labels : model.Labels;
        var texts = LabelledTexts.Texts(LabelledTexts.Read([file], labels.ToHashSet(StringComparer.Ordinal)));
        return Scoring.Report(Path.GetFileName(file), record.Version, labels, Evaluation.Judge(model, texts), Grouping.Of([file], groupBy, texts));
    }

    private static ModelRecord Judge(ModelRecord record, IClassifier model, string file, IReadOnlyList<LabelledText> texts)
    {
        var chosen = DevThresholds.Of(record.Labels, Evaluation.Judge(model, texts));
        var year = TextGroups.Find(file, "year") is null ? null : "year";
        var report = Scoring.Report(Path.GetFileName(file), record.Version, record.Labels, chosen.Nested, Grouping.Of([file], year, texts));
        return record with { Thresholds = chosen.Thresholds, Judged = report };
    }

    private static IReadOnlyList<LabelledText> ReadDev(string dev, TrainingSet training)
    {
        var texts = LabelledTexts.Texts(LabelledTexts.Read([dev], training.Labels.ToHashSet(StringComparer.Ordinal)));
        var learned = training.Texts.Select(text => text.Id).ToHashSet(StringComparer.Ordinal);
        var both = texts.Where(text => learned.Contains(text.Id)).Select(text => text.Id).ToArray();
        return both.Length == 0 ? texts : throw new LabelFileException(
            [$"{dev}: {both.Length} of its {texts.Count} texts are in the training files too, '{both[0]}' first, and would flatter the figures. Take them out of one of the two."]);
    }

    private async Task<ModelCard> LearnAsync(TrainingSet training, string file, CancellationToken cancellationToken)
    {
        try
        {
            return await classifier.TrainAsync(training, file, logger, cancellationToken).ConfigureAwait(false);
        }
        // The classifier's own sentence on texts that it can learn nothing from.
        catch (InvalidDataException fault)
        {
            throw new LabelFileException([fault.Message]);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ClassifyException($"The classifier '{part.Id}' could not be trained: {fault.Message}", fault);
        }
    }
}
