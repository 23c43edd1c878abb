namespace Foresight.Engine.Briefs;

/// <summary>What is due: planned decisions, releases of statistics, deadlines of calls that are for us.</summary>
internal static class UpcomingDates
{
    /// <summary>How far ahead a brief looks.</summary>
    public const int Months = 6;

    public static async Task<IReadOnlyList<BriefItem>> ReadAsync(BriefInput input, DateOnly today)
    {
        // A call with several deadlines is due at each of them.
        var rows = await input.Tables.QueryAsync("""
            WITH dated AS (
              SELECT *, unnest(list_distinct(list_concat(CASE WHEN due IS NULL THEN [] ELSE [due] END, coalesce(deadlines, [])))) AS due_day
              FROM documents)
            SELECT _source, _item_id, kind, title, language, url, publisher, published IS NULL AS day_is_seen,
                   CAST(coalesce(published, _first_seen_at) AS DATE) AS day, due_day
            FROM dated
            WHERE due_day BETWEEN CAST($1 AS DATE) AND CAST($2 AS DATE)
            ORDER BY due_day, title, _source, _item_id
            """, RelevantItems.Sql(today), RelevantItems.Sql(today.AddMonths(Months))).ConfigureAwait(false);
        return
        [
            .. rows.Rows.Where(row => !input.NotForUs.Contains((row.Text("_source"), row.Text("_item_id"))))
                .Select(row => RelevantItems.Item(row, input) with { Due = row.Day("due_day"), IsRelease = row.Text("kind") == "release" })
                .DistinctBy(item => (item.Title, item.Due)),
        ];
    }
}
