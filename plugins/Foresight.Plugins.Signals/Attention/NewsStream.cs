using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>
/// The documents of a window in Swedish and English, the newest first, read week by week so that memory does not grow with the archive. Of long texts the
/// beginning is read: the rest repeats its words.
/// </summary>
internal static class NewsStream
{
    /// <summary>Short weeks are read together.</summary>
    private const int PageSize = 2000;

    private const string Weeks = """
        SELECT date_diff('day', CAST(published AS DATE), CAST($2 AS DATE)) // 7 AS back, count(*) AS documents FROM documents
        WHERE published >= CAST($1 AS DATE) + 1 AND published < CAST($2 AS DATE) + 1 AND kind <> 'release' GROUP BY ALL ORDER BY back
        """;

    private const string Page = """
        SELECT d._source, d._item_id, d._revision, d._load_id, d.title, left(d.text, 3000) AS text, coalesce(d.publisher, d._source) AS publisher, d.story_id,
            d.story_id = d._source || '/' || d._item_id AS begins, CAST(d.published AS DATE) AS day, t.steep,
            left(coalesce(t.language_found, d.language), 2) AS language
        FROM document_stories d LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
        WHERE d.published >= CAST($1 AS DATE) AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release' AND left(coalesce(t.language_found, d.language), 2) IN ('sv', 'en')
        ORDER BY d.published DESC, d._source, d._item_id
        """;

    public static async IAsyncEnumerable<NewsDocument> NewestFirstAsync(
        ITables tables, NewsWindow window, [EnumeratorCancellation] CancellationToken cancellationToken, int fromWeek = 0)
    {
        foreach (var (from, to) in await PagesAsync(tables, window, fromWeek).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var table = await tables.QueryAsync(Page, Days.Iso(window.First(from)), Days.Iso(window.First(to + 1).AddDays(-1))).ConfigureAwait(false);
            foreach (var row in table.Rows)
            {
                var day = row.Day("day")!.Value;
                yield return new NewsDocument
                {
                    Report = NewsReport.Of(row),
                    Title = row.Text("title"),
                    Text = row.Text("text"),
                    Language = row.Text("language"),
                    Story = row.Text("story_id"),
                    BeginsStory = row["begins"] is true,
                    Day = day,
                    Week = window.Weeks - 1 - ((window.Today.DayNumber - day.DayNumber) / 7),
                };
            }
        }
    }

    private static async Task<List<(int From, int To)>> PagesAsync(ITables tables, NewsWindow window, int fromWeek)
    {
        var table = await tables.QueryAsync(Weeks, Days.Iso(window.First(fromWeek).AddDays(-1)), Days.Iso(window.Today)).ConfigureAwait(false);
        var (pages, size) = (new List<(int From, int To)>(), 0);
        foreach (var row in table.Rows)
        {
            var week = window.Weeks - 1 - Convert.ToInt32(row["back"], CultureInfo.InvariantCulture);
            var documents = Convert.ToInt32(row["documents"], CultureInfo.InvariantCulture);
            if (pages.Count > 0 && size + documents <= PageSize)
            {
                (pages[^1], size) = ((week, pages[^1].To), size + documents);
            }
            else
            {
                pages.Add((week, week));
                size = documents;
            }
        }

        return pages;
    }
}
