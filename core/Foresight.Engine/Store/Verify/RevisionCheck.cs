using Foresight.Engine.Store.Columns;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Verify;

/// <summary>Every row has exactly one latest revision, or was retired, and none of the earlier revisions is missing.</summary>
internal static class RevisionCheck
{
    public static async Task<IEnumerable<string>> RunAsync(ITables tables, TableShape table)
    {
        // A verdict's revision is its document's, so only the latest can be counted there.
        var rule = table == StoreShapes.Classifications || table == StoreShapes.Tags
            ? "count(*) FILTER (_current) <> 1"
            : """
                count(*) <> max(_revision) OR min(_revision) <> 1 OR count(*) FILTER (_current) > 1 OR count(*) FILTER (_current AND _retired_by IS NOT NULL) > 0
                OR (count(*) FILTER (_current) = 1 AND max(_revision) FILTER (_current) <> max(_revision))
                OR (count(*) FILTER (_current) = 0 AND NOT arg_max(_retired_by IS NOT NULL, _revision))
                """;
        var faulty = await tables.QueryAsync(
            $"""
            SELECT _source, count(*) AS faulty FROM (
                SELECT _source FROM {table.Name}_history GROUP BY {string.Join(", ", Identities.Of(table))} HAVING {rule})
            GROUP BY _source ORDER BY _source
            """);
        return faulty.Rows.Select(row =>
            $"{row["faulty"]} rows of {row["_source"]} in {table.Name} do not have exactly one latest revision and all earlier ones.");
    }
}
