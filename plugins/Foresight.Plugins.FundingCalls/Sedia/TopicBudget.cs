using System.Globalization;
using System.Text.Json;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>A topic's share of <c>budgetOverview</c>, which lists all topics of its call.</summary>
internal static class TopicBudget
{
    /// <summary>One sum in euro for each of the topic's actions, over all years; an action without a sum is passed over.</summary>
    public static IReadOnlyList<double> Read(JsonElement overview, string topic)
    {
        if (overview.ValueKind != JsonValueKind.Object || !overview.TryGetProperty("budgetTopicActionMap", out var map) || map.ValueKind != JsonValueKind.Object)
            return [];
        return
        [
            .. map.EnumerateObject().SelectMany(entry => SediaJson.Objects(entry.Value))
                .Where(action => SediaJson.First(action, "action") is { } name && (name == topic || name.StartsWith(topic + " ", StringComparison.Ordinal)))
                .Select(Sum).Where(sum => sum > 0),
        ];
    }

    private static double Sum(JsonElement action) =>
        !action.TryGetProperty("budgetYearMap", out var years) || years.ValueKind != JsonValueKind.Object ? 0
        : years.EnumerateObject().Sum(year => SediaJson.First(years, year.Name) is { } text
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && double.IsFinite(amount) ? amount : 0);
}
