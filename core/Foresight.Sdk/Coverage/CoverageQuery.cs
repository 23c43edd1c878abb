namespace Foresight.Sdk;

/// <summary>The questions that <see cref="WatchCoverage"/> asks the store. Parameters: $1 first day, $2 last day, $3 pattern of names, $4 names and codes, $5 their countries.</summary>
internal static class CoverageQuery
{
    /// <summary>What counts as a report, and when it was one.</summary>
    private const string Counted = "d.kind IS DISTINCT FROM 'release'";

    private const string Moment = "coalesce(d.published, d._first_seen_at)";

    /// <summary>Reports and stories by focus area (null for all) and some axes.</summary>
    public static string Counts(IReadOnlyList<CoverageAxis> axes)
    {
        var keys = string.Concat(axes.Select(axis => ", r." + Name(axis)));
        return $"""
            WITH reports AS (
                SELECT d._source, d._item_id, d._revision, d.story_id, d._source AS source, {MonthOf(Moment)} AS month,
                    coalesce(nullif(trim(d.publisher), ''), d._source) AS publisher,
                    coalesce(t.language_found, lower(split_part(nullif(d.language, ''), '-', 1)), '') AS language
                    {(axes.Contains(CoverageAxis.Region) ? About : "")}
                FROM document_stories d LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
                WHERE {Counted} AND {Moment} >= CAST($1 AS DATE) AND {Moment} < CAST($2 AS DATE) + 1),
            judged AS (SELECT DISTINCT _source, _item_id, _revision FROM classifications)
            SELECT NULL AS area{keys}, count(DISTINCT r.story_id) AS stories, count(DISTINCT (r._source, r._item_id)) AS reports,
                count(DISTINCT (r._source, r._item_id)) FILTER (j._item_id IS NOT NULL) AS judged
            FROM {From(axes)} r LEFT JOIN judged j ON j._source = r._source AND j._item_id = r._item_id AND j._revision = r._revision
            GROUP BY ALL
            UNION ALL
            SELECT c.focus_area{keys}, count(DISTINCT r.story_id), count(DISTINCT (r._source, r._item_id)), count(DISTINCT (r._source, r._item_id))
            FROM {From(axes)} r JOIN classifications c ON c._source = r._source AND c._item_id = r._item_id AND c._revision = r._revision
            WHERE c.belongs GROUP BY ALL
            ORDER BY ALL
            """;
    }

    /// <summary>Per source and month of the period: its reports, and its loads by how they ended.</summary>
    public static string Attendance => $"""
        SELECT _source, month, CAST(sum(reports) AS BIGINT) AS reports, CAST(sum(good) AS BIGINT) AS good, CAST(sum(failed) AS BIGINT) AS failed FROM (
            SELECT d._source, {MonthOf(Moment)} AS month, count(*) AS reports, 0 AS good, 0 AS failed
            FROM documents d WHERE {Counted} AND {Moment} >= CAST($1 AS DATE) AND {Moment} < CAST($2 AS DATE) + 1 GROUP BY ALL
            UNION ALL
            SELECT _source, {MonthOf("started_at")}, 0, count(*) FILTER (health <> 'failed'), count(*) FILTER (health = 'failed')
            FROM loads WHERE code IS DISTINCT FROM 'cancelled' AND started_at >= CAST($1 AS DATE) AND started_at < CAST($2 AS DATE) + 1 GROUP BY ALL)
        GROUP BY ALL ORDER BY ALL
        """;

    /// <summary>What each source ever gave: reports, dates only, or, read well without a document, figures.</summary>
    public static string Gave => $"""
        SELECT _source, CAST(sum(reports) AS BIGINT) AS reports, CAST(sum(documents) AS BIGINT) AS documents, CAST(sum(well) AS BIGINT) AS well FROM (
            SELECT d._source, count(*) FILTER ({Counted}) AS reports, count(*) AS documents, 0 AS well FROM documents d GROUP BY ALL
            UNION ALL SELECT _source, 0, 0, count(*) FILTER (health = 'ok') FROM loads GROUP BY ALL)
        GROUP BY ALL
        """;

    // Two spaces for each: a name takes the character before and after it with it, and "Norge Danmark" are two.
    private const string About = """
        , list_distinct(list_concat(coalesce(d.countries, []),
            regexp_extract_all(' ' || regexp_replace(coalesce(d.title, '') || ' ' || d.text, '\s+', '  ', 'g') || ' ', $3, 1))) AS named
        """;

    private static string From(IReadOnlyList<CoverageAxis> axes) => !axes.Contains(CoverageAxis.Region) ? "reports" : """
        (SELECT reports.* EXCLUDE (named), coalesce(country, upper(name), '') AS region
         FROM (SELECT reports.*, unnest(CASE WHEN len(named) = 0 THEN [NULL] ELSE named END) AS name FROM reports) reports
         LEFT JOIN (SELECT unnest(string_split($4, '|')) AS called, unnest(string_split($5, '|')) AS country) countries ON called = replace(name, '  ', ' '))
        """;

    private static string MonthOf(string moment) => $"strftime({moment}, '%Y-%m')";

    public static string Name(CoverageAxis axis) => axis switch
    {
        CoverageAxis.Source => "source",
        CoverageAxis.Language => "language",
        CoverageAxis.Region => "region",
        CoverageAxis.Month => "month",
        _ => "publisher",
    };
}
