using System.Text;
using Foresight.Formats.Feeds;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    [Fact]
    public async Task Rss_OddItems_KeepsAllThatAPersonWouldSee()
    {
        var feed = await ReadFeed.OfFixtureAsync("odd-items.rss.xml", new FeedReaderOptions { TimeZone = Brussels });

        Assert.Null(feed.Break);
        Assert.Equal([1, 2, 4, 5], feed.Entries.Select(entry => entry.Number));
        var problem = Assert.Single(feed.Problems);
        Assert.Equal((3, "It is empty."), (problem.Item, problem.Sentence));
    }

    [Fact]
    public async Task Rss_MarkupAndEntities_BecomePlainText()
    {
        var feed = await ReadFeed.OfFixtureAsync("odd-items.rss.xml");

        Assert.Equal("Exempel: Fel veckodag & namngivna tecken för prov", feed.Entries[0].Title);
        Assert.Equal("Första stycket. Andra & sista.", feed.Entries[0].Summary);
        Assert.Equal("Exempel: Utan id och länk, R&D < 5 %", feed.Entries[3].Title);
    }

    [Fact]
    public async Task Rss_LinksPersonsAndCategories_AreResolved()
    {
        var feed = await ReadFeed.OfFixtureAsync("odd-items.rss.xml");

        var entry = feed.Entries[0];
        Assert.Equal("https://example.org/nyheter/1", entry.Link?.AbsoluteUri);
        Assert.Equal(new FeedPerson("Anna Exempel", "anna@example.org"), Assert.Single(entry.Authors));
        Assert.Equal(new FeedCategory("Utbildning", "1294"), Assert.Single(entry.Categories));
        Assert.Equal("sv-SE", entry.Language);
    }

    [Fact]
    public async Task Rss_DatesOfEveryKind_AreReadOrDoubted()
    {
        var feed = await ReadFeed.OfFixtureAsync("odd-items.rss.xml", new FeedReaderOptions { TimeZone = Brussels });

        Assert.Equal("2026-06-20T14:30:00Z", Utc(feed.Entries[0].Published));
        Assert.Null(feed.Entries[1].Published);
        Assert.Equal("2026-09-15T08:00:00Z", Utc(feed.Entries[1].Updated));
        Assert.Empty(feed.Entries[1].Doubts);
        Assert.Equal("'not-a-date' in pubdate is no date in a known form.", Assert.Single(feed.Entries[2].Doubts));
        Assert.Equal("2026-04-24T21:00:00Z", Utc(feed.Entries[3].Published));
    }

    [Fact]
    public async Task Rss_Header_IsRead()
    {
        var feed = await ReadFeed.OfFixtureAsync("odd-items.rss.xml");

        Assert.Equal("RSS 2.0", feed.Header.Format);
        Assert.Equal("Exempelkommunens nyheter", feed.Header.Title);
        Assert.Equal("sv-SE", feed.Header.Language);
        Assert.Equal(TimeSpan.FromHours(1), feed.Header.TimeToLive);
    }

    [Fact]
    public async Task Windows1252_Declared_IsDecoded()
    {
        var feed = await ReadFeed.OfFixtureAsync("windows-1252.rss.xml");

        Assert.Equal("Exempel: Vänort – “möte” i Åmål", Assert.Single(feed.Entries).Title);
    }

    [Fact]
    public async Task MarkAndBlanks_BeforeTheDeclaration_AreSkipped()
    {
        var feed = await ReadFeed.OfFixtureAsync("bom-and-blanks.rss.xml");

        Assert.Equal("b1", Assert.Single(feed.Entries).Id);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task WideEncodings_WithoutMark_AreDetected(string name)
    {
        var bytes = Encoding.GetEncoding(name).GetBytes("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>Åäö</title></item></channel></rss>");

        var feed = await ReadFeed.OfAsync(bytes);

        Assert.Equal("Åäö", Assert.Single(feed.Entries).Title);
    }

    [Fact]
    public async Task Utf8_WithStrayLatinBytes_KeepsBoth()
    {
        byte[] bytes = [.. "<rss version=\"2.0\"><channel><item><title>å "u8, 0xE5, .. "</title></item></channel></rss>"u8];

        var feed = await ReadFeed.OfAsync(bytes);

        Assert.Equal("å å", Assert.Single(feed.Entries).Title);
    }

    [Fact]
    public async Task Atom_Entry_HasItsOwnFieldsOnly()
    {
        var feed = await ReadFeed.OfFixtureAsync("networks.atom.xml");

        var entry = Assert.Single(feed.Entries);
        Assert.Equal("Atom 1.0", feed.Header.Format);
        Assert.Equal("Networks & twin towns", feed.Header.Title);
        Assert.Equal("https://example.org/networks/", feed.Header.Link?.AbsoluteUri);
        Assert.Equal(("urn:example:1", "Exempel: 3 < 5", "Rad ett rad två", "sv"), (entry.Id, entry.Title, entry.Summary, entry.Language));
        Assert.Equal("https://example.org/networks/1", entry.Link?.AbsoluteUri);
        Assert.True(entry.Published is { IsDay: true });
        Assert.Equal(new FeedPerson("Bo Exempel", "bo@example.org", new Uri("https://example.org/bo")), Assert.Single(entry.Authors));
        Assert.Equal(new FeedCategory("larande", "https://example.org/amnen", "Lärande"), Assert.Single(entry.Categories));
    }

    [Fact]
    public async Task Rdf_Items_AreReadBesideTheirChannel()
    {
        var feed = await ReadFeed.OfFixtureAsync("rdf.xml");

        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Example in RDF", "https://example.org/rdf/1", "Example: one"), (feed.Header.Title, entry.Id, entry.Title));
        Assert.True(entry.Published is { IsDay: true });
        Assert.Equal("Example author", Assert.Single(entry.Authors).Name);
    }

    [Fact]
    public async Task DocumentType_WithEntities_IsNotExpanded()
    {
        var bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
            + "<rss version=\"2.0\"><channel><item><title>x &b; &f;</title></item></channel></rss>";

        var feed = await ReadFeed.OfAsync(bomb);

        Assert.Equal("x &b; &f;", Assert.Single(feed.Entries).Title);
    }

    [Fact]
    public async Task Nesting_DeeperThanAllowed_IsReadAsOneLevelAndSaid()
    {
        var deep = string.Concat(Enumerable.Repeat("<b>", 2000)) + "x" + string.Concat(Enumerable.Repeat("</b>", 2000));

        var feed = await ReadFeed.OfItemsAsync($"<item><title>one</title></item><item><description>{deep}</description></item>");

        Assert.Equal(["one", "x"], feed.Entries.Select(entry => entry.Title + entry.Summary));
        Assert.Contains(feed.Repairs, repair => repair.StartsWith("Elements nested too deep were read as one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Field_LongerThanAllowed_LosesItsItemOnly()
    {
        var feed = await ReadFeed.OfItemsAsync(
            $"<item><title>{new string('x', 200)}</title></item><item><title>two</title></item>", new FeedReaderOptions { MaxFieldCharacters = 100 });

        Assert.Equal("two", Assert.Single(feed.Entries).Title);
        Assert.Equal("Its title is longer than 100 characters.", Assert.Single(feed.Problems).Sentence);
    }

    [Fact]
    public async Task Feed_LongerThanAllowed_BreaksOff()
    {
        var feed = await ReadFeed.OfItemsAsync(
            string.Concat(Enumerable.Repeat("<item><title>x</title></item>", 1000)), new FeedReaderOptions { MaxCharacters = 5000 });

        Assert.NotNull(feed.Break);
        Assert.InRange(feed.Entries.Count, 1, 999);
    }

    [Fact]
    public async Task Feed_CutOff_KeepsWholeItemsAndSaysWhere()
    {
        var feed = await ReadFeed.OfAsync("<rss version=\"2.0\"><channel>\n<item><title>one</title></item>\n<item><title>tw");

        Assert.Equal("one", Assert.Single(feed.Entries).Title);
        Assert.Equal("The feed breaks off in or after item 2, at line 3: it ends before </rss>.", feed.Break);
    }

    [Theory]
    [InlineData("", "The answer is empty, where a feed was due.")]
    [InlineData("{\"a\":1}", "The answer is JSON without the version and items of JSON Feed, where a feed was due.")]
    [InlineData("Service unavailable", "The answer is no XML, where a feed was due.")]
    [InlineData("<!DOCTYPE html><html><body>Are you human?</body></html>", "The answer is a web page, where a feed was due.")]
    [InlineData("<svg/>", "The answer is XML that begins with <svg>, which is no feed.")]
    public async Task Answer_ThatIsNoFeed_IsRefusedInOneSentence(string answer, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<FeedFormatException>(() => ReadFeed.OfAsync(answer));

        Assert.Equal(sentence, refusal.Message);
        Assert.Equal(answer.Contains("html", StringComparison.Ordinal), refusal.IsWebPage);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- c --><rss version=\"2.0\">", true)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\">", true)]
    [InlineData("<rdf:RDF xmlns=\"x\">", true)]
    [InlineData("<!DOCTYPE html><html>", false)]
    [InlineData("{\"rss\":1}", false)]
    public void Recognises_Beginnings_TellsFeedsApart(string head, bool expected)
    {
        var recognised = FeedReader.Recognises(Encoding.UTF8.GetBytes(head));

        Assert.Equal(expected, recognised);
    }

    [Fact]
    public async Task Reading_ConstructsAcrossBufferEdges_GivesTheSame()
    {
        var item = "<item><title>&ouml; &amp; &#228; <![CDATA[<b>a]]b]]></title><!-- x --><description>5 < 6 &unknown; &</description></item>";
        var whole = await ReadFeed.OfItemsAsync(string.Concat(Enumerable.Repeat(item, 2000)));

        Assert.Equal(2000, whole.Entries.Count);
        Assert.All(whole.Entries, entry => Assert.Equal(("ö & ä a]]b", "5 < 6 &unknown; &"), (entry.Title, entry.Summary)));
    }

    private static string? Utc(FeedDate? date) => date?.Start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
