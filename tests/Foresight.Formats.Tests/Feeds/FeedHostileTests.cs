using System.Globalization;
using System.Text;
using Foresight.Formats.Feeds;
using Foresight.Formats.Tests.Hostile;
using Xunit;

namespace Foresight.Formats.Tests.Feeds;

/// <summary>Inputs that are meant to hurt, or that came to harm on the way: no crash, no second of work, no more memory than 64 times the input and 8 MB.</summary>
[Collection(nameof(HostileReading))]
public sealed class FeedHostileTests
{
    private const int Length = 500_000;
    private const int Usual = 3000;

    public static TheoryData<string> Bombs => [.. Makers.Keys];

    private static Dictionary<string, Func<string>> Makers { get; } = new()
    {
        ["open tags"] = () => Items(Repeat("<a>", Length)),
        ["open tags of many names"] = () => Items(string.Concat(Enumerable.Range(0, Length / 7).Select(i => string.Create(CultureInfo.InvariantCulture, $"<n{i:x}>")))),
        ["end tags"] = () => Items("<title>x" + Repeat("</b>", Length)),
        ["open and end tags of outer names"] = () => Items(Repeat("<item><title><b></channel>", Length)),
        ["less-than signs"] = () => Items("<title>" + Repeat("<", Length)),
        ["tags without end"] = () => Items(Repeat("<a ", Length)),
        ["quotes without end"] = () => Items(Repeat("<a b=\"", Length)),
        ["two kinds of quotes"] = () => Items(Repeat("<a b='<a b=\"", Length)),
        ["one quote without end"] = () => Items("<a b='" + Repeat("<a b=\"x\" ", Length)),
        ["ampersands"] = () => Items("<title>" + Repeat("&", Length)),
        ["references"] = () => Items("<title>" + Repeat("&#65;", Length)),
        ["unknown entities"] = () => Items("<title>" + Repeat("&unknown;", Length)),
        ["escaped ampersands"] = () => Items("<description>" + Repeat("&amp;x", Length)),
        ["escaped tags"] = () => Items("<description>" + Repeat("&lt;b a='", Length)),
        ["escaped comments"] = () => Items("<description>" + Repeat("&lt;!--", Length)),
        ["attributes"] = () => Items("<link " + Repeat("a='b' ", Length) + "/>"),
        ["namespaces"] = () => Items(Repeat("<a:b xmlns:a='urn:a' xmlns='urn:b'>", Length)),
        ["many namespaces"] = () => Items(string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<x xmlns:p{i}='urn:{i}'/>")))),
        ["document types"] = () => Repeat("<!DOCTYPE a [<!ENTITY b \"", Length),
        ["brackets"] = () => "<!DOCTYPE a " + Repeat("[", Length),
        ["comments"] = () => Items(Repeat("<!--", Length)),
        ["data"] = () => Items("<title>" + Repeat("<![CDATA[", Length)),
        ["closings"] = () => Items("<title><![CDATA[" + Repeat("]]", Length)),
        ["instructions"] = () => Items(Repeat("<?x", Length)),
        ["empty items"] = () => Items(Repeat("<item/>", Length)),
        ["items"] = () => Items(Repeat("<item><title>a</title>", Length)),
        ["links"] = () => Items("<item>" + Repeat("<link>http://a/</link>", Length)),
        ["different links"] = () => Items("<item>" + string.Concat(Enumerable.Range(0, 40_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"<link>http://a/{i}</link>")))),
        ["categories"] = () => Items("<item>" + Repeat("<category>a</category>", Length)),
        ["persons"] = () => Items("<item>" + Repeat("<author>a@b</author>", Length)),
        ["a person of many addresses"] = () => Items("<item><author>" + Repeat("a@b ", Length) + "</author>"),
        ["dates"] = () => Items("<item><pubDate>" + Repeat("1-1-", Length) + "</pubDate>"),
        ["digits"] = () => Items("<ttl>" + Repeat("9", Length) + "</ttl>"),
        ["addresses"] = () => Items("<item><link>http://" + Repeat("a.", Length) + "</link>"),
        ["languages"] = () => Items("<language>" + Repeat("a-", Length) + "</language>"),
        ["base64"] = () => "<feed version='0.3'><title mode='base64'>" + Repeat("QUFB", Length) + "</title></feed>",
        ["junk"] = () => Repeat("junk", Length),
        ["elements of no feed"] = () => Repeat("<a/>", Length),
        ["JSON arrays"] = () => Json(Repeat("[", Length)),
        ["JSON objects"] = () => Json(Repeat("{\"a\":", Length)),
        ["JSON items"] = () => Json(Repeat("{},", Length)),
        ["JSON numbers"] = () => Json("{\"id\":" + Repeat("9", Length) + "}]}"),
        ["JSON tags"] = () => Json("{\"id\":1,\"tags\":[" + Repeat("\"a\",", Length) + "]}]}"),
        ["JSON names"] = () => Json("{" + Repeat("\"id\":1,", Length) + "}]}"),
        ["JSON escapes"] = () => Json("{\"title\":\"" + Repeat("\\ud800", Length) + "\"}]}"),
        ["JSON authors"] = () => Json("{\"id\":1,\"authors\":[" + Repeat("3,", Length) + "]}]}"),
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Reading_Bombs_StaysWithinItsLimits(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Makers[name]());

        await WithinLimitsAsync(new(name, bytes));
    }

    [Fact]
    public async Task Reading_DamagedFeeds_StaysWithinItsLimits()
    {
        var files = SeedFile.Of(["feeds/*.xml", "feeds/*.json"], "feeds/ec/*.xml", "feeds/europarl/*.xml", "feeds/eurostat/*.rss", "feeds/regeringen/*.xml", "feeds/consilium/*.xml");
        Assert.NotEmpty(files);

        foreach (var seed in HostileReading.Seeds(Usual))
            await WithinLimitsAsync(Damage.Of(files, seed));
    }

    [Fact]
    public async Task Reading_ByteByByte_GivesTheSame()
    {
        var bytes = await File.ReadAllBytesAsync(Repository.Path("tests", "fixtures", "feeds", "odd-items.rss.xml"), TestContext.Current.CancellationToken);
        var whole = await ReadFeed.OfAsync(bytes);

        await using var feed = await FeedReader.OpenAsync(new Trickle(bytes), new FeedReaderOptions(), TestContext.Current.CancellationToken);
        var titles = new List<string>();
        await foreach (var entry in feed.ReadAsync(TestContext.Current.CancellationToken))
            titles.Add(entry.Title + entry.Summary);

        Assert.Equal(whole.Entries.Select(entry => entry.Title + entry.Summary), titles);
        Assert.Equal(whole.Repairs, feed.Repairs);
    }

    private static Task WithinLimitsAsync(SeedFile input) => HostileReading.WithinLimitsAsync(
        input,
        async bytes => await ReadFeed.OfAsync(bytes) is var feed ? [.. feed.Repairs, .. feed.Problems.Select(problem => problem.Sentence), feed.Break ?? "None."] : [],
        refused => refused is FeedFormatException);

    private static string Items(string items) => $"<rss version=\"2.0\"><channel>{items}";

    private static string Json(string items) => """{"version":"https://jsonfeed.org/version/1.1","items":[""" + items;

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, length / text.Length));

    /// <summary>A server that sends one byte at a time.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
