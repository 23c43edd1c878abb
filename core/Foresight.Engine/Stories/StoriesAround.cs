using System.Globalization;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Stories;

/// <summary>The stored stories of the days around the documents that are placed, day by day: each is read once, and forgotten when its days are past.</summary>
internal sealed class StoriesAround(TableStore store)
{
    // A text says what it is about long before this.
    private const int MostLetters = 6000;

    /// <summary>The documents as they are compared, as a common table expression.</summary>
    public static readonly string Documents = string.Create(CultureInfo.InvariantCulture, $"""
        d AS (
          SELECT _source, _item_id, _revision, kind, title, substr(text, 1, {MostLetters}) AS text, language, url, due,
                 CAST(coalesce(published, _first_seen_at) AS DATE) AS day
          FROM documents)
        """);

    private readonly StoryIndex _index = new();
    private DateOnly? _read;

    /// <summary>What is known around a page's documents, which are no earlier than the page's before: what was placed among it is known too.</summary>
    public async Task<StoryIndex> AroundAsync(IReadOnlyList<StoryDocument> documents)
    {
        var (first, last) = (documents[0].Day.AddDays(-StoryIndex.WindowDays), documents[^1].Day.AddDays(StoryIndex.WindowDays));
        _index.Forget(documents[0].Day);
        var from = _read >= first ? _read.Value.AddDays(1) : first;
        if (from <= last)
        {
            await ReadAsync(from, last);
            _read = last;
        }

        await NumbersAsync(documents.SelectMany(StoryIndex.NumbersOf).ToHashSet(StringComparer.Ordinal));
        return _index;
    }

    public static StoryDocument Read(TableRow row) => new()
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

    private async Task ReadAsync(DateOnly from, DateOnly to)
    {
        var known = await store.Tables.QueryAsync(
            $"""
            WITH {Documents}
            SELECT d.*, s.story_id, s.story_day FROM d JOIN stories s USING (_source, _item_id)
            WHERE s.story_day BETWEEN CAST($1 AS DATE) AND CAST($2 AS DATE) ORDER BY day, _source, _item_id
            """,
            Sql(from), Sql(to));
        foreach (var row in known.Rows)
        {
            _index.Add(Read(row), StoryOf(row));
        }
    }

    // Numbers are of any day.
    private async Task NumbersAsync(HashSet<string> numbers)
    {
        if (numbers.Count == 0)
        {
            return;
        }

        var numbered = await store.Tables.QueryAsync("SELECT DISTINCT unnest(numbers) AS number, story_id, story_day FROM stories WHERE len(numbers) > 0 ORDER BY ALL");
        foreach (var row in numbered.Rows.Where(row => numbers.Contains(row.Text("number"))))
        {
            _index.AddNumber(row.Text("number"), StoryOf(row));
        }
    }

    private static Story StoryOf(TableRow row) => new(row.Text("story_id"), row.Day("story_day")!.Value);

    private static string Sql(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
