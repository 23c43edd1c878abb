using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

/// <summary>The feeds that were captured from real sources.</summary>
public sealed class FeedCaptureTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    [Theory]
    [InlineData("ec/presscorner-rss-default-2026-09-04.xml", 10)]
    [InlineData("eurostat/feed-orchestrator.rss", 3)]
    [InlineData("eurostat/feed-small.rss", 6)]
    [InlineData("europarl/ep-plenary-nl.rss.PARTLY-SYNTHETIC.xml", 5)]
    [InlineData("europarl/ep-top-stories-item-EXCERPT.xml", 1)]
    [InlineData("consilium/council-rss-item-EXCERPT.xml", 1)]
    [InlineData("regeringen/regeringen-uppdrag.HEAD-13-items.rss.xml", 13)]
    [InlineData("regeringen/statskontoret-regleringsbrev.HEAD-14-items.rss.xml", 14)]
    public async Task Capture_Whole_GivesEveryItemWithTitleLinkAndTime(string name, int items)
    {
        var bytes = await CaptureAsync(name);

        var feed = await ReadFeed.OfAsync(bytes, new FeedReaderOptions { TimeZone = Brussels });

        Assert.Equal(items, feed.Entries.Count);
        Assert.Null(feed.Break);
        Assert.Empty(feed.Problems);
        Assert.All(feed.Entries, entry => Assert.True(entry.Title.Length > 0 && entry.Link is not null, $"item {entry.Number}"));
        // One date of the small file was made up to be none; it is a doubt.
        Assert.All(feed.Entries, entry => Assert.True((entry.Published ?? entry.Updated) is not null || entry.Doubts.Count == 1, $"item {entry.Number}"));
    }

    [Theory]
    [InlineData("ec/presscorner-rss-default-2026-09-04.xml")]
    [InlineData("regeringen/regeringen-uppdrag.HEAD-13-items.rss.xml")]
    [InlineData("regeringen/statskontoret-regleringsbrev.HEAD-14-items.rss.xml")]
    public async Task Capture_CutOffAnywhere_KeepsTheItemsBeforeTheCut(string name)
    {
        var bytes = await CaptureAsync(name);
        var whole = await ReadFeed.OfAsync(bytes);
        var text = System.Text.Encoding.UTF8.GetString(bytes);

        for (var cut = text.IndexOf("</item>", StringComparison.Ordinal) + 7; cut < text.Length - 30; cut += 97)
        {
            var feed = await ReadFeed.OfAsync(text[..cut]);

            var before = text[..cut].Split("</item>").Length - 1;
            Assert.Equal(whole.Entries.Take(before).Select(entry => entry.Title), feed.Entries.Take(before).Select(entry => entry.Title));
            Assert.InRange(feed.Entries.Count, before, before + 1);
            Assert.NotNull(feed.Break);
        }
    }

    [Fact]
    public async Task PressCorner_EmbargoedToMidnight_IsThatDayInBrussels()
    {
        var feed = await ReadFeed.OfAsync(await CaptureAsync("ec/presscorner-rss-default-2026-09-04.xml"));

        var midnights = feed.Entries.Where(entry => entry.Published is { } date && TimeZoneInfo.ConvertTime(date.Start, Brussels).TimeOfDay == TimeSpan.Zero).ToList();
        Assert.NotEmpty(midnights);
        Assert.All(midnights, entry => Assert.Equal(22, entry.Published!.Value.Start.UtcDateTime.Hour));
    }

    [Fact]
    public async Task Eurostat_TimesWithoutZone_AreOfTheZoneThatIsGiven()
    {
        var bytes = await CaptureAsync("eurostat/feed-orchestrator.rss");

        var (utc, brussels) = (await ReadFeed.OfAsync(bytes), await ReadFeed.OfAsync(bytes, new FeedReaderOptions { TimeZone = Brussels }));

        var apart = utc.Entries.Zip(brussels.Entries, (one, other) => one.Published!.Value.Start - other.Published!.Value.Start).Distinct();
        Assert.All(apart, hours => Assert.InRange(hours, TimeSpan.FromHours(1), TimeSpan.FromHours(2)));
    }

    private static Task<byte[]> CaptureAsync(string name) =>
        File.ReadAllBytesAsync(SharedFolder.Path(["captures", "feeds", .. name.Split('/')]), TestContext.Current.CancellationToken);
}
