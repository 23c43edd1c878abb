using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>What the store holds of one indicator: both sexes together, for every place of the policy, read as its kinds allow.</summary>
internal sealed class IndicatorFigures
{
    private const int Horizon = 12;
    private const int ManyYears = 6;

    // How far the start may move so that the peers and the country have a figure as well.
    private const int Patience = 3;

    private readonly Dictionary<string, List<Figure>> _byPlace = new(StringComparer.Ordinal);
    private readonly Indicator _indicator;
    private readonly Policy _policy;

    private IndicatorFigures(Indicator indicator, Policy policy) => (_indicator, _policy, Home) = (indicator, policy, policy.Home);

    /// <summary>The places that the indicator is compared with, without our own.</summary>
    public IReadOnlyList<Place> Peers { get; private set; } = [];

    /// <summary>The group that they come from; null for none.</summary>
    public PeerGroup? Group { get; private set; }

    /// <summary>Our own place; where the source has figures for countries only, the country that we are part of.</summary>
    public Place Home { get; private set; }

    public static async Task<IndicatorFigures> ReadAsync(ITables tables, Policy policy, Indicator indicator, string? peerGroup = null)
    {
        var figures = new IndicatorFigures(indicator, policy);
        // A dataset that is one indicator by itself, as Eurostat's, has no such column.
        var table = await tables.QueryAsync(
            """
            SELECT ref_area, period, value, status, _load_id, _answer FROM observations
            WHERE _source = $1 AND dataset = $2 AND (indicator = $3 OR (indicator IS NULL AND dataset = $3)) AND (sex IS NULL OR sex = 'T')
            ORDER BY ref_area, period
            """,
            indicator.Source, indicator.Dataset, indicator.Id).ConfigureAwait(false);
        var places = PlacesByCode(policy);
        var known = table.Rows.Where(row => places.ContainsKey(row.Text("ref_area"))).Select(row => (Row: row, Code: places[row.Text("ref_area")])).ToArray();
        // A place may have figures by several lists of codes, as a county has beside its NUTS 2 region: its first list rules, the others are other places.
        var lists = known.GroupBy(found => found.Code.Place.Id, StringComparer.Ordinal)
            .ToDictionary(found => found.Key, found => found.MinBy(one => one.Code.Order).Code.List, StringComparer.Ordinal);
        foreach (var (row, code) in known.Where(found => found.Code.List == lists[found.Code.Place.Id]))
        {
            figures.Add(code.Place, new Figure(
                row.Text("ref_area"), Period.Parse(row.Text("period")), figures.ValueOf(row), row.Text("status"), row.Text("_load_id"),
                row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture)));
        }

        if (figures.Present(policy.Home).Count == 0)
        {
            figures.Home = figures.Whole ?? policy.Home;
        }

