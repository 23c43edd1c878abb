using System.Text;
using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

/// <summary>What is not well-formed, and what a reader of the page would see all the same.</summary>
public sealed class FeedRepairTests
{
    [Theory]
    [InlineData("<item><title>ett</titel><link>https://example.org/1</link></item><item><title>två</title></item>", "ett|två", "closed that the feed leaves open")]
    [InlineData("<item><title>ett<link>https://example.org/1</link></item><item><title>två</title></item>", "ett|två", "closed that the feed leaves open")]
    [InlineData("<item><title>ett</title><item><title>två</title></item>", "ett|två", "closed that the feed leaves open")]
    [InlineData("<item><title>ett</title></b></item><item><title>två</title></item>", "ett|två", "without its beginning")]
    [InlineData("<item><title>ett</title><description><p>x<b>y</p></description></item><item><title>två</title></item>", "ett|två", "closed that the feed leaves open")]
    [InlineData("<item><title>R&D</title></item>", "R&D", "bare &")]
    [InlineData("<item><title>R&nbsp;D &ouml;</title></item>", "R D ö", "entity")]
    [InlineData("<item><title>3 < 5</title></item>", "3 < 5", "bare <")]
    [InlineData("<item><title>a\u0001b</title></item>", "ab", "forbids")]
    [InlineData("<item><title>a</title><enclosure url=https://example.org/x.pdf type=a type=b /></item>", "a", "without quotes")]
    [InlineData("<item><title>a</title><link href='x' href='y'/></item>", "a", "given twice")]
    [InlineData("<item><title>a</title><x:y>z</x:y></item>", "a", "prefix")]
    [InlineData("<item><title>a</title</item>", "a", "broken tag")]
    [InlineData("<item><title>a</title></item></channel></rss><p>Tid: 3 ms</p>", "a", "without its beginning")]
    public async Task Items_NotWellFormed_AreRead(string items, string titles, string repair)
    {
        var feed = await ReadFeed.OfItemsAsync(items);

        Assert.Equal(titles.Split('|'), feed.Entries.Select(entry => entry.Title));
        Assert.Null(feed.Break);
        Assert.Contains(feed.Repairs, sentence => sentence.Contains(repair, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<item><title>a &amp; b</title><description>&lt;br&gt;</description></item>")]
    [InlineData("<item><title><![CDATA[a & <b>]]></title><description>x<br/>y<br></br></description></item>")]
    [InlineData("<item><category>a<image><title>b</title><link>c</link></image></category></item>")]
    [InlineData("<item xmlns:m='urn:m'><title>a</title><m:a m:b='1' b='2'><title>c</title></m:a></item>")]
    public async Task Items_WellFormed_NeedNoRepair(string items)
    {
        var feed = await ReadFeed.OfItemsAsync(items);

        Assert.Single(feed.Entries);
        Assert.Empty(feed.Repairs);
    }

    [Fact]
    public async Task Warnings_BeforeTheFeed_ArePassedOver()
    {
        var feed = await ReadFeed.OfAsync(
            "<br />\n<b>Warning</b>: Undefined index in /srv/x.php on line 3<br />\n<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>a</title></item></channel></rss>");

        Assert.Equal("a", Assert.Single(feed.Entries).Title);
        Assert.Contains("What stands before the feed was passed over (1 times, first at line 3).", feed.Repairs);
    }

    [Fact]
    public async Task Repairs_OfOneKind_AreOneSentenceWithItsFirstLine()
    {
        var feed = await ReadFeed.OfItemsAsync("<item><title>a & b & c</title></item>\n<item><title>d & e</title></item>");

        Assert.Equal("A bare & was taken as text (3 times, first at line 1).", Assert.Single(feed.Repairs));
    }

    [Fact]
    public async Task Item_CutOff_KeepsWhatWasWhole()
    {
        var feed = await ReadFeed.OfAsync("<rss version=\"2.0\"><channel><item><title>ett</title></item><item><title>två</title><guid>2</guid><description>halv te");

        Assert.Equal(["ett", "två"], feed.Entries.Select(entry => entry.Title));
        Assert.Equal("", feed.Entries[1].Summary);
        Assert.Equal("It is cut off; what was whole of it is kept.", Assert.Single(feed.Entries[1].Doubts));
        Assert.Equal("The feed breaks off in or after item 2, at line 1: it ends before </rss>.", feed.Break);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata></svg>")]
    [InlineData("<list><item>a</item></list>")]
    public async Task Documents_WithFeedLikeParts_AreRefused(string document)
    {
        await Assert.ThrowsAsync<FeedFormatException>(() => ReadFeed.OfAsync(document));
    }

    [Fact]
    public async Task Declarations_OfWrongEncodings_AreSaid()
    {
        var unknown = await ReadFeed.OfAsync("<?xml version=\"1.0\" encoding=\"klingon\"?><rss><channel><title>å</title></channel></rss>");
        var server = await ReadFeed.OfAsync("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><title>å</title></channel></rss>", new FeedReaderOptions { Charset = "iso-8859-1" });

        Assert.All([unknown, server], feed => Assert.Equal(("å", "utf-8", "The encoding is not the one that is stated (1 times)."), (feed.Header.Title, feed.Encoding, feed.Repairs[0])));
    }

    [Theory]
    [InlineData("iso-8859-2", "Łódź")]
    [InlineData("windows-1257", "Šiauliai")]
    [InlineData("koi8-r", "Москва")]
    [InlineData("gb2312", "北京")]
    [InlineData("ibm037", "Cafe")]
    public async Task Encodings_Declared_AreDecoded(string name, string title)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;

        var feed = await ReadFeed.OfAsync(encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><rss version=\"2.0\"><channel><title>{title}</title></channel></rss>"));

        Assert.Equal(title, feed.Header.Title);
        Assert.Empty(feed.Repairs);
    }
}
