using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>A figure that had another value in an earlier load.</summary>
internal sealed record Revision(Figure Now, double Before, string LoadId, int? Answer)
{
    /// <summary>Those of some figures whose value was another one before, in the order of time.</summary>
    public static async Task<IReadOnlyList<Revision>> ReadAsync(ITables tables, Indicator indicator, IReadOnlyList<Figure> figures)
    {
        var table = await tables.QueryAsync(
            """
            SELECT period, value, _load_id, _answer FROM observations_history
            WHERE _source = $1 AND dataset = $2 AND (indicator = $3 OR (indicator IS NULL AND dataset = $3)) AND ref_area = $4 AND NOT _current AND value IS NOT NULL AND (sex IS NULL OR sex = 'T')
            ORDER BY period, _revision DESC
            """,
            indicator.Source, indicator.Dataset, indicator.Id, figures[0].Area).ConfigureAwait(false);
        List<Revision> found = [];
        foreach (var figure in figures.OrderBy(figure => figure.Period))
        {
            var before = table.Rows.Where(row => row.Text("period") == figure.Period.Text && row.Number("value") != figure.Value).Select(row => (TableRow?)row).FirstOrDefault();
            if (before is { } row && !(indicator.ZeroIsBlank && row.Number("value") == 0))
            {
                found.Add(new Revision(
                    figure, row.Number("value")!.Value, row.Text("_load_id"), row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture)));
            }
        }

        return found;
    }

    /// <summary>That it was revised, where the difference can be seen at the decimals that are printed.</summary>
    public string Sentence(Indicator indicator, string language)
    {
        var (when, then) = (Wording.Of(Now.Period, language), IndicatorWording.Beside(Before, indicator, language));
        var seen = IndicatorWording.Number(Before, indicator, language) != IndicatorWording.Number(Now.Value!.Value, indicator, language);
        return (Phrases.IsSwedish(language), seen) switch
        {
            (true, true) => $"Uppgiften för {when} är reviderad (tidigare {then}).",
            (true, false) => $"Uppgiften för {when} är reviderad.",
            (false, true) => $"The figure for {when} has been revised (before: {then}).",
            (false, false) => $"The figure for {when} has been revised.",
        };
    }

    public Evidence EvidenceOf(IndicatorFigures figures) =>
        figures.EvidenceOf(Now) with { Value = Before, View = "observations_history", LoadId = LoadId.Length == 0 ? null : LoadId, Answer = Answer };
}
