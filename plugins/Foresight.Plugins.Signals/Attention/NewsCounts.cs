using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// Stories and reports per week and label, counted by the database: memory goes by weeks times labels, however many documents there are. Announced
/// releases of statistics are dates, not news.
/// </summary>
internal sealed class NewsCounts
{
    /// <summary>The verdicts on focus areas; the empty key holds all classified documents.</summary>
    private const string AreaLabels = """
        SELECT _source, _item_id, _revision, focus_area AS key, belongs FROM classifications
        UNION ALL SELECT DISTINCT _source, _item_id, _revision, '', true FROM classifications
        """;

    private const string TopicLabels = """
        SELECT _source, _item_id, _revision, unnest(topics) AS key, true AS belongs FROM tags
        UNION ALL SELECT _source, _item_id, _revision, '', true FROM tags
        """;

    private readonly Dictionary<string, NewsSeries> _series = new(StringComparer.Ordinal);
    private readonly int _weeks;

    private NewsCounts(int weeks) => _weeks = weeks;

    public NewsSeries All => Of("");

    public NewsSeries Of(string label) => _series.GetValueOrDefault(label) ?? NewsSeries.Empty(_weeks);

    public static NewsCounts None(NewsWindow window) => new(window.Weeks);

    public static Task<NewsCounts> OfAreasAsync(ITables tables, NewsWindow window) => ReadAsync(tables, window, AreaLabels);

    public static Task<NewsCounts> OfTopicsAsync(ITables tables, NewsWindow window) => ReadAsync(tables, window, TopicLabels);

    private static async Task<NewsCounts> ReadAsync(ITables tables, NewsWindow window, string labels)
    {
        var table = await tables.QueryAsync(
            $"""
            WITH labels AS ({labels}),
            told AS (
                SELECT d.story_id, d.published, l.key, l.belongs
                FROM document_stories d JOIN labels l ON l._source = d._source AND l._item_id = d._item_id AND l._revision = d._revision
                WHERE d.published >= CAST($1 AS DATE) + 1 AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release'),
            stories AS (SELECT story_id, key, min(published) AS published FROM told GROUP BY story_id, key HAVING bool_or(belongs))
            SELECT key, date_diff('day', CAST(published AS DATE), CAST($2 AS DATE)) // 7 AS back, count(*) AS stories, 0 AS reports FROM stories GROUP BY ALL
            UNION ALL
            SELECT key, date_diff('day', CAST(published AS DATE), CAST($2 AS DATE)) // 7, 0, count(*) FROM told WHERE belongs GROUP BY ALL
            """,
            Days.Iso(window.Before), Days.Iso(window.Today)).ConfigureAwait(false);
        var counts = new NewsCounts(window.Weeks);
        foreach (var row in table.Rows)
        {
            var key = row.Text("key");
            if (!counts._series.TryGetValue(key, out var series))
            {
                counts._series.Add(key, series = NewsSeries.Empty(window.Weeks));
            }

            var week = window.Weeks - 1 - Convert.ToInt32(row["back"], CultureInfo.InvariantCulture);
            series.Stories[week] += Convert.ToInt32(row["stories"], CultureInfo.InvariantCulture);
            series.Reports[week] += Convert.ToInt32(row["reports"], CultureInfo.InvariantCulture);
        }

        return counts;
    }
}
