using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Batches;

/// <summary>What people do about signals as rows.</summary>
internal static class StepBlocks
{
    public static IReadOnlyDictionary<string, object?> Row(StepRow row) => new Dictionary<string, object?>
    {
        ["signal_id"] = row.SignalId,
        ["taken_at"] = Instants.ToStored(row.TakenAt),
        ["step"] = SignalBlocks.Word<StepKind>(row.Step),
        ["person"] = row.Person,
        ["owner"] = row.Owner,
        ["role"] = row.Role,
        ["response"] = row.Response,
        ["due"] = row.Due,
        ["reason"] = row.Reason,
        ["activity"] = row.Activity,
        ["decision"] = row.Decision,
        ["headline_sv"] = row.Headline?.Sv,
        ["headline_en"] = row.Headline?.En,
        ["focus_area"] = row.FocusArea,
        ["policy_version"] = row.PolicyVersion,
        [ColumnName.ContentHash] = row.ContentHash,
    };
}