        var group = peerGroup ?? indicator.Peers;
        figures.Group = policy.PeerGroups.FirstOrDefault(candidate => candidate.Id == group);
        figures.Peers = figures.Group is null ? [] : [.. policy.Places.Where(place => figures.Group.Members.Contains(place.Id) && place != figures.Home)];
        return figures;
    }

    /// <summary>Every figure of a place in the order of time; of a step only those of measured years.</summary>
    public IReadOnlyList<Figure> Of(Place place) => !_byPlace.TryGetValue(place.Id, out var figures) ? []
        : _indicator.Kinds.HasFlag(SeriesKinds.Step) ? [.. figures.Where(figure => _indicator.MeasuredYears.Contains(figure.Period.Start.Year))]
        : figures;

    /// <summary>The figures of a place that have a value.</summary>
    public IReadOnlyList<Figure> Present(Place place) => [.. Of(place).Where(figure => figure.Value is not null)];

    public Figure? At(Place place, Period period) => Of(place).FirstOrDefault(figure => figure.Period == period && figure.Value is not null);

    /// <summary>The country that we are part of, if it has figures. A region is no stand-in: it is neither the country nor like us.</summary>
    public Place? Whole => _policy.Places
        .FirstOrDefault(place => place.Role == PlaceRole.Country && place != Home && place.Country == _policy.Home.Country && Present(place).Count > 0);

    /// <summary>The peers' median in a period; null where fewer than half of them, or fewer than three, have a value.</summary>
    public PeerMedian? MedianAt(Period period)
    {
        var values = Peers.Select(place => At(place, period)).OfType<Figure>().ToArray();
        return values.Length < 3 || values.Length * 2 < Peers.Count ? null : new PeerMedian(period, values, Peers.Count);
    }

    /// <summary>
    /// Where the comparable series of a place begins. The policy's own year rules if it gives one (<see cref="Indicator.Since"/>);
    /// else at most twelve years back (three terms of office) and, where years are missing at the start of the unbroken years, with
    /// these if they are many. Never before the last break, and for a rolling mean outside the last window. Of the years from there
    /// on the first in which the peers and the country have a figure too, if it is at most three years later; else the peers alone.
    /// Null where nothing is comparable with the newest figure, as in amounts of current prices.
    /// </summary>
    public Figure? ComparableStart(Place place)
    {
        var present = Present(place);
        if (present.Count < 2 || _indicator.Kinds.HasFlag(SeriesKinds.CurrentPrices))
        {
            return null;
        }

        var newest = present[^1].Period.Start.Year;
        var from = FirstYear(present);
        var apart = _indicator.Kinds.HasFlag(SeriesKinds.Rolling) ? _indicator.RollingYears ?? 1 : 0;
        Figure[] candidates = [.. present.SkipLast(1).Where(figure => figure.Period.Start.Year >= from && newest - figure.Period.Start.Year >= apart)];
        if (_indicator.Since is not null || candidates.Length == 0)
        {
            return candidates.FirstOrDefault();
        }

        Figure[] near = [.. candidates.Where(figure => figure.Period.Start.Year <= candidates[0].Period.Start.Year + Patience)];
        var whole = Whole;
        return near.FirstOrDefault(figure => MedianAt(figure.Period) is not null && whole is not null && At(whole, figure.Period) is not null)
            ?? near.FirstOrDefault(figure => MedianAt(figure.Period) is not null) ?? candidates[0];
    }

    /// <summary>
    /// Our figures that may be compared with the newest: none before the last break, and of a rolling mean only years whose windows do not overlap, counted back from
    /// the newest.
    /// </summary>
    public IReadOnlyList<Figure> Unbroken()
    {
        var present = Present(Home);
        if (present.Count == 0)
        {
            return [];
        }

        var newest = present[^1].Period.Start.Year;
        var from = LastBreak(present);
        var window = _indicator.Kinds.HasFlag(SeriesKinds.Rolling) ? _indicator.RollingYears ?? 1 : 1;
        return [.. present.Where(figure => figure.Period.Start.Year >= from && (window == 1 || (newest - figure.Period.Start.Year) % window == 0))];
    }

    public Evidence EvidenceOf(Figure figure) => new()
    {
        Value = figure.Value,
        View = "observations",
        Source = _indicator.Source,
        Record = RecordOf(figure.Area, figure.Period),
        LoadId = figure.LoadId.Length == 0 ? null : figure.LoadId,
        Answer = figure.Answer,
    };

    public Evidence EvidenceOf(PeerMedian median) => new()
    {
        Value = median.Value,
        View = "observations",
        Source = _indicator.Source,
        Record = RecordOf(string.Join('|', median.Figures.Select(figure => figure.Area)), median.Period),
        LoadId = median.Figures[0].LoadId.Length == 0 ? null : median.Figures[0].LoadId,
        Answer = median.Figures[0].Answer,
        Formula = string.Create(CultureInfo.InvariantCulture, $"median of the {median.Figures.Count} values (of {median.GroupSize} members of {Group!.Code}, {Group.Year})"),
    };

    private int FirstYear(IReadOnlyList<Figure> present)
    {
        var newest = present[^1].Period.Start.Year;
        var from = _indicator.Since ?? newest - Horizon;
        if (_indicator.Since is null && _indicator.Kinds.HasFlag(SeriesKinds.Gaps) && UnbrokenYears(present) is var years and >= ManyYears)
        {
            from = Math.Max(from, newest - years + 1);
        }

        return Math.Max(from, LastBreak(present));
    }

    private int LastBreak(IReadOnlyList<Figure> present)
    {
        var flagged = present.LastOrDefault(figure => figure.IsBreak)?.Period.Start.Year ?? int.MinValue;
        return _indicator.Breaks.Where(year => year <= present[^1].Period.Start.Year).Append(flagged).Max();
    }

    private static int UnbrokenYears(IReadOnlyList<Figure> present)
    {
        var years = 1;
        while (years < present.Count && present[^years].Period.Start.Year - present[^(years + 1)].Period.Start.Year == 1)
        {
            years++;
        }

        return years;
    }

    private static Dictionary<string, (Place Place, string List, int Order)> PlacesByCode(Policy policy)
    {
        var places = new Dictionary<string, (Place Place, string List, int Order)>(StringComparer.Ordinal);
        foreach (var place in policy.Places)
        {
            foreach (var (list, order) in place.Codes.Select((list, order) => (list, order)))
            {
                foreach (var code in list.Value)
                {
                    places.TryAdd(code.Code, (place, list.Key, order));
                }
            }
        }

        return places;
    }

    private string RecordOf(string area, Period period) => $"dataset={_indicator.Dataset} indicator={_indicator.Id} ref_area={area} period={period.Text}";

    private double? ValueOf(TableRow row) => row.Number("value") is var value && value == 0 && _indicator.ZeroIsBlank ? null : value;

    private void Add(Place place, Figure figure)
    {
        if (!_byPlace.TryGetValue(place.Id, out var figures))
        {
            _byPlace[place.Id] = figures = [];
        }

        var same = figures.FindIndex(other => other.Period == figure.Period);
        if (same < 0)
        {
            figures.Add(figure);
        }
        else if (figures[same].Area == figure.Area)
        {
            throw new InvalidOperationException(
                $"The indicator {_indicator.Id} of {_indicator.Source} has several values for {figure.Area} in {figure.Period.Text}: narrow the source's query to one series.");
        }
    }
}
