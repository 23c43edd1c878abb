using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Forecasts;

/// <summary>Forecasts stored indicators.</summary>
public static class IndicatorForecasting
{
    /// <summary>Forecasts an indicator of the policy in one place.</summary>
    /// <param name="tables">The store's tables.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="id">The indicator.</param>
    /// <param name="area">The code of the place as the source writes it; null for our own.</param>
    /// <param name="horizon">How many periods ahead; null for the usual.</param>
    /// <param name="today">Today, for the usual horizon.</param>
    /// <exception cref="ConfigurationException">The policy has no such indicator, or the store nothing of that place.</exception>
    public static async Task<SeriesForecast> RunAsync(ITables tables, Policy policy, string id, string? area, int? horizon, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(policy);
        var indicator = policy.Indicators.FirstOrDefault(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new ConfigurationException([$"The policy {policy.Id} has no indicator '{id}'{Nearest.Hint(id, policy.Indicators.Select(one => one.Id))}."]);
        string[] codes = area is null ? [.. policy.Home.Codes.Values.SelectMany(list => list).Select(code => code.Code)] : [area];
        var table = await tables.QueryAsync(
            """
            SELECT ref_area, period, value, status FROM observations
            WHERE _source = $1 AND dataset = $2 AND indicator = $3 AND (sex IS NULL OR sex = 'T') AND list_contains(string_split($4, '|'), ref_area)
            ORDER BY period, ref_area
            """,
            indicator.Source, indicator.Dataset, indicator.Id, string.Join('|', codes));
        if (table.RowCount == 0)
            throw new ConfigurationException([await MissingAsync(tables, indicator, area)]);
        return SeriesForecast.Of(
            $"{indicator.Name.En} ({indicator.Id}), {area ?? policy.Home.Name.En}",
            [.. table.Rows.GroupBy(row => row.Text("period")).Select(rows => Figure(indicator, rows))],
            indicator, horizon, today);
    }

    // A place that changed its code may have a row for each; two of the same code are two series.
    private static SeriesFigure Figure(Indicator indicator, IGrouping<string, TableRow> rows) =>
        rows.GroupBy(row => row.Text("ref_area")).Any(same => same.Count() > 1)
            ? throw new ConfigurationException(
                [$"The indicator {indicator.Id} of {indicator.Source} has several values for {rows.First().Text("ref_area")} in {rows.Key}: narrow the source's query to one series."])
            : SeriesFigure.Of(Period.Parse(rows.Key), rows.First().Number("value"), rows.First().Text("status"));

    private static async Task<string> MissingAsync(ITables tables, Indicator indicator, string? area)
    {
        var stored = await tables.QueryAsync(
            "SELECT DISTINCT ref_area FROM observations WHERE _source = $1 AND dataset = $2 AND indicator = $3 AND ref_area IS NOT NULL ORDER BY ref_area",
            indicator.Source, indicator.Dataset, indicator.Id);
        return stored.RowCount == 0
            ? $"The store has nothing of {indicator.Id} ({indicator.Name.En}): read its source first (foresight ingest {indicator.Source})."
            : $"The store has nothing of {indicator.Id} ({indicator.Name.En}) for {area ?? "our own place"}{Nearest.Hint(area ?? "", stored.Rows.Select(row => row.Text("ref_area")))}.";
    }
}
