using System.Globalization;

namespace Foresight.Plugins.Tests.Signals.Attention;

/// <summary>Weeks of made-up news, written by the database.</summary>
internal static class MadeUpNews
{
    /// <summary>
    /// Adds as many documents in each week, the last of which ends on the tests' day, from four publishers. <paramref name="text"/> and <paramref name="area"/> are SQL over
    /// the week <c>w</c> (0 for the oldest) and the document's number in it <c>i</c>; an area or topic of NULL is none.
    /// </summary>
    public static InMemoryTables News(this InMemoryTables tables, int weeks, int perWeek, string text = "'Text'", string area = "NULL", string topic = "NULL", string language = "sv")
    {
        var (last, all) = ((weeks - 1).ToString(CultureInfo.InvariantCulture), weeks.ToString(CultureInfo.InvariantCulture));
        var each = perWeek.ToString(CultureInfo.InvariantCulture);
        tables.Execute(
            $"""
            INSERT INTO documents (_source, _item_id, _revision, _current, kind, title, text, language, publisher, published, _load_id)
            SELECT 'feed' || i % 4, '{language}' || w || '-' || i, 1, true, 'news', 'Rubrik', {text}, '{language}', 'Blad ' || chr(CAST(65 + i % 4 AS INTEGER)),
                CAST(DATE '2026-09-05' - CAST(7 * ({last} - w) + i % 7 AS INTEGER) AS TIMESTAMP), 'load-4'
            FROM range({all}) weeks(w), range({each}) documents(i)
            """);
        tables.Execute(
            $"""
            INSERT INTO classifications (_source, _item_id, _revision, focus_area, probability, threshold, belongs, model_version, policy_version, _current)
            SELECT 'feed' || i % 4, '{language}' || w || '-' || i, 1, a, CASE WHEN a = {area} THEN 0.9 ELSE 0.1 END, 0.5, coalesce(a = {area}, false), 'm1', '1', true
            FROM range({all}) weeks(w), range({each}) documents(i), (SELECT unnest(['growth', 'climate', 'learning']) AS a)
            """);
        tables.Execute(
            $"""
            INSERT INTO tags
            SELECT 'feed' || i % 4, '{language}' || w || '-' || i, 1, CASE WHEN {topic} IS NULL THEN [] ELSE [{topic}] END, 'environmental', NULL
            FROM range({all}) weeks(w), range({each}) documents(i)
            """);
        return tables;
    }

    /// <summary>Adds a report of a story.</summary>
    public static InMemoryTables Report(this InMemoryTables tables, string source, string id, string story, DateOnly day, string area, string title = "Bron stängs")
    {
        tables.Document(source, id, day, title: title);
        tables.Execute(
            """
            INSERT INTO classifications (_source, _item_id, _revision, focus_area, probability, threshold, belongs, model_version, policy_version, _current)
            SELECT $1, $2, 1, a, CASE WHEN a = $3 THEN 0.9 ELSE 0.1 END, 0.5, a = $3, 'm1', '1', true FROM (SELECT unnest(['growth', 'climate', 'learning']) AS a)
            """,
            source, id, area);
        tables.Execute("INSERT INTO stories VALUES ($1, $2, $3)", source, id, story);
        return tables;
    }
}
