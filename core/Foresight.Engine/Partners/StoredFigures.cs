using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>The figures of the policy's indicators for a set of areas, both sexes together, newest years only, read as the indicators' kinds allow.</summary>
internal sealed class StoredFigures
{
    // Older figures say how things were.
    private const int Years = 12;

    private readonly Dictionary<(string Indicator, string Code), SortedDictionary<Period, double>> figures = [];
    private readonly HashSet<(string Indicator, string Code)> several = [];
    private readonly Dictionary<string, (string? Sv, string? En)> names = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> codes;

    private StoredFigures(Policy policy, Table table, Table labels)
    {
        var indicators = policy.Indicators.ToDictionary(one => (one.Source, one.Dataset, one.Id));
        foreach (var row in table.Rows)
        {
            if (indicators.GetValueOrDefault((row.Text("_source"), row.Text("dataset"), row.Text("indicator"))) is { } indicator)
            {
                Add(indicator, row.Text("ref_area"), Period.Parse(row.Text("period")), row.Number("value")!.Value);
            }
        }

        foreach (var row in labels.Rows)
        {
            names.TryAdd(row.Text("code"), (row["label_sv"] as string, row["label_en"] as string));
        }

        codes = figures.Keys.ToLookup(key => key.Indicator, key => key.Code, StringComparer.Ordinal);
    }

    public static async Task<StoredFigures> ReadAsync(ITables tables, Policy policy, IEnumerable<string> areas, DateOnly today)
    {
        var sought = string.Join('|', areas.Distinct(StringComparer.Ordinal));
        var table = await tables.QueryAsync(
            """
            SELECT _source, dataset, coalesce(indicator, dataset) AS indicator, ref_area, period, value FROM observations
            WHERE ref_area IN (SELECT unnest(string_split($1, '|'))) AND dataset IN (SELECT unnest(string_split($2, '|')))
              AND value IS NOT NULL AND (sex IS NULL OR sex = 'T') AND period_start >= CAST($3 AS DATE)
            """,
            sought, string.Join('|', policy.Indicators.Select(one => one.Dataset).Distinct(StringComparer.Ordinal)), Briefs.RelevantItems.Sql(today.AddYears(-Years))).ConfigureAwait(false);
        var labels = await tables.QueryAsync(
            """
            SELECT code, label_sv, label_en FROM codes
            WHERE dimension = 'ref_area' AND code IN (SELECT unnest(string_split($1, '|'))) AND coalesce(label_sv, label_en) IS NOT NULL ORDER BY _source, dataset, code
            """,
            sought).ConfigureAwait(false);
        return new StoredFigures(policy, table, labels);
    }

    /// <summary>The areas for which anything of the indicator is stored.</summary>
    public IEnumerable<string> CodesOf(Indicator indicator) => codes[indicator.Id];

    public bool AreSeveral(Indicator indicator, string code) => several.Contains((indicator.Id, code));

    public AreaFigure? Newest(Indicator indicator, string code, LocalText area) =>
        Of(indicator, code) is { Count: > 0 } all ? Figure(all.Last(), code, area) : null;

    public AreaFigure? At(Indicator indicator, string code, LocalText area, Period period) =>
        Of(indicator, code) is { } all && all.TryGetValue(period, out var value) ? Figure(new(period, value), code, area) : null;

    /// <summary>The newest period that both have a value for; null where there is none.</summary>
    public Period? Common(Indicator indicator, string theirs, string ours) =>
        Of(indicator, theirs) is { } one && Of(indicator, ours) is { } other && one.Keys.Intersect(other.Keys).ToList() is { Count: > 0 } both ? both.Max() : null;

    /// <summary>An area's name as the source's code list has it; null where it has none.</summary>
    public LocalText? NameOf(string code) => names.TryGetValue(code, out var name) ? new((name.Sv ?? name.En)!, (name.En ?? name.Sv)!) : null;

    private SortedDictionary<Period, double>? Of(Indicator indicator, string code) => several.Contains((indicator.Id, code)) ? null : figures.GetValueOrDefault((indicator.Id, code));

    private static AreaFigure Figure(KeyValuePair<Period, double> one, string code, LocalText area) => new(code, area, one.Key.Text, one.Value);

    private void Add(Indicator indicator, string code, Period period, double value)
    {
        if ((indicator.ZeroIsBlank && value == 0) || (indicator.Kinds.HasFlag(SeriesKinds.Step) && !indicator.MeasuredYears.Contains(period.Start.Year)))
        {
            return;
        }

        var key = (indicator.Id, code);
        if (!figures.TryGetValue(key, out var all))
        {
            figures[key] = all = [];
        }

        if (!all.TryAdd(period, value) && all[period] != value)
        {
            several.Add(key);
        }
    }
}
