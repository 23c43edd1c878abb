using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Merge;

namespace Foresight.Engine.Store.Batches;

/// <summary>Tags of documents as columns.</summary>
internal static class TagBlocks
{
    public static KeyedBlock Of(IReadOnlyList<TagRow> rows) =>
        KeyedBlock.Of(VerdictIdentity.OfTags, ColumnBlock.OfRows(StoreShapes.Tags, [.. rows.Select(Row)]));

    private static Dictionary<string, object?> Row(TagRow row) => new()
    {
        [ColumnName.ItemId] = row.ItemId,
        [ColumnName.Revision] = row.Revision,
        ["topics"] = row.Topics.Select(topic => topic.Topic).ToArray(),
        ["topic_probabilities"] = row.Topics.Select(topic => topic.Probability).ToArray(),
        ["steep"] = row.Steep?.Factor,
        ["steep_probability"] = row.Steep?.Probability,
        ["text_kind"] = row.TextKind?.Kind,
        ["text_kind_probability"] = row.TextKind?.Probability,
        ["language_found"] = row.Language?.Language,
        ["language_share"] = row.Language?.Share,
        ["model_version"] = row.ModelVersion,
        ["policy_version"] = row.PolicyVersion,
        ["classified_at"] = Instants.ToStored(row.ClassifiedAt),
    };
}
