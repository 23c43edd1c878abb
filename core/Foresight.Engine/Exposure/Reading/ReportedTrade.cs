using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>What one country reports of some goods, month by month and partner by partner, read so that no sum is counted with its parts.</summary>
internal sealed class ReportedTrade
{
    private readonly Dictionary<(string Partner, DateOnly Month), double> _values = [];
    private readonly Dictionary<DateOnly, double> _secret = [];
    private readonly Dictionary<(string Area, DateOnly Month), double> _sums = [];
    private readonly HashSet<DateOnly> _hidden = [];
    private readonly HashSet<DateOnly> _told = [];
    private readonly HashSet<DateOnly> _marked = [];

    private ReportedTrade(string reporter) => Reporter = reporter;

    public string Reporter { get; }

    public string Dataset { get; private set; } = "";

    public string? LoadId { get; private set; }

    public int? Answer { get; private set; }

    /// <summary>Whether there is any figure.</summary>
    public bool IsTold => _told.Count > 0;

    /// <summary>Whether the source marks a figure of the window as confidential.</summary>
    public bool IsMarkedConfidential => _marked.Count > 0;

    /// <summary>Months without any figure of these goods in which the source has goods of the same chapter under codes that hide them.</summary>
    public bool IsHiddenInAMonth(TradeWindow window) => window.Months.Any(month => !_told.Contains(month) && _hidden.Contains(month));

    public bool IsToldIn(DateOnly month) => _told.Contains(month);

    public bool IsToldInEveryMonth(TradeWindow window) => window.Months.All(_told.Contains);

    /// <summary>The newest month that tells of these goods; null where none does.</summary>
    public DateOnly? LastTold => _told.Count == 0 ? null : _told.Max();

    /// <summary>Reads what a country reports of these codes; of one partner only where one is named.</summary>
    public static async Task<ReportedTrade> ReadAsync(ITables tables, string source, string reporter, TradeFlow flow, IReadOnlyList<string> codes, TradeWindow window, string? partner = null)
    {
        var chapters = codes.Select(code => code[..2]).Distinct(StringComparer.Ordinal).ToArray();
        var table = await tables.QueryAsync(
            $"""
            SELECT o.dataset, o.counterpart_area AS partner, coalesce(area.kind, 'item') AS area_kind, o.product, coalesce(good.kind, 'item') AS good_kind,
                   o.period_start AS month, sum(o.value) AS value, bool_or(o.presence = 'confidential') AS confidential,
                   max(o._load_id) AS load, arg_max(o._answer, o._load_id) AS answer
            FROM observations o
            LEFT JOIN codes area ON area._source = o._source AND area.dataset = o.dataset AND area.dimension = 'counterpart_area' AND area.code = o.counterpart_area
            LEFT JOIN codes good ON good._source = o._source AND good.dataset = o.dataset AND good.dimension = 'product' AND good.code = o.product
            WHERE o._source = $1 AND o.ref_area = $2 AND o.flow = $3 AND o.freq = 'M' AND o.unit = 'EUR'
              AND o.period_start >= CAST($4 AS DATE) AND o.period_start <= CAST($5 AS DATE) AND ($6::VARCHAR IS NULL OR o.counterpart_area = $6)
              AND ({string.Join(" OR ", chapters.Select((_, i) => $"starts_with(o.product, ${7 + i})"))})
            GROUP BY ALL ORDER BY ALL
            """,
            [source, reporter, FlowCode(flow), Day(window.First), Day(window.Last), partner, .. chapters]).ConfigureAwait(false);
        var trade = new ReportedTrade(reporter);
        var rows = table.Rows.ToArray();
        foreach (var code in codes)
        {
            // The code itself where the source has it. Its parts only where it has not: beside each other they would count twice.
            var own = rows.Where(row => row.Text("product") == code).ToArray();
            foreach (var row in own.Length > 0 ? own : rows.Where(row => row.Text("product").StartsWith(code, StringComparison.Ordinal) && row.Text("good_kind") == "item"))
            {
                trade.Add(row);
            }
        }

        foreach (var row in rows.Where(row => row.Text("good_kind") == "pseudo"))
        {
            trade._hidden.Add(row.Day("month")!.Value);
        }

        return trade;
    }

    public static string FlowCode(TradeFlow flow) => flow == TradeFlow.Import ? "1" : "2";

    public double At(DateOnly month) =>
        _values.Where(value => value.Key.Month == month).Sum(value => value.Value) + _secret.GetValueOrDefault(month);

    public TradeSums Sums(DateOnly from, DateOnly to)
    {
        var byPartner = _values.Where(value => value.Key.Month >= from && value.Key.Month <= to)
            .GroupBy(value => value.Key.Partner, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.OrderBy(value => value.Key.Month).Sum(value => value.Value), StringComparer.Ordinal);
        var secret = _secret.Where(value => value.Key >= from && value.Key <= to).Sum(value => value.Value);
        double? stated = 0;
        for (var month = from; month <= to; month = month.AddMonths(1))
        {
            stated += _told.Contains(month) ? StatedAt(month) : 0;
        }

        var sums = new TradeSums(byPartner, secret, stated);
        // A total that is less than its parts was read on another day than they were: it proves nothing.
        return sums.Known > stated * 1.001 ? sums with { Stated = null } : sums;
    }

    /// <summary>The world; else the trade within the EU and that with others, whose codes carry the EU's extent: the newest of those there are.</summary>
    private double? StatedAt(DateOnly month)
    {
        if (_sums.TryGetValue(("WORLD", month), out var world))
        {
            return world;
        }

        return _sums.Where(sum => sum.Key.Month == month && sum.Key.Area is ['I', 'N', 'T', '_', ..] or ['E', 'X', 'T', '_', ..])
            .GroupBy(sum => sum.Key.Area[4..], StringComparer.Ordinal).OrderBy(extent => extent.Key, StringComparer.Ordinal)
            .Select(extent => (double?)extent.Sum(sum => sum.Value)).LastOrDefault();
    }

    private void Add(TableRow row)
    {
        var (partner, month) = (row.Text("partner"), row.Day("month")!.Value);
        (Dataset, LoadId) = (row.Text("dataset"), row.Text("load"));
        Answer = row["answer"] is null ? null : Convert.ToInt32(row["answer"], CultureInfo.InvariantCulture);
        if (row["confidential"] is true)
        {
            _marked.Add(month);
        }

        if (row.Number("value") is not { } value)
        {
            return;
        }

        _told.Add(month);
        switch (row.Text("area_kind"))
        {
            case "aggregate":
                _sums[(partner, month)] = _sums.GetValueOrDefault((partner, month)) + value;
                break;
            case "pseudo":
                _secret[month] = _secret.GetValueOrDefault(month) + value;
                break;
            default:
                _values[(partner, month)] = _values.GetValueOrDefault((partner, month)) + value;
                break;
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
