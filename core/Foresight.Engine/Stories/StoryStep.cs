using System.Globalization;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Stories;

/// <summary>What clustering did.</summary>
/// <param name="Placed">Documents that got their story now.</param>
/// <param name="Joined">Those of them that joined an earlier document's story.</param>
public sealed record StoryResult(long Placed, long Joined);

/// <summary>Gives every document that has none its story: day by day, each compared with those of the days around it.</summary>
public sealed class StoryStep(TableStore store)
{
    private const int Page = 2000;

    // A text says what it is about long before this.
    private const int MostLetters = 6000;

    private static readonly string Documents = string.Create(CultureInfo.InvariantCulture, $"""
        d AS (
          SELECT _source, _item_id, _revision, kind, title, substr(text, 1, {MostLetters}) AS text, language, url, due,
                 CAST(coalesce(published, _first_seen_at) AS DATE) AS day
          FROM documents)
        """);

    /// <summary>Places what waits.</summary>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async Task<StoryResult> RunAsync(CancellationToken cancellationToken)
    {
        var (placed, joined) = (0L, 0L);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var version = store.StoriesVersion();
            var waiting = await store.Tables.QueryAsync($"""
                WITH {Documents}
                SELECT d.* FROM d ANTI JOIN stories s USING (_source, _item_id) ORDER BY day, _source, _item_id LIMIT {Page}
                """);
            if (waiting.RowCount == 0)
            {
                return new StoryResult(placed, joined);
            }

            var documents = waiting.Rows.Select(row => (Document: Read(row), Revision: (int)row.Number("_revision")!.Value)).ToList();
            var index = await AroundAsync([.. documents.Select(one => one.Document)]);
            var rows = documents.Select(one => Row(one.Document, one.Revision, index.Place(one.Document))).ToList();
            // Where another program was quicker, the page is read again.
            if (await store.AppendStoriesAsync(rows, version, cancellationToken))
            {
                (placed, joined) = (placed + rows.Count, joined + rows.Count(row => row.JoinedBy != "first"));
            }
        }
    }

    /// <summary>The stories of the days around a page's documents, and of their numbers on any day.</summary>
    private async Task<StoryIndex> AroundAsync(IReadOnlyList<StoryDocument> documents)
    {
        var index = new StoryIndex();
        var known = await store.Tables.QueryAsync(
            $"""
            WITH {Documents}
            SELECT d.*, s.story_id, s.story_day FROM d JOIN stories s USING (_source, _item_id)
            WHERE s.story_day BETWEEN CAST($1 AS DATE) AND CAST($2 AS DATE) ORDER BY day, _source, _item_id
            """,
            Sql(documents[0].Day.AddDays(-StoryIndex.WindowDays)), Sql(documents[^1].Day.AddDays(StoryIndex.WindowDays)));
        foreach (var row in known.Rows)
        {
            index.Add(Read(row), StoryOf(row));
        }

        var numbers = documents.SelectMany(StoryIndex.NumbersOf).ToHashSet(StringComparer.Ordinal);
        if (numbers.Count > 0)
        {
            var numbered = await store.Tables.QueryAsync("SELECT DISTINCT unnest(numbers) AS number, story_id, story_day FROM stories WHERE len(numbers) > 0 ORDER BY ALL");
            foreach (var row in numbered.Rows.Where(row => numbers.Contains(row.Text("number"))))
            {
                index.AddNumber(row.Text("number"), StoryOf(row));
            }
        }

        return index;
    }

    private static Story StoryOf(TableRow row) => new(row.Text("story_id"), row.Day("story_day")!.Value);

    private static StoryDocument Read(TableRow row) => new()
    {
        Source = row.Text("_source"),
        Id = row.Text("_item_id"),
        Kind = row.Text("kind"),
        Title = row.Text("title"),
        Text = row.Text("text"),
        Language = row["language"] as string,
        Url = row["url"] as string,
        Day = row.Day("day")!.Value,
        Due = row.Day("due"),
    };

    private static StoryRow Row(StoryDocument document, int revision, StoryPlace place) => new(
        document.Source, document.Id, revision, place.Story.Id, place.Story.Day, place.By.ToString().ToLowerInvariant(), Math.Round(place.Similarity, 3), place.Numbers);

    private static string Sql(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
