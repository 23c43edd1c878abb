using System.Globalization;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>A month of trade.</summary>
/// <param name="Value">The sum; null where a part of it has no value.</param>
/// <param name="Products">The codes that it is the sum of, where they were named.</param>
/// <param name="LoadId">The load that brought it.</param>
/// <param name="Answer">The answer's number.</param>
internal sealed record TradeMonth(double? Value, string Products, string LoadId, int? Answer);

/// <summary>
/// One monthly series of our country's trade in money, from one source and dataset. A total is read where the source gives one; else parts are summed
/// where all are there, and never an aggregate with its parts.
/// </summary>
internal sealed record TradeSeries(string Source, string Dataset, string Indicator, string Unit, int Newest, IReadOnlyDictionary<int, TradeMonth> Months)
{
    // All trade has some 97 chapters of goods and 200 partners: with fewer the sum of what is stored is not all trade.
    private const int MostChapters = 90;
    private const int MostPartners = 150;

    private const string Totals = "product IS NULL OR product IN ('TOTAL', 'Total')";
    private const string World = "counterpart_area IS NULL OR counterpart_area IN ('WORLD', 'World', 'W', 'W00', 'WLD')";

    /// <summary>The series that answers the condition; null where none is stored.</summary>
    public static async Task<TradeSeries?> ReadAsync(TradeChange trade, JudgingContext context)
    {
        var policy = context.Policy;
        var products = trade.Product is { } product ? WatchedCodes.Of(product, policy) : [];
        var partners = trade.Place is { } place ? TradeCodes.CodesOf(TradeCodes.CountryOf(place, policy), policy) : [];
        var reporters = TradeCodes.CodesOf(policy.Home.Country, policy);
        object?[] parameters = [trade.Exports ? "2" : "1", string.Join(',', reporters), string.Join(',', products), string.Join(',', partners)];
        var inProducts = products.Count == 0 ? Totals : "list_contains(string_split($3, ','), product)";
        var inPartners = partners.Count == 0 ? World : "list_contains(string_split($4, ','), counterpart_area)";
        var named = await QueryAsync(context.Tables, "observations", inProducts, inPartners, "true", parameters).ConfigureAwait(false);
        if (named.Count == 0)
        {
            var within = products.Count == 0 ? "true" : "list_bool_or(list_transform(string_split($3, ','), lambda code: starts_with(product, code)))";
            var whole = string.Join(" AND ", new[]
            {
                products.Count > 0 ? null : FormattableString.Invariant($"(min(chapters) >= {MostChapters} OR bool_and({Totals}))"),
                partners.Count > 0 ? null : FormattableString.Invariant($"(min(partners) >= {MostPartners} OR bool_and({World}))"),
            }.OfType<string>().DefaultIfEmpty("true"));
            named = await QueryAsync(context.Tables, "observations_without_sums", within, partners.Count == 0 ? "true" : inPartners, whole, parameters).ConfigureAwait(false);
        }

        return named.OrderByDescending(series => series.Months.Keys.Max()).ThenByDescending(series => series.Months.Count)
            .ThenBy(series => $"{series.Source} {series.Dataset} {series.Indicator}", StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>A month's number, so that the month a year before is 12 less.</summary>
    public static int Number(string period) => (int.Parse(period[..4], CultureInfo.InvariantCulture) * 12) + int.Parse(period[5..7], CultureInfo.InvariantCulture) - 1;

    public static Period PeriodOf(int month) => Period.Month(month / 12, (month % 12) + 1);

    private static async Task<List<TradeSeries>> QueryAsync(ITables tables, string view, string products, string partners, string whole, object?[] parameters)
    {
        var table = await tables.QueryAsync(
            $"""
            WITH ours AS (
                SELECT * FROM {view}
                WHERE freq = 'M' AND flow = $1 AND list_contains(string_split($2, ','), ref_area)
                  AND (indicator ILIKE '%VALUE%' OR unit IN ('EUR', 'SEK', 'USD', 'NAC') OR unit ILIKE '%kron%')),
            datasets AS (
                SELECT _source, dataset, max(period) AS newest, count(DISTINCT left(product, 2)) AS chapters, count(DISTINCT counterpart_area) AS partners
                FROM ours GROUP BY _source, dataset),
            asked AS (
                SELECT ours.*, newest, chapters, partners FROM ours JOIN datasets USING (_source, dataset)
                WHERE ({products}) AND ({partners}) AND CAST($3 AS VARCHAR) IS NOT NULL AND CAST($4 AS VARCHAR) IS NOT NULL),
            answering AS (SELECT _source, dataset FROM asked GROUP BY _source, dataset HAVING {whole})
            SELECT _source, dataset, coalesce(indicator, '') AS indicator, coalesce(unit, '') AS unit, period, newest, sum(value) AS value,
                   bool_and(value IS NOT NULL) AS told, string_agg(DISTINCT product, ' ' ORDER BY product) AS goods, max(_load_id) AS load, any_value(_answer ORDER BY _load_id DESC) AS answer
            FROM asked JOIN answering USING (_source, dataset) GROUP BY ALL ORDER BY ALL
            """,
            parameters).ConfigureAwait(false);
        var exact = view == "observations";
        return
        [
            .. table.Rows.GroupBy(row => (Source: row.Text("_source"), Dataset: row.Text("dataset"), Indicator: row.Text("indicator"), Unit: row.Text("unit")))
                .Select(series => new TradeSeries(
                    series.Key.Source, series.Key.Dataset, series.Key.Indicator, series.Key.Unit, Number(series.First().Text("newest")),
                    series.ToDictionary(row => Number(row.Text("period")), row => new TradeMonth(
                        row["told"] is true ? row.Number("value") : null,
                        // Sums of parts have no fixed list: goods that were not traded in a month are not in it.
                        exact ? row.Text("goods") : "",
                        row.Text("load"),
                        row["answer"] is null ? null : Convert.ToInt32(row["answer"], CultureInfo.InvariantCulture))))),
        ];
    }
}
