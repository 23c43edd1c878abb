using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

/// <summary>A feed read to its end.</summary>
internal sealed record ReadFeed(FeedHeader Header, IReadOnlyList<FeedEntry> Entries, IReadOnlyList<FeedProblem> Problems, string? Break, IReadOnlyList<string> Repairs, string Encoding)
{
    public static Task<ReadFeed> OfAsync(string text, FeedReaderOptions? options = null) => OfAsync(System.Text.Encoding.UTF8.GetBytes(text), options);

    public static async Task<ReadFeed> OfAsync(byte[] bytes, FeedReaderOptions? options = null)
    {
        var token = TestContext.Current.CancellationToken;
        await using var feed = await FeedReader.OpenAsync(new MemoryStream(bytes), options ?? new FeedReaderOptions(), token);
        var entries = new List<FeedEntry>();
        await foreach (var entry in feed.ReadAsync(token))
            entries.Add(entry);
        return new(feed.Header, entries, feed.Problems, feed.Break, feed.Repairs, feed.Encoding);
    }

    /// <summary>An RSS 2.0 feed around items.</summary>
    public static Task<ReadFeed> OfItemsAsync(string items, FeedReaderOptions? options = null) =>
        OfAsync($"<rss version=\"2.0\"><channel><title>F</title><link>https://example.org/</link>{items}</channel></rss>", options);

    public static Task<ReadFeed> OfFixtureAsync(string name, FeedReaderOptions? options = null) =>
        OfAsync(File.ReadAllBytes(Path.Combine(Fixtures, name)), options);

    private static string Fixtures
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Foresight.sln")))
                folder = folder.Parent;
            return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run within the repository."), "tests", "fixtures", "feeds");
        }
    }
}
