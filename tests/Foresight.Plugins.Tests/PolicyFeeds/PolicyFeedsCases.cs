using System.Text.Json;
using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.EurLex;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Plugins.PolicyFeeds.Government;
using Foresight.Plugins.PolicyFeeds.Parliament;
using Foresight.Plugins.PolicyFeeds.PressCorner;
using Foresight.Plugins.PolicyFeeds.Riksdagen;
using Foresight.Plugins.Tests.Conformance;
using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.PolicyFeeds;

/// <summary>The feeds and document lists of the shipped samples, and short answers in the forms of the other sources.</summary>
public sealed class PolicyFeedsCases : ConformanceCases
{
    public override IReadOnlyDictionary<string, SourceCase> Cases { get; } = new Dictionary<string, SourceCase>
    {
        ["feed"] = Feed("ec-press.rss.xml"),
        ["feed/atom"] = Feed("networks.atom.xml"),
        ["feed/eurostat"] = Feed("eurostat-updates.rss.xml"),
        ["riksdagen"] = SourceCase.Of<PolicyFeedsPlugin>("riksdagen", new RiksdagenOptions { DocumentTypes = ["bet"] }, () => new ReplayTransport()
            .ServeFile("*://data.riksdagen.se/dokumentlista/?*p=1*", Sample("riksdagen", "dokumentlista-1.json"), "application/json")
            .ServeFile("*://data.riksdagen.se/dokumentlista/?*p=2*", Sample("riksdagen", "dokumentlista-2.json"), "application/json")),
        ["ec-press"] = SourceCase.Of<PolicyFeedsPlugin>("ec-press", new PressCornerOptions(), () => new ReplayTransport()
            .Serve("*/api/rss*", Rss(PressItem("speech_26_12", 4) + PressItem("ip_26_11", 3)), contentType: "application/xml")
            .Serve("*/api/documents*", """
                {"languages":["EN"],"policiesResource":[{"code":"ENVIRO","description":"Environment"}],
                 "docuLanguageResource":{"title":"An example","subtitle":null,"htmlContent":"<p>The whole text.</p>"}}
                """, contentType: "application/json")),
        ["ep-press"] = SourceCase.Of<PolicyFeedsPlugin>("ep-press", new EpPressOptions { Feeds = ["press-releases", "top-stories"] }, () => new ReplayTransport()
            .Serve("https://www.europarl.europa.eu/rss/doc/top-stories/*", Rss("""
                <item><title>Ett annat exempel</title><link>https://www.europarl.europa.eu/news/sv/press-room/20260717IPR46600/</link>
                <guid isPermaLink="false">IPR-COM_IPR-2026-07-17-46600_SV</guid><pubDate>Fri, 17 Jul 2026 09:10:00 GMT</pubDate></item>
                """), contentType: "text/xml")
            .Serve("https://www.europarl.europa.eu/rss/doc/press-releases/*", Rss("""
                <item><title>Ett exempel</title><link>https://www.europarl.europa.eu/news/sv/press-room/20260716IPR46531/</link>
                <guid isPermaLink="false">IPR-COM_IPR-2026-07-16-46531_SV</guid><pubDate>Fri, 17 Jul 2026 07:53:00 GMT</pubDate></item>
                """), contentType: "text/xml")),
        ["regeringen"] = SourceCase.Of<PolicyFeedsPlugin>("regeringen", new RegeringenOptions { Types = ["prop", "sou"] }, () => new ReplayTransport()
            .Serve("https://www.regeringen.se/Filter/RssFeed*=1331&*", Rss("""
                <item><guid isPermaLink="false">/sou/2026/06/tva/</guid><link>https://www.regeringen.se/sou/2026/06/tva/</link><category domain="1331">x</category>
                <title>Ett annat exempel</title><description>text</description></item>
                """), contentType: "text/xml")
            .Serve("https://www.regeringen.se/Filter/RssFeed*", Rss("""
                <item><guid isPermaLink="false">/prop/2026/06/ett/</guid><link>https://www.regeringen.se/prop/2026/06/ett/</link><category domain="1329">x</category>
                <title>Ett exempel</title><description>text</description></item>
                """), contentType: "text/xml")),
        ["regeringen/listing"] = SourceCase.Of<PolicyFeedsPlugin>("regeringen", new RegeringenOptions { Types = ["prop"], Listing = true }, () => new ReplayTransport()
            .Serve("*page=1", Listing("c", "2026-06-09"), contentType: "application/json")
            .Serve("*page=2", Listing("b", "2026-06-02"), contentType: "application/json")),
        ["cellar"] = SourceCase.Of<PolicyFeedsPlugin>("cellar", new CellarOptions { PageSize = 2 }, () => new ReplayTransport()
            .Serve("*OFFSET%200%20*", Acts(("A", "2026-07-01"), ("B", "2026-07-02")), contentType: "application/sparql-results+json")
            .Serve("*OFFSET%202%20*", Acts(("C", "2026-07-03")), contentType: "application/sparql-results+json")
            .Serve("*OFFSET%20*", Acts(), contentType: "application/sparql-results+json")),
    };

    private static string Rss(string items) => $"<rss version=\"2.0\"><channel><title>Exempel</title><link>https://feeds.example/</link><language>sv</language>{items}</channel></rss>";

    private static string PressItem(string id, int day) => $"""
        <item><title>{id}</title><link>https://ec.europa.eu/commission/presscorner/detail/en/{id}</link><description>An example</description>
        <pubDate>0{day} Aug 2026 07:28:08 GMT</pubDate><guid>https://ec.europa.eu/commission/presscorner/detail/en/{id}</guid></item>
        """;

    private static string Listing(string id, string day) => JsonSerializer.Serialize(new
    {
        Message = $"<ul class=\"list--block\"><li><div class=\"sortcompact\"><a href=\"/prop/{id}\">Ett exempel</a><div class=\"block--timeLinks\">"
            + $"<p>Publicerad <time datetime=\"{day}\">dag</time> · <a href=\"/tx/1329\">Proposition</a></p></div></div></li></ul>",
        TotalCount = 2,
    });

    private static string Acts(params (string Celex, string Date)[] acts) => JsonSerializer.Serialize(new
    {
        head = new { vars = new[] { "work", "celex", "date" } },
        results = new
        {
            bindings = acts.Select(act => new Dictionary<string, object>
            {
                ["work"] = new { type = "uri", value = "http://publications.europa.eu/resource/cellar/" + act.Celex },
                ["celex"] = new { type = "literal", value = act.Celex },
                ["date"] = new { type = "literal", value = act.Date },
                ["type"] = new { type = "uri", value = "http://publications.europa.eu/resource/authority/resource-type/REG" },
                ["language"] = new { type = "uri", value = "http://publications.europa.eu/resource/authority/language/SWE" },
                ["title"] = new { type = "literal", value = "Ett exempel " + act.Celex },
            }),
        },
    });

    private static SourceCase Feed(string file)
    {
        var url = new Uri($"https://feeds.example/{file}");
        return SourceCase.Of<PolicyFeedsPlugin>("feed", new FeedOptions { Url = url, TimeZone = "Europe/Brussels" }, () =>
            new ReplayTransport().ServeFile(url.AbsoluteUri, Sample("feeds", file), "application/xml"));
    }
}
