using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

public sealed class JsonFeedTests
{
    private const string Begin = """{"version":"https://jsonfeed.org/version/1.1","title":"Nät","home_page_url":"https://example.org/","language":"sv","items":[""";

    [Fact]
    public async Task Feed_OfVersion11_HasItsFields()
    {
        var feed = await ReadFeed.OfFixtureAsync("networks.feed.json");

        Assert.Equal(("JSON Feed 1.1", "Nätverk", "sv", "https://example.org/"), (feed.Header.Format, feed.Header.Title, feed.Header.Language, feed.Header.Link?.AbsoluteUri));
        var entry = feed.Entries[0];
        Assert.Equal(("1", "Exempel: möte", "Ett & två", "Kort", "en"), (entry.Id, entry.Title, entry.Content, entry.Summary, entry.Language));
        Assert.Equal(["https://example.org/1", "https://example.org/1.pdf"], entry.Links.Select(link => link.Target.AbsoluteUri));
        Assert.Equal(new FeedPerson("Bo Exempel", null, new Uri("https://example.org/bo")), Assert.Single(entry.Authors));
        Assert.Equal(["lärande", "EU"], entry.Categories.Select(category => category.Term));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 6, 0, 0, TimeSpan.Zero), entry.Published?.Start);
        Assert.Empty(feed.Repairs);
    }

    [Fact]
    public async Task Feed_OfVersion10_HasItsAuthor()
    {
        var feed = await ReadFeed.OfAsync("""{"version":"https://jsonfeed.org/version/1","title":"T","author":{"name":"A"},"items":[{"id":7,"author":{"name":"B"},"content_text":"x < y"}]}""");

        Assert.Equal("JSON Feed 1.0", feed.Header.Format);
        Assert.Equal("A", Assert.Single(feed.Header.Authors).Name);
        Assert.Equal(("7", "x < y", "B"), (feed.Entries[0].Id, feed.Entries[0].Content, feed.Entries[0].Authors[0].Name));
    }

    [Fact]
    public async Task Items_OfWrongTypes_KeepWhatIsGood()
    {
        var feed = await ReadFeed.OfAsync(Begin + """{"id":"1","title":["x"],"tags":3,"authors":[5],"content_html":"<p>a</p>","date_published":"soon"}, "x", {"id":"3","title":"tre"}, {}]}""");

        Assert.Equal(["1", "3"], feed.Entries.Select(entry => entry.Id));
        Assert.Equal("a", feed.Entries[0].Content);
        Assert.Equal(
            ["Its title is no text and was passed over.", "'soon' in date_published is no date in a known form.", "One of its authors is no object and was passed over.", "Its tags is no list and was passed over."],
            feed.Entries[0].Doubts);
        Assert.Equal([(2, "It is no object."), (4, "It is empty.")], feed.Problems.Select(problem => (problem.Item, problem.Sentence)));
    }

    [Theory]
    [InlineData("\\ud800x", "\uFFFDx")]
    [InlineData("x\\uDC00", "x\uFFFD")]
    [InlineData("\\ud83d\\ude00", "\U0001F600")]
    [InlineData("\\\\ud800", "\\ud800")]
    public async Task Texts_WithHalfSurrogates_AreReplacedThere(string written, string expected)
    {
        var feed = await ReadFeed.OfAsync($$"""{{Begin}}{"id":"1","title":"{{written}}"}]}""");

        Assert.Equal(expected, Assert.Single(feed.Entries).Title);
        Assert.Equal(expected.Contains('\uFFFD', StringComparison.Ordinal), feed.Repairs.Count == 1);
    }

    [Fact]
    public async Task Comments_AndTrailingCommas_DoNoHarm()
    {
        var feed = await ReadFeed.OfAsync(Begin + """/* x */{"id":"1","title":"a",},/* y */]}""");

        Assert.Equal("a", Assert.Single(feed.Entries).Title);
    }

    [Theory]
    [InlineData("""{"id":"1","title":"a"},{"id":"2","title":"b""", "it ends within the JSON")]
    [InlineData("""{"id":"1","title":"a"},{"id":"2",nonsense}]}""", "it is no JSON from there on")]
    public async Task Feed_CutOrBroken_KeepsWhatCameBefore(string items, string reason)
    {
        var feed = await ReadFeed.OfAsync(Begin + items);

        Assert.Equal("1", Assert.Single(feed.Entries).Id);
        Assert.Equal($"The feed breaks off in or after item 1, at line 1: {reason}.", feed.Break);
    }

    [Fact]
    public async Task Members_InAlphabeticalOrder_AreAFeedAllTheSame()
    {
        var feed = await ReadFeed.OfAsync("""{"items":[{"id":"1","title":"a"}],"title":"T","version":"https://jsonfeed.org/version/1.1"}""");

        Assert.Equal(("T", "JSON Feed 1.1", 1), (feed.Header.Title, feed.Header.Format, feed.Entries.Count));
    }

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"count":2,"items":[{"name":"x"}]}""")]
    [InlineData("""{"version":1}""")]
    public async Task Json_OfAnotherKind_IsRefused(string answer)
    {
        var refusal = await Assert.ThrowsAsync<FeedFormatException>(() => ReadFeed.OfAsync(answer));

        Assert.Equal("The answer is JSON without the version and items of JSON Feed, where a feed was due.", refusal.Message);
    }

    [Fact]
    public async Task Items_LargerThanTheBuffer_AreRead()
    {
        var feed = await ReadFeed.OfAsync($$"""{{Begin}}{"id":"1","content_text":"{{new string('x', 300_000)}}"},{"id":"2","title":"b"}]}""");

        Assert.Equal([300_000, 0], feed.Entries.Select(entry => entry.Content.Length));
    }
}
