using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>The months of which a source has monthly trade at all, by reporting country and direction: a month without a product's figure is nought only where it has others.</summary>
internal sealed class ReportedMonths
{
    private readonly Dictionary<(string Reporter, string Flow), SortedSet<DateOnly>> _months = [];

    public bool IsEmpty => _months.Count == 0;

    public static async Task<ReportedMonths> ReadAsync(ITables tables, string? source)
    {
        var months = new ReportedMonths();
        if (source is null)
        {
            return months;
        }

        var table = await tables.QueryAsync(
            """
            SELECT DISTINCT ref_area, flow, period_start AS month FROM observations
            WHERE _source = $1 AND freq = 'M' AND unit = 'EUR' AND value IS NOT NULL AND ref_area IS NOT NULL AND flow IS NOT NULL
            """,
            source).ConfigureAwait(false);
        foreach (var row in table.Rows)
        {
            var key = (row.Text("ref_area"), row.Text("flow"));
            if (!months._months.TryGetValue(key, out var known))
            {
                months._months.Add(key, known = []);
            }

            known.Add(row.Day("month")!.Value);
        }

        return months;
    }

    /// <summary>The newest window of which every month is there; null where there is none.</summary>
    public TradeWindow? WindowOf(string reporter, TradeFlow flow) =>
        Last(reporter, flow) is { } last && Covers(reporter, flow, new TradeWindow(last)) ? new TradeWindow(last) : null;

    public DateOnly? Last(string reporter, TradeFlow flow) =>
        _months.TryGetValue((reporter, ReportedTrade.FlowCode(flow)), out var known) ? known.Max : null;

    public bool Covers(string reporter, TradeFlow flow, TradeWindow window) =>
        _months.TryGetValue((reporter, ReportedTrade.FlowCode(flow)), out var known) && window.Months.All(known.Contains);
}
