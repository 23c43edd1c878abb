namespace Foresight.Engine.Store.Batches;

/// <summary>How models err as columns.</summary>
internal static class ModelBlocks
{
    public static IReadOnlyDictionary<string, object?> Row(ModelErrorRow row) => new Dictionary<string, object?>
    {
        ["model_version"] = row.ModelVersion,
        ["label"] = row.Label,
        ["language"] = row.Language,
        ["hits"] = row.Errors.Hits,
        ["misses"] = row.Errors.Misses,
        ["false_alarms"] = row.Errors.FalseAlarms,
        ["right_noes"] = row.Errors.RightNoes,
        ["trained_at"] = Instants.ToStored(row.TrainedAt),
    };
}
