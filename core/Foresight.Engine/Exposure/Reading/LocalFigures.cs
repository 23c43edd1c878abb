using System.Globalization;
using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>The labour market's jobs that make goods, in the newest year of which all its municipalities have both figures.</summary>
internal sealed record LocalFigures
{
    public required LocalWeight Weight { get; init; }

    public required int Year { get; init; }

    public required IReadOnlyList<Place> Places { get; init; }

    /// <summary>The per cent of our employed who work elsewhere, and its year; null where it is not known.</summary>
    public (double Percent, int Year)? Commuting { get; init; }

    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>The places by name: "Vänersborg och Trollhättan".</summary>
    public string Names(string language)
    {
        var names = Places.Select(place => place.Name.In(language)).ToArray();
        var and = language == "sv" ? " och " : " and ";
        return names.Length == 1 ? names[0] : string.Join(", ", names[..^1]) + and + names[^1];
    }

    public static async Task<LocalFigures?> ReadAsync(ITables tables, Policy policy, ProductWatch watch)
    {
        var jobs = IndicatorOf(policy, watch.JobsIndicator);
        var share = IndicatorOf(policy, watch.GoodsShareIndicator);
        var places = policy.Places.Where(place => watch.LabourMarket.Contains(place.Id)).OrderBy(place => place.Role == PlaceRole.Home ? 0 : 1).ToArray();
        if (jobs is null || share is null || places.Length == 0)
        {
            return null;
        }

        var counts = await RowsAsync(tables, jobs, places).ConfigureAwait(false);
        var shares = await RowsAsync(tables, share, places).ConfigureAwait(false);
        int? year = counts.Keys.Select(key => key.Year).Distinct().OrderDescending().Cast<int?>()
            .FirstOrDefault(at => places.All(place => counts.ContainsKey((place, at!.Value)) && shares.ContainsKey((place, at.Value))));
        if (year is not { } found)
        {
            return null;
        }

        var weight = LocalWeight.Of([.. places.Select(place => new LocalJobs(counts[(place, found)].Value!.Value, shares[(place, found)].Value!.Value / 100))]);
        var commuting = IndicatorOf(policy, watch.CommutingIndicator) is { } indicator
            ? (await RowsAsync(tables, indicator, [policy.Home]).ConfigureAwait(false)).OrderByDescending(row => row.Key.Year).Select(row => (row.Key.Year, Row: row.Value)).FirstOrDefault()
            : default;
        var stored = places.SelectMany(place => new[] { counts[(place, found)], shares[(place, found)] }).ToArray();
        return new LocalFigures
        {
            Weight = weight,
            Year = found,
            Places = places,
            Commuting = commuting.Row is { Value: { } percent } ? (percent, commuting.Year) : null,
            Evidence =
            [
                .. stored,
                stored[0] with { Value = weight.Exposed, Formula = $"sum over places of {jobs.Id} × {share.Id} / 100", LoadId = null, Answer = null },
                stored[0] with { Value = weight.Jobs, Formula = $"sum over places of {jobs.Id}", LoadId = null, Answer = null },
                stored[0] with { Value = weight.Share, Formula = $"(sum of {jobs.Id} × {share.Id} / 100) / (sum of {jobs.Id})", LoadId = null, Answer = null },
                .. commuting.Row is { } row ? [row] : Array.Empty<Evidence>(),
            ],
        };
    }

    private static Indicator? IndicatorOf(Policy policy, string? id) => policy.Indicators.FirstOrDefault(indicator => indicator.Id == id);

    private static async Task<Dictionary<(Place Place, int Year), Evidence>> RowsAsync(ITables tables, Indicator indicator, IReadOnlyList<Place> places)
    {
        var table = await tables.QueryAsync(
            """
            SELECT ref_area, period, period_start, value, _load_id, _answer FROM observations
            WHERE _source = $1 AND dataset = $2 AND indicator = $3 AND (sex IS NULL OR sex = 'T') AND freq = 'A' AND value IS NOT NULL
            """,
            indicator.Source, indicator.Dataset, indicator.Id).ConfigureAwait(false);
        var rows = new Dictionary<(Place, int), Evidence>();
        foreach (var row in table.Rows)
        {
            // An id of a place is unlike another's in every code list.
            if (places.FirstOrDefault(place => place.Codes.Values.Any(codes => codes.Any(code => code.Code == row.Text("ref_area")))) is { } place)
            {
                rows[(place, row.Day("period_start")!.Value.Year)] = new Evidence
                {
                    Value = row.Number("value"),
                    View = "observations",
                    Source = indicator.Source,
                    Record = $"dataset={indicator.Dataset} indicator={indicator.Id} ref_area={row.Text("ref_area")} period={row.Text("period")}",
                    LoadId = row.Text("_load_id"),
                    Answer = row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture),
                };
            }
        }

        return rows;
    }
}
