using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>A figure of an indicator.</summary>
internal sealed record IndicatorFigure(Period Period, double? Value, bool Breaks, string Area, string LoadId, int? Answer);

/// <summary>An indicator's figures for our own place and its peers, read as its kinds allow: of a step only measured years, a zero that is a blank not at all.</summary>
internal sealed class IndicatorSeries
{
    private readonly Dictionary<Period, IReadOnlyList<IndicatorFigure>> _peers;

    private IndicatorSeries(Indicator indicator, int peers, IReadOnlyList<IndicatorFigure> home, Dictionary<Period, IReadOnlyList<IndicatorFigure>> byPeriod) =>
        (Indicator, PeerCount, Home, _peers) = (indicator, peers, home, byPeriod);

    public Indicator Indicator { get; }

    /// <summary>Our figures in the order of time.</summary>
    public IReadOnlyList<IndicatorFigure> Home { get; }

    public int PeerCount { get; }

    /// <summary>The months between two figures: 12 for years, 1 for months; 0 where other frequencies come.</summary>
    public int MonthsApart => Home.Count == 0 ? 0 : Home[^1].Period.Frequency switch
    {
        Frequency.Annual => 12,
        Frequency.HalfYearly => 6,
        Frequency.Quarterly => 3,
        Frequency.Monthly => 1,
        _ => 0,
    };

    public IReadOnlyList<IndicatorFigure> PeersAt(Period period) => _peers.GetValueOrDefault(period) ?? [];

    public IndicatorFigure? Before(IndicatorFigure figure, int months)
    {
        var start = figure.Period.Start.AddMonths(-months);
        return Home.FirstOrDefault(other => other.Period.Start == start && other.Period.Frequency == figure.Period.Frequency);
    }

    /// <summary>The first year from which figures are not comparable with one before; null where all in between are.</summary>
    public int? BreakBetween(IndicatorFigure earlier, IndicatorFigure later)
    {
        var marked = Home.FirstOrDefault(figure => figure.Breaks && figure.Period > earlier.Period && figure.Period <= later.Period)?.Period.Start.Year;
        return Indicator.Breaks.Where(year => year > earlier.Period.Start.Year && year <= later.Period.Start.Year).Select(year => (int?)year).Append(marked).Min();
    }

    public Evidence EvidenceOf(IndicatorFigure figure) => new()
    {
        Value = figure.Value,
        View = "observations",
        Source = Indicator.Source,
        Record = $"dataset={Indicator.Dataset} indicator={Indicator.Id} ref_area={figure.Area} period={figure.Period.Text}",
        LoadId = figure.LoadId.Length == 0 ? null : figure.LoadId,
        Answer = figure.Answer,
    };

    public static async Task<IndicatorSeries> ReadAsync(string id, JudgingContext context)
    {
        var policy = context.Policy;
        var indicator = policy.Indicators.First(one => one.Id == id);
        var table = await context.Tables.QueryAsync(
            """
            SELECT ref_area, period, value, coalesce(marks, '') AS marks, _load_id, _answer FROM observations
            WHERE _source = $1 AND dataset = $2 AND (indicator = $3 OR (indicator IS NULL AND dataset = $3)) AND (sex IS NULL OR sex = 'T') ORDER BY ref_area, period
            """,
            indicator.Source, indicator.Dataset, indicator.Id).ConfigureAwait(false);
        var figures = table.Rows.Select(row => FigureOf(row, indicator))
            .Where(figure => !indicator.Kinds.HasFlag(SeriesKinds.Step) || indicator.MeasuredYears.Contains(figure.Period.Start.Year)).ToLookup(figure => figure.Area, StringComparer.Ordinal);
        var peers = policy.PeerGroups.FirstOrDefault(group => group.Id == indicator.Peers)?.Members.Where(member => member != policy.Home.Id).ToList() ?? [];
        var ofPeers = policy.Places.Where(place => peers.Contains(place.Id)).SelectMany(place => Of(place, figures)).Where(figure => figure.Value is not null)
            .GroupBy(figure => figure.Period).ToDictionary(group => group.Key, group => (IReadOnlyList<IndicatorFigure>)[.. group]);
        return new IndicatorSeries(indicator, peers.Count, [.. Of(policy.Home, figures).OrderBy(figure => figure.Period)], ofPeers);
    }

    private static IEnumerable<IndicatorFigure> Of(Place place, ILookup<string, IndicatorFigure> figures) =>
        place.Codes.Values.SelectMany(codes => codes).Select(code => code.Code).Distinct(StringComparer.Ordinal)
            .Select(code => figures[code]).FirstOrDefault(found => found.Any()) ?? [];

    private static IndicatorFigure FigureOf(TableRow row, Indicator indicator) => new(
        Period.Parse(row.Text("period")),
        row.Number("value") is var value && value == 0 && indicator.ZeroIsBlank ? null : value,
        row.Text("marks").Contains('B', StringComparison.Ordinal),
        row.Text("ref_area"),
        row.Text("_load_id"),
        row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture));
}
