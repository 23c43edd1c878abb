using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>An indicator for women and men, where they differ by more than the series does by itself.</summary>
internal sealed record SexFigures(double Women, double Men, IReadOnlyList<Evidence> Evidence)
{
    public static async Task<SexFigures?> ReadAsync(ITables tables, IndicatorFigures figures, Indicator indicator, Figure total)
    {
        var table = await tables.QueryAsync(
            """
            SELECT sex, value, _load_id, _answer FROM observations
            WHERE _source = $1 AND dataset = $2 AND indicator = $3 AND ref_area = $4 AND period = $5 AND sex IN ('F', 'M') AND value IS NOT NULL
            ORDER BY sex
            """,
            indicator.Source, indicator.Dataset, indicator.Id, total.Area, total.Period.Text).ConfigureAwait(false);
        var rows = table.Rows.ToArray();
        if (rows.Length != 2)
        {
            return null;
        }

        var (women, men) = (rows[0].Number("value")!.Value, rows[1].Number("value")!.Value);
        return Math.Abs(women - men) <= IndicatorMove.MarginOf(indicator, total.Value!.Value) ? null : new SexFigures(
            women, men, [.. rows.Select(row => figures.EvidenceOf(total) with
            {
                Value = row.Number("value"),
                Record = figures.EvidenceOf(total).Record + " sex=" + row.Text("sex"),
                LoadId = row.Text("_load_id"),
                Answer = row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture),
            })]);
    }
}
