using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Batches;

/// <summary>Places in stories as columns.</summary>
internal static class StoryBlocks
{
    public static IReadOnlyDictionary<string, object?> Row(StoryRow row) => new Dictionary<string, object?>
    {
        [ColumnName.ItemId] = row.ItemId,
        [ColumnName.Revision] = row.Revision,
        ["story_id"] = row.StoryId,
        ["story_day"] = row.StoryDay,
        ["joined_by"] = row.JoinedBy,
        ["similarity"] = row.Similarity,
        ["numbers"] = row.Numbers.ToArray(),
    };
}
