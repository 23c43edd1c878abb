namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>Where people read of a topic.</summary>
internal static class TopicPage
{
    private const string Portal = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/";

    /// <summary>The topic's page; half of the addresses that the portal states lead to the page's data instead, and many rows state none.</summary>
    public static Uri Of(string? stated, string topic) =>
        stated is not null && !stated.Contains("/topicDetails/", StringComparison.OrdinalIgnoreCase) && !stated.Contains("/topic-details/", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(stated, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
                ? address
                : new Uri(Portal + Uri.EscapeDataString(topic));
}
