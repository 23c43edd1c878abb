using Foresight.Plugins.PolicyFeeds;
using Foresight.Plugins.PolicyFeeds.Feeds;
using Foresight.Plugins.PolicyFeeds.Riksdagen;
using Foresight.Plugins.Tests.Conformance;
using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.PolicyFeeds;

/// <summary>The feeds and document lists of the shipped samples.</summary>
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
    };

    private static SourceCase Feed(string file)
    {
        var url = new Uri($"https://feeds.example/{file}");
        return SourceCase.Of<PolicyFeedsPlugin>("feed", new FeedOptions { Url = url, TimeZone = "Europe/Brussels" }, () =>
            new ReplayTransport().ServeFile(url.AbsoluteUri, Sample("feeds", file), "application/xml"));
    }
}
