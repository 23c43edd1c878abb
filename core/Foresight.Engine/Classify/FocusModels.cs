using System.Text.Json;
using Foresight.Engine.Classify.Current;
using Foresight.Engine.Classify.Judging;
using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Classify;

/// <summary>
/// The model that judges a store, of those in the folder of models. Where label files, mapping, settings or plugin are not those of that model any longer, a
/// new one is trained, and takes its place if it wins or ties (<see cref="ModelGate"/>).
/// </summary>
internal sealed class FocusModels(ClassifySetup setup, TimeProvider clock, ILogger logger)
{
    /// <summary>Texts of people and sources must have grown by this share before a model that was refused is tried again.</summary>
    private const double WorthAnother = 0.1;

    private readonly CurrentModels _current = new(setup.ModelsFolder);

    /// <summary>The model that judges; by force a new one is trained although nothing changed.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    /// <exception cref="ClassifyException">Training failed.</exception>
    public Task<(ReadyModel Model, IClassifier Classifier)> GetAsync(bool force, CancellationToken cancellationToken) =>
        GetAsync(force ? Retraining.Now : Retraining.WhenNeeded, cancellationToken);

    /// <summary>The model that judges, after training where that is wanted or needed.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    /// <exception cref="ClassifyException">Training failed.</exception>
    public async Task<(ReadyModel Model, IClassifier Classifier)> GetAsync(Retraining retraining, CancellationToken cancellationToken)
    {
        var recipe = ModelRecipe.Read(setup);
        var test = FixedTest.Read(setup, recipe.Training);
        var current = Find(recipe, out var unreadable);
        var chosen = current is not null && retraining is Retraining.WhenNeeded && !await IsDueAsync(current, recipe, test, cancellationToken).ConfigureAwait(false)
            ? await JudgedAsync(current, test, cancellationToken).ConfigureAwait(false)
            : await TrainAsync(retraining, recipe, test, current, unreadable, cancellationToken).ConfigureAwait(false);
        await setup.KeepFigures(chosen.Ready.Record, cancellationToken).ConfigureAwait(false);
        return (chosen.Ready, chosen.Classifier);
    }

    /// <summary>The cards of the model that judges, and the sentence on the last one that was refused; nothing where none is trained yet.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    public static (ModelRecord? Record, string? Page, LocalText? Refused) Known(ClassifySetup setup)
    {
        var current = new CurrentModels(setup.ModelsFolder).Read().GetValueOrDefault(setup.Store);
        var folder = Path.Combine(setup.ModelsFolder, current?.Version ?? ModelVersion.Of(ModelRecipe.Read(setup).Hash));
        if (!Directory.Exists(folder))
            return (null, null, null);
        var page = Path.Combine(folder, ModelFolder.Page);
        return (ModelFolder.ReadCard(folder), File.Exists(page) ? page : null, current is null ? null : RefusalOf(current, setup));
    }

    /// <summary>The store's current model; where none is noted, the one of today's label files.</summary>
    private StoredModel? Find(ModelRecipe recipe, out string? unreadable)
    {
        var noted = _current.Read().GetValueOrDefault(setup.Store);
        var version = noted?.Version ?? ModelVersion.Of(recipe.Hash);
        unreadable = noted?.Version ?? (Directory.Exists(Path.Combine(setup.ModelsFolder, version)) ? version : null);
        if (Load(version) is not { } found || (noted is null && found.Ready.Record.Hash != recipe.Hash))
            return null;
        unreadable = null;
        return found with { Note = noted ?? Note(version, recipe.Hash) };
    }

    private StoredModel? Load(string version)
    {
        var folder = Path.Combine(setup.ModelsFolder, version);
        if (!Directory.Exists(folder))
            return null;
        try
        {
            var record = ModelFolder.ReadCard(folder);
            var file = Path.Combine(folder, ModelFolder.Model);
            return record.Version == version ? new StoredModel(new ReadyModel(record, file, TrainedNow: false), setup.Classifier.Load(file)) : null;
        }
        catch (Exception fault) when (fault is IOException or JsonException or InvalidDataException)
        {
            logger.LogWarning("The model in {Folder} cannot be used and is trained anew: {Fault}", folder, fault.Message);
            return null;
        }
    }

    private CurrentModel Note(string version, string recipe) => new(version, recipe, clock.GetUtcNow());

    private async Task<bool> IsDueAsync(StoredModel current, ModelRecipe recipe, FixedTest? test, CancellationToken cancellationToken)
    {
        if (current.Note!.Recipe == recipe.Hash)
            return false;
        if (current.Note.Refused is not { } refused || refused.Recipe != recipe.Hash || refused.Test != (test?.Hash ?? ""))
            return true;
        var texts = recipe.Training.Texts.Count + (await MoreAsync(test, cancellationToken).ConfigureAwait(false)).Count;
        return texts > refused.Texts * (1 + WorthAnother);
    }

    private async Task<IReadOnlyList<LabelledText>> MoreAsync(FixedTest? test, CancellationToken cancellationToken)
    {
        var more = await setup.MoreTexts(cancellationToken).ConfigureAwait(false);
        return test?.NotIn(more) ?? more;
    }

