using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PolicyFeeds;

public sealed class FeedSourceTests
{
    private const string Url = "https://example.org/feed.xml";

    [Theory]
    [InlineData("ec", "presscorner-rss-default-2026-09-04.xml", "Europe/Brussels", 10)]
    [InlineData("regeringen", "regeringen-uppdrag.HEAD-13-items.rss.xml", "Europe/Stockholm", 13)]
    [InlineData("regeringen", "statskontoret-regleringsbrev.HEAD-14-items.rss.xml", "Europe/Stockholm", 14)]
    [InlineData("eurostat", "feed-orchestrator.rss", "Europe/Brussels", 3)]
    [InlineData("eurostat", "feed-small.rss", "Europe/Brussels", 6)]
    public async Task Captures_Read_GiveADocumentPerItem(string folder, string file, string zone, int expected)
    {
        var path = SharedFolder.Path("captures", "feeds", folder, file);
        using var harness = Harness(new FeedOptions { TimeZone = zone }, File.ReadAllText(path));

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(Regex.Count(File.ReadAllText(path), "<item>"), documents.Count);
        Assert.Equal(expected, documents.Count);
        Assert.All(documents, document => Assert.False(string.IsNullOrWhiteSpace(document.Title)));
        Assert.Equal(documents.Count, documents.Select(document => document.Id).Distinct().Count());
        Assert.DoesNotContain(documents, document => document.Published is { } published && published.Day.Year < 2000);
    }

    [Fact]
    public async Task PressCorner_EmbargoedToMidnight_LandsOnTheBrusselsDay()
    {
        using var harness = Harness(
            new FeedOptions { TimeZone = "Europe/Brussels" }, File.ReadAllText(SharedFolder.Path("captures", "feeds", "ec", "presscorner-rss-default-2026-09-04.xml")));

        var documents = await harness.ReadDocumentsAsync();

        var release = Assert.Single(documents, document => document.Id.EndsWith("ip_26_1769", StringComparison.Ordinal));
        Assert.Equal("2026-09-03", release.Published.ToString());
        Assert.Equal("en", release.Language);
        Assert.Equal("2026-09-04T07:28:08Z", documents[0].Published.ToString());
    }

    [Theory]
    [InlineData(null, "sv", "sv")]
    [InlineData("de", "sv", "de")]
    [InlineData(null, "sv, en", null)]
    public async Task Language_FeedNamesNone_IsTheOptionsAndElseTheAnswers(string? option, string stated, string? expected)
    {
        using var harness = Harness(new FeedOptions { Language = option }, Rss(Item("a", "https://example.org/a", "2026-04-22")));
        harness.Web.ContentLanguage = stated;

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(expected, Assert.Single(documents).Language);
    }

    [Fact]
    public async Task DatasetUpdates_OfOneDataset_AreOneItemAndTheNewestHolds()
    {
        var items = Item("A_B - &quot;Dataset: updated data&quot;", "https://example.org/A", "2026-04-22 23:00:00.0")
            + Item("a_b - &quot;Dataset: updated structure and data&quot;", "https://example.org/A", "2026-04-24 23:00:00.0") + Item("C_D - &quot;Dataset: updated data&quot;", "https://example.org/C", "");
        using var harness = Harness(new FeedOptions { Preset = FeedPreset.EurostatUpdates }, Rss(items));

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(["A_B", "C_D"], documents.Select(document => document.Id));
        Assert.Equal("2026-04-24T21:00:00Z", documents[0].Published.ToString());
        Assert.Equal("dataset-update", documents[0].Kind);
    }

    [Fact]
    public async Task Items_ThatShareAnIdAndDiffer_AreBothKeptUnderIdsThatLast()
    {
        const string Old = "<item><guid>g</guid><title>old</title><link>https://example.org/old</link><pubDate>2026-04-22</pubDate></item>";
        const string New = "<item><guid>g</guid><title>new</title><link>https://example.org/new</link><pubDate>2026-04-24</pubDate></item>";
        using var first = Harness(new FeedOptions(), Rss(New + Old + Old));
        using var later = Harness(new FeedOptions(), Rss(New.Replace("<title>new", "<title>mended", StringComparison.Ordinal) + Old));

        var documents = await first.ReadDocumentsAsync();
        var again = await later.ReadDocumentsAsync();

        Assert.Equal(["new", "old"], documents.Select(document => document.Title));
        Assert.Equal("g", documents[1].Id);
        Assert.StartsWith("g#", documents[0].Id, StringComparison.Ordinal);
        Assert.Equal(documents.Select(document => document.Id), again.Select(document => document.Id));
    }

