using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.Parliament;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.PolicyFeeds;

public sealed class EpPressSourceTests
{
    private const string English = "<item><title>Exempel in English</title><link>https://www.europarl.europa.eu/news/en/press-room/20260716IPR46531/</link><guid isPermaLink=\"false\">IPR-COM_IPR-2026-07-16-46531_EN</guid><pubDate>Fri, 17 Jul 2026 07:53:00 GMT</pubDate></item>";
    private const string Swedish = "<item><title>Exempel på svenska</title><link>https://www.europarl.europa.eu/news/sv/press-room/20260716IPR46531/</link><guid isPermaLink=\"false\">IPR-COM_IPR-2026-07-16-46531_SV</guid><pubDate>Fri, 17 Jul 2026 07:53:00 GMT</pubDate></item>";

    [Fact]
    public async Task Captures_Read_AreKeyedByDocumentNumber()
    {
        using var harness = Harness(File.ReadAllText(SharedFolder.Path("captures", "feeds", "europarl", "ep-plenary-nl.rss.PARTLY-SYNTHETIC.xml")), new EpPressOptions { Language = "nl" });

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(["A-10-2026-0099", "A-10-2026-0100", "B-10-2026-0042", "A-10-2026-0177", "OJQ-10-2026-07-07"], documents.Select(document => document.Id));
        Assert.Equal(["en", "en", "en", "en", "nl"], documents.Select(document => document.Language));
        Assert.Equal(["report", "report", "motion", "report", "news"], documents.Select(document => document.Kind));
        Assert.Equal("2026-06-20T14:30:00Z", documents[0].Published.ToString());
    }

    [Fact]
    public async Task Item_SwappedToTheWantedLanguage_IsTheSameItemAndStaysThere()
    {
        using var first = Harness(Rss(English));
        using var second = Harness(Rss(Swedish));
        using var third = Harness(Rss(English));

        var before = await first.ReadAsync();
        var swapped = await second.ReadAsync(before[^1].Next);
        var back = await third.ReadAsync(swapped[^1].Next);

        Assert.Equal(("20260716IPR46531", "en"), IdAndLanguage(before));
        Assert.Equal(("20260716IPR46531", "sv"), IdAndLanguage(swapped));
        Assert.Empty(((DocumentBatch)back[^1]).Documents);
        Assert.Equal(swapped[^1].Next, back[^1].Next);
    }

    [Fact]
    public async Task Answer_WithBothLanguagesAndTwoVersions_GivesTheWantedAndTheNewest()
    {
        using var harness = Harness(Rss(English + Swedish
            + Item("RR_A-10-2026-0177_v01-00_SV", "ett") + Item("RR_A-10-2026-0177_v02-00_SV", "två") + Item("RR_A-10-2026-0177_v03-00_EN", "three")));

        var documents = await harness.ReadDocumentsAsync();

        Assert.Equal(["Exempel på svenska", "två"], documents.Select(document => document.Title));
    }

    [Fact]
    public async Task Feed_BehindABotWall_FailsAfterTheOthersWereRead()
    {
        using var harness = PluginHarness.For<PolicyFeedsPlugin>("ep-press", new EpPressOptions { Feeds = ["top-stories", "press-releases"] });
        harness.Web.Serve("*/top-stories/sv.xml", "<!DOCTYPE html><html></html>", System.Net.HttpStatusCode.Accepted, "text/html").Serve("*/press-releases/sv.xml", Rss(Swedish), contentType: "text/xml");

        var failure = await harness.FailAsync();

        Assert.Equal(Fault.BotWall, failure.Fault);
        Assert.Equal("https://www.europarl.europa.eu/rss/doc/press-releases/sv.xml", harness.Web.Requests[^1].AbsoluteUri);
    }

    [Fact]
    public void Recognise_TheParliamentsFeeds_AndLeavesTheRestToFeed()
    {
        var mine = PluginHarness.Recognise<PolicyFeedsPlugin>("ep-press", Rss(Swedish));

        Assert.Equal("sv", mine!.Options["language"]);
        Assert.Null(PluginHarness.Recognise<PolicyFeedsPlugin>("feed", Rss(Swedish)));
        Assert.Null(PluginHarness.Recognise<PolicyFeedsPlugin>("ep-press", "<rss version=\"2.0\"><channel><title>Other</title></channel></rss>"));
    }

    private static (string Id, string? Language) IdAndLanguage(IReadOnlyList<RecordBatch> batches) =>
        Assert.Single(batches.Cast<DocumentBatch>().SelectMany(batch => batch.Documents)) is var document ? (document.Id, document.Language) : default;

    private static PluginHarness Harness(string answer, EpPressOptions? options = null)
    {
        var harness = PluginHarness.For<PolicyFeedsPlugin>("ep-press", options ?? new EpPressOptions());
        harness.Web.Serve("https://www.europarl.europa.eu/rss/doc/*", answer, contentType: "text/xml");
        return harness;
    }

    private static string Item(string guid, string title) =>
        $"<item><title>{title}</title><link>https://www.europarl.europa.eu/doceo/x.html</link><guid isPermaLink=\"false\">{guid}</guid></item>";

    private static string Rss(string items) =>
        $"<rss version=\"2.0\"><channel><title>Exempel</title><link>https://www.europarl.europa.eu/news/sv</link><language>SV</language>{items}</channel></rss>";
}
