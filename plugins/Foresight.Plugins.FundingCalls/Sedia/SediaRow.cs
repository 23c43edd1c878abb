using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Sdk;
using static Foresight.Plugins.FundingCalls.Sedia.SediaJson;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>A row of the search: a topic in one language, or a piece of news about a topic.</summary>
/// <param name="Reference">The row's own id, such as <c>48400948TOPICSsv</c>.</param>
/// <param name="Topic">The topic's identifier.</param>
/// <param name="Call">The call; null where the row is news only (type 6).</param>
/// <param name="News">News of the topic.</param>
internal sealed record SediaRow(string Reference, string Topic, FundingCall? Call, IReadOnlyList<TopicNews> News)
{
    private const string News6 = "6";
    private const string TopicPage = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/";

    // The search names a programme by number; only that of Horizon Europe is documented. Topics of the others begin with its short name.
    private static readonly Dictionary<string, string> Programmes = new(StringComparer.Ordinal) { ["43108390"] = "HORIZON" };

    /// <summary>Reads a row; null where it has no identifier or title.</summary>
    public static SediaRow? Read(JsonElement row, DateOnly today, List<Rejection> rejections)
    {
        if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty("metadata", out var data) || First(data, "identifier") is not { } topic
            || First(data, "title") is not { } title)
        {
            return null;
        }

        var reference = First(row, "reference") ?? topic;
        if (First(data, "type") == News6)
            return new SediaRow(reference, topic, null, [new TopicNews(PortalTime.At(First(data, "startDate")), PlainText.FromHtml(First(data, "description") ?? ""))]);
        var actions = Json(data, "actions", topic, rejections);
        var opening = PortalTime.Day(First(data, "startDate"))
            ?? Objects(actions).Select(action => PortalTime.Day(First(action, "plannedOpeningDate"))).Min();
        var deadlines = Days(Values(data, "deadlineDate"));
        if (deadlines.Count == 0)
            deadlines = Days(Objects(actions).SelectMany(action => Values(action, "deadlineDates")));
        var call = new FundingCall
        {
            Id = topic,
            Kind = "call",
            Title = PlainText.FromHtml(title),
            Text = PlainText.FromHtml(First(data, "descriptionByte") ?? First(data, "description") ?? ""),
            Language = First(row, "language") ?? First(data, "language"),
            Categories = CategoriesOf(data, topic),
            Origin = OriginOf(First(data, "url") ?? First(row, "url"), topic),
            Publisher = "European Commission",
            Due = deadlines.Where(day => day >= today).Select(day => (DateOnly?)day).FirstOrDefault() ?? deadlines.Select(day => (DateOnly?)day).LastOrDefault(),
            Status = CallState.On(today, opening, deadlines, First(data, "status")),
            Programme = ProgrammeOf(First(data, "frameworkProgramme"), topic),
            ProgrammingPeriod = First(data, "programmePeriod")?.Replace(" ", "", StringComparison.Ordinal),
            Opening = opening,
            Deadlines = deadlines,
            Budgets = TopicBudget.Read(Json(data, "budgetOverview", topic, rejections), topic),
        };
        return new SediaRow(reference, topic, call, TopicNews.ReadAll(Json(data, "latestInfos", topic, rejections)));
    }

    private static JsonElement Json(JsonElement data, string name, string topic, List<Rejection> rejections)
    {
        try
        {
            return Inner(data, name);
        }
        catch (JsonException)
        {
            rejections.Add(new Rejection(topic, $"Its {name} is no JSON, so the call is stored without."));
            return default;
        }
    }

    private static IReadOnlyList<DateOnly> Days(IEnumerable<string> texts) => [.. texts.Select(PortalTime.Day).OfType<DateOnly>().Distinct().Order()];

    private static string ProgrammeOf(string? framework, string topic) =>
        framework is not null && Programmes.TryGetValue(framework, out var known) ? known
        : framework is not null && !framework.All(char.IsAsciiDigit) ? framework
        : topic.Split('-')[0];

    private static IReadOnlyList<string> CategoriesOf(JsonElement data, string topic)
    {
        var call = First(data, "callIdentifier");
        return
        [
            .. new[] { "typesOfAction", "keywords", "tags", "crossCuttingPriorities" }.SelectMany(name => Values(data, name)).Select(PlainText.Fold)
                .Where(category => category.Length > 0 && category != topic && category != call).Distinct(StringComparer.Ordinal),
        ];
    }

    // Half of the addresses lead to the page's data instead of the page.
    private static Uri? OriginOf(string? url, string topic) =>
        url is null || url.Contains("/topicDetails/", StringComparison.OrdinalIgnoreCase) || url.Contains("/topic-details/", StringComparison.OrdinalIgnoreCase)
            ? new Uri(TopicPage + Uri.EscapeDataString(topic))
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address
        : null;
}