    [Fact]
    public async Task Item_WithAuthorsAndSummary_GivesNamesAndNoAddress()
    {
        using var harness = Harness(
            new FeedOptions(),
            Rss("<ttl>90</ttl><item><guid>1</guid><title>t</title><author>a@example.org (Ada Exempel)</author><author>b@example.org</author><description>Kort.</description></item>"));

        var batch = Assert.IsType<DocumentBatch>(Assert.Single(await harness.ReadAsync()));

        var document = Assert.Single(batch.Documents);
        Assert.Equal(["Ada Exempel"], document.Authors);
        Assert.Equal(("Kort.", "Kort."), (document.Summary, document.Text));
        Assert.Equal(TimeSpan.FromMinutes(90), batch.About?.TimeToLive);
    }

    [Fact]
    public async Task Council_Capture_IsPublishedAtItsLastChange()
    {
        using var harness = Harness(new FeedOptions { Preset = FeedPreset.Council }, File.ReadAllText(SharedFolder.Path("captures", "feeds", "consilium", "council-rss-item-EXCERPT.xml")));

        var document = Assert.Single(await harness.ReadDocumentsAsync());

        Assert.Equal(("150481", "press-release", "en"), (document.Id, document.Kind, document.Language));
        Assert.Equal("2026-09-15T08:00:00Z", document.Published.ToString());
        Assert.Equal("Council of the European Union", document.Publisher);
    }

    [Theory]
    [InlineData(FeedPreset.Council, "sv", "https://www.consilium.europa.eu/sv/rss/pressreleases.ashx")]
    [InlineData(FeedPreset.EurostatUpdates, null, "https://ec.europa.eu/eurostat/api/dissemination/catalogue/rss/en/statistics-update.rss")]
    public async Task Preset_WithoutAnAddress_KnowsItsOwn(FeedPreset preset, string? language, string address)
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("feed", new FeedOptions { Preset = preset, Language = language });
        harness.Web.Serve("*", Rss(""), contentType: "application/rss+xml");

        await harness.ReadAsync();

