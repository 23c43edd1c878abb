using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Classify;

/// <summary>Judges the judge: on a file of labelled texts, or on folds of our own labels held out from training.</summary>
public sealed class Evaluation(ClassifySetup setup, TimeProvider clock, ILogger logger)
{
    private const int Folds = 5;

    /// <summary>Runs the evaluation.</summary>
    /// <param name="labelsFile">A file of texts labelled with topics or focus areas; null for our own labels in five held-out folds.</param>
    /// <param name="groupBy">language, source, year or kind: figures per group too; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    /// <exception cref="ClassifyException">Training or judging failed.</exception>
    public Task<EvaluationReport> RunAsync(string? labelsFile, string? groupBy, CancellationToken cancellationToken) =>
        labelsFile is null ? OnFoldsAsync(groupBy, cancellationToken) : OnFileAsync(labelsFile, groupBy, cancellationToken);

    /// <summary>Judges texts whose labels are known.</summary>
    internal static List<JudgedText> Judge(IClassifier classifier, IReadOnlyList<LabelledText> texts) =>
        [.. texts.Zip(classifier.Classify([.. texts.Select(text => new ClassifierText("", text.Text, text.Language))]), (truth, verdict) => new JudgedText(truth, verdict))];

    private async Task<EvaluationReport> OnFileAsync(string file, string? groupBy, CancellationToken cancellationToken)
    {
        var truth = AreaLabels.Of(setup, LabelledTexts.Read([file], AreaLabels.Known(setup)));
        var (model, classifier) = await new FocusModels(setup, clock, logger).GetAsync(force: false, cancellationToken).ConfigureAwait(false);
        return Scoring.Report(Path.GetFileName(file), model.Record.Version, truth.Labels, Judge(classifier, truth.Texts), Grouping.Of([file], groupBy, truth.Texts));
    }

    private async Task<EvaluationReport> OnFoldsAsync(string? groupBy, CancellationToken cancellationToken)
    {
        var files = LabelFiles.In(setup.LabelsFolder);
        var all = AreaLabels.Of(setup, LabelFiles.Read(files, AreaLabels.Known(setup)));
        // By labels, then by id: each fold has its share of every label, and neighbours in a file are spread.
        var order = all.Texts.OrderBy(text => string.Join('|', text.Labels.Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .ThenBy(text => text.Id, StringComparer.Ordinal).ToArray();
        var judged = new List<JudgedText>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = order.Where((_, i) => i % Folds == fold).ToArray();
            var kept = new TrainingSet(all.Labels, [.. order.Where((_, i) => i % Folds != fold)]);
            judged.AddRange(Judge(await TrainAsync(kept, cancellationToken).ConfigureAwait(false), held));
        }

        return Scoring.Report($"{Folds} folds of {setup.LabelsFolder}", model: null, all.Labels, judged, Grouping.Of(files, groupBy, [.. judged.Select(text => text.Truth)]));
    }

    private async Task<IClassifier> TrainAsync(TrainingSet training, CancellationToken cancellationToken)
    {
        var file = Path.GetTempFileName();
        try
        {
            await setup.Classifier.TrainAsync(training, file, logger, cancellationToken).ConfigureAwait(false);
            return setup.Classifier.Load(file);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ClassifyException($"The classifier '{setup.ClassifierId}' could not be trained: {fault.Message}", fault);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
