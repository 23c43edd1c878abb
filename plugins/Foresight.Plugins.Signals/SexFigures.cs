using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>An indicator for women and men, now and, where it was split then, at the start.</summary>
internal sealed record SexFigures(double Women, double Men, double? WomenAtStart, double? MenAtStart, IReadOnlyList<Evidence> Evidence)
{
    public static async Task<SexFigures?> ReadAsync(ITables tables, IndicatorFigures figures, Indicator indicator, Figure? start, Figure end)
    {
        var table = await tables.QueryAsync(
            """
            SELECT sex, period, value, _load_id, _answer FROM observations
            WHERE _source = $1 AND dataset = $2 AND (indicator = $3 OR (indicator IS NULL AND dataset = $3)) AND ref_area = $4 AND sex IN ('F', 'M') AND value IS NOT NULL
            ORDER BY sex
            """,
            indicator.Source, indicator.Dataset, indicator.Id, end.Area).ConfigureAwait(false);
        var now = Both(table, end);
        var then = start is null ? [] : Both(table, start);
        return now.Length != 2 ? null : new SexFigures(
            now[0].Number("value")!.Value, now[1].Number("value")!.Value,
            then.Length == 2 ? then[0].Number("value") : null, then.Length == 2 ? then[1].Number("value") : null,
            [.. now.Select(row => figures.EvidenceOf(end) with
            {
                Value = row.Number("value"),
                Record = figures.EvidenceOf(end).Record + " sex=" + row.Text("sex"),
                LoadId = row.Text("_load_id"),
                Answer = row["_answer"] is null ? null : Convert.ToInt32(row["_answer"], CultureInfo.InvariantCulture),
            })]);
    }

    /// <summary>Whether they differ by more than the series does by itself: then a sentence tells them.</summary>
    public bool Differ(Indicator indicator, double total) => Math.Abs(Women - Men) > IndicatorMove.MarginOf(indicator, total);

    public IEnumerable<SignalFigure> Figures(string unit)
    {
        yield return new SignalFigure("women", Women) { Unit = unit };
        yield return new SignalFigure("men", Men) { Unit = unit };
        if (WomenAtStart is { } women && MenAtStart is { } men)
        {
            yield return new SignalFigure("women-change", Women - women) { Unit = unit };
            yield return new SignalFigure("men-change", Men - men) { Unit = unit };
        }
    }

    private static TableRow[] Both(Table table, Figure figure) => [.. table.Rows.Where(row => row.Text("period") == figure.Period.Text)];
}