        Assert.Equal(address, Assert.Single(harness.Web.Requests).AbsoluteUri);
    }

    [Fact]
    public async Task Items_WithoutGuidAndLink_HaveAStableId()
    {
        var ids = new List<string>();

        foreach (var title in new[] { "x", "x", "y" })
        {
            using var harness = Harness(new FeedOptions(), Rss($"<item><title>{title}</title><pubDate>2026-09-01</pubDate></item>"));
            ids.Add(Assert.Single(await harness.ReadDocumentsAsync()).Id);
        }

        Assert.Equal(ids[0], ids[1]);
        Assert.NotEqual(ids[0], ids[2]);
        Assert.Equal(32, ids[0].Length);
    }

    [Fact]
    public async Task Items_DatedByTheirLastChangeOnly_ArePublishedThen()
    {
        using var harness = Harness(
            new FeedOptions(), Rss("<item><guid>1</guid><title>t</title><a:updated xmlns:a=\"http://www.w3.org/2005/Atom\">2026-09-15T08:00:00Z</a:updated></item>"));

        var document = Assert.Single(await harness.ReadDocumentsAsync());

        Assert.Equal("2026-09-15T08:00:00Z", document.Published.ToString());
        Assert.Equal(document.Published, document.Updated);
    }

    [Fact]
    public async Task Options_FillWhatTheFeedDoesNotSay()
    {
        using var harness = Harness(
            new FeedOptions { Language = "sv", Publisher = "Regeringskansliet", Kind = "decision" }, Rss(Item("t", "https://example.org/a", "2026-04-24")));

        var document = Assert.Single(await harness.ReadDocumentsAsync());

        Assert.Equal(("sv", "Regeringskansliet", "decision"), (document.Language, document.Publisher, document.Kind));
    }

    [Fact]
    public async Task Charset_OfTheContentType_IsUsed()
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("feed", new FeedOptions { Url = new Uri(Url) });
        harness.Web.Serve(Url, Encoding.Latin1.GetBytes(Rss(Item("åäö", "https://example.org/a", ""))), contentType: "application/rss+xml; charset=iso-8859-1");

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal("åäö", Assert.Single(documents).Title);
    }

    [Fact]
    public async Task Item_ThatSaysNothing_IsRejected()
    {
        using var harness = Harness(new FeedOptions(), Rss("<item><category>c</category></item>" + Item("t", "https://example.org/a", "")));

        var batch = Assert.IsType<DocumentBatch>(Assert.Single(await harness.ReadAsync()));

        Assert.Equal("t", Assert.Single(batch.Documents).Title);
        Assert.Equal(new Rejection("item 1", "It has neither title, link, id nor text.") { Item = "<item><category>c</category></item>" }, Assert.Single(batch.Rejections));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, Recovery.Retry)]
    [InlineData(HttpStatusCode.TooManyRequests, Recovery.Retry)]
    [InlineData(HttpStatusCode.NotFound, Recovery.Stop)]
    [InlineData(HttpStatusCode.Gone, Recovery.Stop)]
    public async Task Failure_ByStatus_SaysWhatToDoNext(HttpStatusCode status, Recovery recovery)
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("feed", new FeedOptions { Url = new Uri(Url) });
        harness.Web.Serve(Url, "", status);

        var failure = await harness.FailAsync();

        Assert.Equal(recovery, failure.Recovery);
        Assert.Contains($"answered {(int)status} to {Url}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebPage_InsteadOfAFeed_IsNamed()
    {
        using var harness = Harness(new FeedOptions(), "<!DOCTYPE html><html><body>Please verify</body></html>");

        var failure = await harness.FailAsync();

        Assert.Equal(Fault.WebPage, failure.Fault);
    }

    [Fact]
    public async Task Feed_CutOff_YieldsWhatItHasAndThenFails()
    {
        using var harness = Harness(new FeedOptions(), "<rss version=\"2.0\"><channel><item><title>one</title></item><item><ti");

        var failure = await harness.FailAsync();

        Assert.Equal(Recovery.Retry, failure.Recovery);
        Assert.Contains("Items kept: 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zone_ThatTheMachineDoesNotKnow_IsOneSentence()
    {
        using var harness = Harness(new FeedOptions { TimeZone = "Mars/Olympus" }, Rss(""));

        var check = await harness.CheckAsync();

        Assert.Equal(new SourceCheck(false, "This machine knows no time zone 'Mars/Olympus': set timeZone to an IANA name such as Europe/Brussels."), check);
    }

    [Fact]
    public void Recognise_Answers_TellsFeedsAndTheirOptions()
    {
        var plain = PluginHarness.Recognise<PolicyFeedsPlugin>("feed", Rss(""));
        var eurostat = PluginHarness.Recognise<PolicyFeedsPlugin>("feed", "<rss version=\"2.0\"><channel><title>Eurostat - Updates of statistics</title>");
        var json = PluginHarness.Recognise<PolicyFeedsPlugin>("feed", "{}");

        Assert.Equal(["url"], plain!.Options.Keys);
        Assert.Equal("Europe/Brussels", eurostat!.Options["timeZone"]);
        Assert.Equal("dataset-update", eurostat.Options["kind"]);
        Assert.Null(json);
    }

    private static PluginHarness Harness(FeedOptions options, string answer)
    {
        options.Url = new Uri(Url);
        var harness = PluginHarness.For<PolicyFeedsPlugin>("feed", options);
        harness.Web.Serve(Url, answer, contentType: "application/rss+xml");
        return harness;
    }

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Example</title><link>https://example.org/</link>{items}</channel></rss>";

    private static string Item(string title, string link, string date) => $"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate></item>";
}
