using System.Text;
using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

/// <summary>What a reader says of the items' shape, and how it gives an item that cannot be read.</summary>
public sealed class FeedItemFieldsTests
{
    private const string Rss = """
        <rss version="2.0" xmlns:a="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:geo="http://www.georss.org/georss" xmlns:a10="http://www.w3.org/2005/Atom">
        <channel><title>F</title><a:rights>none</a:rights>
        <item><title>One</title><pubDate>2026-09-01</pubDate><a:creator>A</a:creator><media:group><media:title>M</media:title></media:group></item>
        <item><TITLE>Two</TITLE><geo:point>1 2</geo:point><a10:updated>2026-09-02</a10:updated></item>
        </channel></rss>
        """;

    [Fact]
    public async Task Rss_ElementsOfItems_AreNamedByTheirNamespace()
    {
        var (fields, _) = await ReadAsync(Rss);

        Assert.Equal(["title", "pubDate", "dc:creator", "media:group", "geo:point", "atom:updated"], fields);
    }

    [Theory]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title>T</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>x</p></div></content></entry></feed>")]
    [InlineData("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:id>1</a:id><a:title>T</a:title><a:content>x</a:content></a:entry></a:feed>")]
    public async Task Atom_OwnElements_HaveNoPrefixHoweverTheyAreWritten(string feed)
    {
        var (fields, _) = await ReadAsync(feed);

        Assert.Equal(["id", "title", "content"], fields);
    }

    [Fact]
    public async Task Rdf_OwnElements_HaveNoPrefix()
    {
        var (fields, _) = await ReadAsync("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:x="http://purl.org/dc/elements/1.1/">
            <channel><title>F</title></channel><item rdf:about="https://example.org/1"><title>T</title><x:date>2026-09-01</x:date></item></rdf:RDF>
            """);

        Assert.Equal(["title", "dc:date"], fields);
    }

    [Fact]
    public async Task Json_MembersOfItems_AreNamed()
    {
        var (fields, texts) = await ReadAsync("""
            {"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","title":"T","authors":[{"name":"Anna"}]},{"id":"2","_ext\u0041":{"x":1},"content_text":"t"}]}
            """);

        Assert.Equal(["id", "title", "authors", "_extA", "content_text"], fields);
        Assert.Equal("""{"id":"1","title":"T"}""", texts[0]);
    }

    [Fact]
    public async Task ManyNames_AreCut()
    {
        var items = string.Concat(Enumerable.Range(0, 5000).Select(i => $"<e{i}>x</e{i}>"));

        var (fields, _) = await ReadAsync($"<rss version=\"2.0\"><channel><item><title>T</title>{items}</item></channel></rss>");

        Assert.Equal(256, fields.Count);
        Assert.Equal("e254", fields[^1]);
    }

    [Fact]
    public async Task ItemText_IsAsWritten_WithoutPersons()
    {
        var (_, texts) = await ReadAsync("""
            <rss version="2.0"><channel><item x='1'><title>A &amp; B</title><author>a@example.org (Anna)</author><dc:creator/><dc:Creator>Bo</dc:creator></item>
            <item><title>Open<item><title>Last</title><creator>Never closed</title></item></channel></rss>
            """);

        Assert.Equal(["<item x='1'><title>A &amp; B</title></item>", "<item><title>Open", "<item><title>Last</title>"], texts);
    }

    [Fact]
    public async Task ItemText_AcrossBuffers_IsWhole()
    {
        // Decoded in blocks of 32 Ki: an item of this length lies across a border now and then.
        var filling = new string('ö', 3_000);
        var written = Enumerable.Range(0, 60).Select(i => $"<item><guid>{i}</guid><description>{filling}</description></item>").ToList();

        var (_, texts) = await ReadAsync($"<rss version=\"2.0\"><channel>{string.Concat(written)}</channel></rss>");

        Assert.Equal<string?>(written, texts);
    }

    [Fact]
    public async Task ItemText_LongerThanShown_IsNone()
    {
        var (_, texts) = await ReadAsync($"<rss version=\"2.0\"><channel><item><title>T</title><description>{new string('x', 100_000)}</description></item><item><title>S</title></item></channel></rss>");

        Assert.Equal([null, "<item><title>S</title></item>"], texts);
    }

    [Fact]
    public async Task Problem_BringsItsItem()
    {
        var feed = await ReadFeed.OfItemsAsync("<item><x:note>Nothing that is known</x:note><x:owner>Anna</x:owner></item><item><title>T</title></item>");

        Assert.Equal(new FeedProblem(1, "It is empty.") { Text = "<item><x:note>Nothing that is known</x:note></item>" }, Assert.Single(feed.Problems));
    }

    [Fact]
    public async Task JsonProblem_BringsItsItem()
    {
        var feed = await ReadFeed.OfAsync("""{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[7,{"_note":"å","author":{"name":"Anna"}}]}""");

        Assert.Equal(
            [new FeedProblem(1, "It is no object.") { Text = "7" }, new FeedProblem(2, "It is empty.") { Text = """{"_note":"å"}""" }], feed.Problems);
    }

    private static async Task<(IReadOnlyList<string> Fields, List<string?> Texts)> ReadAsync(string text)
    {
        var token = TestContext.Current.CancellationToken;
        await using var feed = await FeedReader.OpenAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), new FeedReaderOptions(), token);
        var texts = new List<string?>();
        await foreach (var _ in feed.ReadAsync(token))
            texts.Add(feed.ItemText);
        return (feed.Fields, texts);
    }
}
