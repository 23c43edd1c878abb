using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Batches;

/// <summary>What people said of documents as columns.</summary>
internal static class PersonVerdictBlocks
{
    public static IReadOnlyDictionary<string, object?> Row(PersonVerdictRow row) => new Dictionary<string, object?>
    {
        [ColumnName.ItemId] = row.ItemId,
        [ColumnName.Revision] = row.Revision,
        ["person"] = row.Person,
        ["decided_at"] = Instants.ToStored(row.DecidedAt),
        ["labels"] = row.Labels.ToArray(),
        ["unsure"] = row.Unsure,
        ["note"] = row.Note,
        ["policy_version"] = row.PolicyVersion,
        ["model_version"] = row.ModelVersion,
    };
}
