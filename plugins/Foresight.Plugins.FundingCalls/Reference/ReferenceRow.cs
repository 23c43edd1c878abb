using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Plugins.FundingCalls.Sedia;
using Foresight.Sdk;
using static Foresight.Plugins.FundingCalls.Sedia.SediaJson;

namespace Foresight.Plugins.FundingCalls.Reference;

/// <summary>Reads an object of the reference file: a call, in the same fields as the search gives it.</summary>
internal static class ReferenceRow
{
    /// <summary>Whether it is a contract notice of an EU institution: nobody applies for money, and TED has it.</summary>
    public static bool IsTender(JsonElement row) => First(row, "type") == "0";

    /// <summary>Reads a call; null where it has no identifier or no title.</summary>
    public static SediaRow? Read(JsonElement row, DateOnly today)
    {
        if (row.ValueKind != JsonValueKind.Object || First(row, "identifier") is not { } topic || First(row, "title") is not { } title)
            return null;
        row.TryGetProperty("actions", out var actions);
        var opening = PortalTime.DayOfEpoch(First(row, "plannedOpeningDateLong"))
            ?? Objects(actions).Select(action => PortalTime.DayOfEpoch(First(action, "plannedOpeningDate"))).Min();
        var deadlines = Days(Values(row, "deadlineDatesLong"));
        if (deadlines.Count == 0)
            deadlines = Days(Objects(actions).SelectMany(action => Values(action, "deadlineDates")));
        var framework = row.TryGetProperty("frameworkProgramme", out var programme) ? First(programme, "abbreviation") : null;
        var language = First(row, "language") ?? "en";
        var call = new FundingCall
        {
            Id = topic,
            Kind = "call",
            Title = PlainText.FromHtml(title),
            Text = PlainText.FromHtml(First(row, "description") ?? ""),
            Language = language,
            Categories = CategoriesOf(row, topic),
            Origin = TopicPage.Of(First(row, "url"), topic),
            Publisher = "European Commission",
            Published = PortalTime.DayOfEpoch(First(row, "publicationDateLong")) is { } day ? Moment.On(day) : null,
            Due = CallState.DueOn(today, deadlines),
            Status = CallState.On(today, opening, deadlines, row.TryGetProperty("status", out var status) ? First(status, "id") : null),
            Programme = PortalProgramme.NameOf(framework, topic),
            ProgrammingPeriod = PortalProgramme.PeriodOf(First(row, "programmePeriod"), framework, topic, opening),
            Opening = opening,
            Deadlines = deadlines,
            Budgets = BudgetOf(row, topic),
        };
        row.TryGetProperty("latestInfos", out var news);
        return new SediaRow($"{topic} {First(row, "ccm2Id")} {language}", topic, call, TopicNews.ReadAll(news));
    }

    /// <summary>A call with what its own file says beyond the reference file: its description and budget.</summary>
    public static FundingCall With(FundingCall call, JsonElement details) => call with
    {
        Text = string.Join("\n\n", new[] { PlainText.FromHtml(First(details, "description") ?? ""), call.Text }.Where(text => text.Length > 0)),
        Budgets = BudgetOf(details, call.Id) is { Count: > 0 } budgets ? budgets : call.Budgets,
    };

    private static IReadOnlyList<double> BudgetOf(JsonElement row, string topic) =>
        row.TryGetProperty("budgetOverviewJSONItem", out var overview) ? TopicBudget.Read(overview, topic) : [];

    private static IReadOnlyList<DateOnly> Days(IEnumerable<string> texts) => [.. texts.Select(PortalTime.DayOfEpoch).OfType<DateOnly>().Distinct().Order()];

    // The kinds of action, key words, tags and flags: the same, in the same order, as the search gives.
    private static IReadOnlyList<string> CategoriesOf(JsonElement row, string topic)
    {
        var call = First(row, "callIdentifier");
        row.TryGetProperty("topicActions", out var actions);
        return
        [
            .. Objects(actions).Select(action => First(action, "description")).OfType<string>()
                .Concat(new[] { "keywords", "tags", "flags" }.SelectMany(name => Values(row, name)))
                .Concat(row.TryGetProperty("sme", out var sme) && sme.ValueKind == JsonValueKind.True ? ["SME"] : Enumerable.Empty<string>())
                .Select(PlainText.Fold).Where(category => category.Length > 0 && category != topic && category != call).Distinct(StringComparer.Ordinal),
        ];
    }
}
