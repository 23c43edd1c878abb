using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Coverage;

/// <summary>How long a source has been silent, and how long it ever was before.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="Reports">Its reports in the time that was looked at.</param>
/// <param name="Newest">The day of the newest one.</param>
/// <param name="Longest">The longest pause between two days with reports, in days.</param>
/// <param name="LookedAt">The day of its last load.</param>
/// <param name="Works">Whether that load went well.</param>
internal sealed record SourcePause(string Source, int Reports, DateOnly Newest, int Longest, DateOnly LookedAt, bool Works)
{
    /// <summary>The present pause: to the last load, since where nobody looked nothing can be called silent.</summary>
    public int Length => LookedAt.DayNumber - Newest.DayNumber;

    public static async Task<IReadOnlyList<SourcePause>> ReadAsync(ITables tables, DateOnly from, DateOnly today)
    {
        var table = await tables.QueryAsync(
            """
            WITH days AS (
                SELECT _source, CAST(coalesce(published, _first_seen_at) AS DATE) AS day, count(*) AS reports
                FROM documents WHERE kind IS DISTINCT FROM 'release' GROUP BY ALL
                HAVING day BETWEEN CAST($1 AS DATE) AND CAST($2 AS DATE)),
            pauses AS (SELECT *, day - lag(day) OVER (PARTITION BY _source ORDER BY day) AS pause FROM days),
            looked AS (
                SELECT _source, max(CAST(started_at AS DATE)) AS last_load, arg_max(health, started_at) <> 'failed' AS works
                FROM loads WHERE code IS DISTINCT FROM 'cancelled' AND started_at < CAST($2 AS DATE) + 1 GROUP BY ALL)
            SELECT _source, CAST(sum(reports) AS BIGINT) AS reports, max(day) AS newest, coalesce(max(pause), 0) AS longest, any_value(last_load) AS last_load, any_value(works) AS works
            FROM pauses JOIN looked USING (_source) GROUP BY ALL ORDER BY ALL
            """,
            Days.Iso(from), Days.Iso(today)).ConfigureAwait(false);
        return
        [
            .. table.Rows.Select(row => new SourcePause(
                row.Text("_source"), (int)row.Number("reports")!.Value, row.Day("newest")!.Value, (int)row.Number("longest")!.Value, row.Day("last_load")!.Value,
                Convert.ToBoolean(row["works"], CultureInfo.InvariantCulture))),
        ];
    }
}
