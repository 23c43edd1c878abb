using Foresight.Engine.Store;

namespace Foresight.Engine.Classify.Current;

/// <summary>Puts the error rates of the model that judges into the store, once.</summary>
internal sealed class KeptFigures(TableStore store)
{
    public async Task KeepAsync(ModelRecord model, CancellationToken cancellationToken)
    {
        var rows = RowsOf(model);
        var known = await store.Tables.QueryAsync("SELECT count(*) AS n FROM models WHERE model_version = $1", model.Version).ConfigureAwait(false);
        if (rows.Count > 0 && known.Rows.Single().Number("n") is 0)
            await store.AppendModelsAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    private static List<ModelErrorRow> RowsOf(ModelRecord model) =>
        [.. model.Card.Labels.SelectMany(label => label.HeldOut.Select(part => new ModelErrorRow(model.Classifier, model.Version, label.Label, part.Key, part.Value, model.TrainedAt)))];
}
