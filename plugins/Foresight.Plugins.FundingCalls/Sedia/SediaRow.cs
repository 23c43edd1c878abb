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
        var framework = First(data, "frameworkProgramme");
        var call = new FundingCall
        {
            Id = topic,
            Kind = "call",
            Title = PlainText.FromHtml(title),
            Text = PlainText.FromHtml(First(data, "descriptionByte") ?? First(data, "description") ?? ""),
            Language = First(row, "language") ?? First(data, "language"),
            Categories = CategoriesOf(data, topic),
            Origin = TopicPage.Of(First(data, "url") ?? First(row, "url"), topic),
            Publisher = "European Commission",
            Due = CallState.DueOn(today, deadlines),
            Status = CallState.On(today, opening, deadlines, First(data, "status")),
            Programme = PortalProgramme.NameOf(framework, topic),
            ProgrammingPeriod = PortalProgramme.PeriodOf(First(data, "programmePeriod"), framework, topic, opening),
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
            rejections.Add(Rejected.Of(topic, $"Its {name} is no JSON, so the call is stored without.", data.GetProperty(name)));
            return default;
        }
    }

    private static IReadOnlyList<DateOnly> Days(IEnumerable<string> texts) => [.. texts.Select(PortalTime.Day).OfType<DateOnly>().Distinct().Order()];

    private static IReadOnlyList<string> CategoriesOf(JsonElement data, string topic)
    {
        var call = First(data, "callIdentifier");
        return
        [
            .. new[] { "typesOfAction", "keywords", "tags", "crossCuttingPriorities" }.SelectMany(name => Values(data, name)).Select(PlainText.Fold)
                .Where(category => category.Length > 0 && category != topic && category != call).Distinct(StringComparer.Ordinal),
        ];
    }
}
