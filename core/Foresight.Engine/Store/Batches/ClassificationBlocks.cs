using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Merge;

namespace Foresight.Engine.Store.Batches;

/// <summary>Verdicts as columns.</summary>
internal static class ClassificationBlocks
{
    public static KeyedBlock Of(IReadOnlyList<ClassificationRow> rows) =>
        KeyedBlock.Of(VerdictIdentity.OfClassifications, ColumnBlock.OfRows(StoreShapes.Classifications, [.. rows.Select(Row)]));

    private static Dictionary<string, object?> Row(ClassificationRow row) => new()
    {
        [ColumnName.ItemId] = row.ItemId,
        [ColumnName.Revision] = row.Revision,
        ["focus_area"] = row.FocusArea,
        ["probability"] = row.Probability,
        ["threshold"] = row.Threshold,
        ["belongs"] = row.Belongs,
        ["terms"] = row.Terms.ToArray(),
        ["model_version"] = row.ModelVersion,
        ["policy_version"] = row.PolicyVersion,
        ["classified_at"] = Instants.ToStored(row.ClassifiedAt),
        ["against"] = row.Against.ToArray(),
        ["decided_by"] = row.DecidedBy,
        ["abstained"] = row.Abstained,
        ["trust"] = row.Trust,
        ["rules_version"] = row.RulesVersion,
    };
}
