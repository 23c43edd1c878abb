using Foresight.Engine.Store;

namespace Foresight.Engine.Stories;

/// <summary>What clustering did.</summary>
/// <param name="Placed">Documents that got their story now.</param>
/// <param name="Joined">Those of them that joined an earlier document's story.</param>
public sealed record StoryResult(long Placed, long Joined);

/// <summary>Gives every document that has none its story: day by day, each compared with those of the days around it.</summary>
public sealed class StoryStep(TableStore store)
{
    // Every page looks through all documents for those that wait; as texts they take some 60 MB at most.
    private const int Page = 5000;

    /// <summary>Places what waits.</summary>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async Task<StoryResult> RunAsync(CancellationToken cancellationToken)
    {
        var (placed, joined) = (0L, 0L);
        var (known, ours) = (new StoriesAround(store), long.MinValue);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var version = store.StoriesVersion();
            if (version != ours)
            {
                // At first, or where another program has stored stories since.
                known = new StoriesAround(store);
            }

            var waiting = await store.Tables.QueryAsync($"""
                WITH {StoriesAround.Documents}
                SELECT d.* FROM d ANTI JOIN stories s USING (_source, _item_id) ORDER BY day, _source, _item_id LIMIT {Page}
                """);
            if (waiting.RowCount == 0)
            {
                return new StoryResult(placed, joined);
            }

            var documents = waiting.Rows.Select(row => (Document: StoriesAround.Read(row), Revision: (int)row.Number("_revision")!.Value)).ToList();
            var index = await known.AroundAsync([.. documents.Select(one => one.Document)]);
            var rows = documents.Select(one => Row(one.Document, one.Revision, index.Place(one.Document))).ToList();
            // Where another program was quicker, the page is read again.
            if (await store.AppendStoriesAsync(rows, version, cancellationToken))
            {
                (placed, joined) = (placed + rows.Count, joined + rows.Count(row => row.JoinedBy != "first"));
                // A commit for each source.
                ours = Math.Max(version, 0) + rows.DistinctBy(row => row.Source).Count();
            }
        }
    }

    private static StoryRow Row(StoryDocument document, int revision, StoryPlace place) => new(
        document.Source, document.Id, revision, place.Story.Id, place.Story.Day, place.By.ToString().ToLowerInvariant(), Math.Round(place.Similarity, 3), place.Numbers);
}