    /// <summary>The model that judges, with its figures on the test of now in its card.</summary>
    private async Task<StoredModel> JudgedAsync(StoredModel current, FixedTest? test, CancellationToken cancellationToken)
    {
        var record = current.Ready.Record;
        if (test is not null && record.Test?.Test != test.Hash && ModelRecipe.HasAreasOf(record, setup))
        {
            record = record with { Test = TestFigures.Of(test, record.Version, test.Judge(current.Classifier)) };
            ModelFolder.WriteCard(Path.Combine(setup.ModelsFolder, record.Version), record);
        }

        if (!_current.Read().ContainsKey(setup.Store))
            await _current.WriteAsync(setup.Store, current.Note! with { Best = BestOf(record, null) }, setup.Policy.Id, cancellationToken).ConfigureAwait(false);
        return current with { Ready = current.Ready with { Record = record, Refused = RefusalOf(current.Note!, setup) } };
    }

    private async Task<StoredModel> TrainAsync(
        Retraining retraining, ModelRecipe recipe, FixedTest? test, StoredModel? current, string? unreadable, CancellationToken cancellationToken)
    {
        var more = await MoreAsync(test, cancellationToken).ConfigureAwait(false);
        var training = recipe.Training with { Texts = [.. recipe.Training.Texts, .. more] };
        var hash = ModelVersion.HashOf(setup.ClassifierId, setup.ClassifierVersion, setup.Classifier.Settings, training);
        var version = ModelVersion.Of(hash);
        // Made for another store from the same ingredients, or refused by another test.
        var fresh = retraining is Retraining.WhenNeeded && version != unreadable ? Load(version) : null;
        fresh ??= await MakeAsync(recipe, training, hash, TextOrigin.Count(recipe.Training.Texts.Count, more), cancellationToken).ConfigureAwait(false);

        var record = fresh.Ready.Record;
        var judged = test?.Judge(fresh.Classifier);
        if (test is not null)
            record = record with { Test = TestFigures.Of(test, version, judged!) };
        var comparison = Compare(record, judged, test, current, unreadable);
        if (!comparison.Taken && retraining is Retraining.NowAndTake)
            comparison = comparison with { Taken = true, Why = GateWords.Forced(comparison.Why) };
        record = record with { Comparison = comparison };
        ModelFolder.WriteCard(Path.Combine(setup.ModelsFolder, version), record);

        var chosen = comparison.Taken ? fresh with { Ready = fresh.Ready with { Record = record } } : await JudgedAsync(current!, test, cancellationToken).ConfigureAwait(false);
        var kept = comparison.Taken
            ? Note(version, recipe.Hash) with { Best = BestOf(record, retraining is Retraining.NowAndTake ? null : current?.Note?.Best) }
            : current!.Note! with { Refused = new RefusedModel(version, recipe.Hash, training.Texts.Count, test?.Hash ?? "") };
        await _current.WriteAsync(setup.Store, kept, setup.Policy.Id, cancellationToken).ConfigureAwait(false);
        return chosen with { Ready = chosen.Ready with { Comparison = comparison, Refused = comparison.Taken ? null : comparison.Why } };
    }

    private ModelComparison Compare(ModelRecord fresh, IReadOnlyList<JudgedText>? judged, FixedTest? test, StoredModel? current, string? unreadable)
    {
        if (current?.Ready.Record is not { } old)
            return new ModelComparison(null, Taken: true, unreadable is null ? GateWords.First : GateWords.Unreadable(unreadable));
        if (old.Version == fresh.Version)
            return new ModelComparison(null, Taken: true, GateWords.Same);
        if (!ModelRecipe.HasAreasOf(old, setup))
            return new ModelComparison(null, Taken: true, GateWords.OtherAreas(old.Version));
        if (test is null)
            return ModelGate.CompareHeldOut(fresh, old);
        var best = current.Note?.Best is { } figure && figure.Test == test.Hash ? figure.MicroF1 : (double?)null;
        return ModelGate.Compare(
            (fresh.Version, Decisions.Of(test.Labels, judged!)), (old.Version, Decisions.Of(test.Labels, test.Judge(current.Classifier))), test.Units, best);
    }

    private static BestFigure? BestOf(ModelRecord record, BestFigure? before)
    {
        if (record.Test is not { } test)
            return null;
        var figure = test.Report.Overall.MicroF1;
        return new BestFigure(test.Test, before?.Test == test.Test ? Math.Max(before.MicroF1, figure) : figure);
    }

    private static LocalText? RefusalOf(CurrentModel current, ClassifySetup setup)
    {
        if (current.Refused is not { } refused)
            return null;
        try
        {
            return ModelFolder.ReadCard(Path.Combine(setup.ModelsFolder, refused.Version)).Comparison?.Why;
        }
        catch (InvalidDataException)
        {
            // Somebody deleted it; what it said is gone with it.
            return null;
        }
    }

    private async Task<StoredModel> MakeAsync(
        ModelRecipe recipe, TrainingSet training, string hash, IReadOnlyDictionary<string, int> origins, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(setup.ModelsFolder, ModelVersion.Of(hash));
        var record = await ModelFolder.MakeAsync(
            folder,
            async file =>
            {
                var started = clock.GetTimestamp();
                var card = await LearnAsync(training, file, cancellationToken).ConfigureAwait(false);
                return recipe.Record(setup, training, hash, card, (clock.GetUtcNow(), clock.GetElapsedTime(started))) with { TextsByOrigin = origins };
            },
            cancellationToken).ConfigureAwait(false);
        var model = Path.Combine(folder, ModelFolder.Model);
        return new StoredModel(new ReadyModel(record, model, TrainedNow: true), setup.Classifier.Load(model));
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

    private sealed record StoredModel(ReadyModel Ready, IClassifier Classifier)
    {
        /// <summary>What is noted of it as the current one; null for one that is not.</summary>
        public CurrentModel? Note { get; init; }
    }
}
