using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Classified stories per focus area and month of publication, stacked: the same news from several places is one. Announced releases of statistics are dates, not news.</summary>
internal sealed class ItemsPerArea(ItemsPerAreaOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var end = new DateOnly(today.Year, today.Month, 1);
        var months = Enumerable.Range(0, options.Months).Select(i => end.AddMonths(i + 1 - options.Months)).Select(day => Period.Month(day.Year, day.Month)).ToArray();
        var counts = await CountAsync(context.Tables, months[0].Start, today).ConfigureAwait(false);
        if (counts.Count == 0)
        {
            return ChartOutcome.Nothing(sv
                ? $"Inga dokument från de senaste {options.Months} månaderna har placerats i något fokusområde."
                : $"No documents of the last {options.Months} months were placed in any focus area.");
        }

        var areas = context.Policy.FocusAreas;
        var totals = areas.Select(area => months.Sum(month => counts.GetValueOrDefault((area.Id, month.Text)))).ToArray();
        var corrected = await CorrectedAreas.ReadAsync(context.Tables, areas, months[0].Start, today).ConfigureAwait(false);
        var series = areas.Select(area => new ChartSeries
        {
            Name = area.ShortName.In(language),
            Emphasis = Emphasis.FocusArea,
            FocusArea = area.Id,
            Points = [.. months.Select(month => new ChartPoint { Label = month.Text, Period = month, Value = counts.GetValueOrDefault((area.Id, month.Text)) })],
        });
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.StackedColumns,
            Title = AreaShareTitle.Of(areas, totals, corrected, language),
            Subtitle = (sv ? "Antal nyheter per fokusområde och månad så som modellen sorterar dem, " : "Number of stories per focus area and month as the model sorts them, ")
                + $"{Wording.Of(months[0], language)}–{Wording.Of(months[^1], language)}; {corrected.Of.In(language)}",
            Unit = sv ? "antal nyheter" : "number of stories",
            Series = [.. series],
            SourceLine = sv
                ? "Egen bearbetning av de bevakade källornas dokument; fokusområde enligt klassificeringsmodellen."
                : "Own calculations from the documents of the watched sources; focus area by the classification model.",
            Notes =
            [
                sv
                    ? $"Samma nyhet från flera håll räknas en gång; en nyhet i två områden räknas i båda. Statistikens publiceringsdagar räknas inte. Sista månaden räknas till och med {Wording.Day(today, language)}."
                    : $"The same story from several places counts once; a story in two areas counts in both. Announced releases of statistics do not count. The last month counts up to {Wording.Day(today, language)}.",
                corrected.Note(areas, language),
            ],
            Evidence =
            [
                .. areas.SelectMany(area => months.Select(month => Counted(
                    counts.GetValueOrDefault((area.Id, month.Text)), $"focus_area={area.Id} published={month.Text}", "count of stories (story_id of document_stories) with a document that belongs and whose kind is not release"))),
                .. areas.Select((area, i) => Counted(totals[i], $"focus_area={area.Id} published={months[0].Text}..{months[^1].Text}", "sum over the months")),
                Counted(totals.Sum(), $"published={months[0].Text}..{months[^1].Text}", "sum over the focus areas"),
                .. corrected.Evidence(areas),
            ],
        });
    }

    private static async Task<Dictionary<(string Area, string Month), double>> CountAsync(ITables tables, DateOnly from, DateOnly to)
    {
        var table = await tables.QueryAsync(
            """
            SELECT focus_area, strftime(first, '%Y-%m') AS month, count(*) AS items
            FROM (
                SELECT c.focus_area, d.story_id, min(d.published) AS first
                FROM classifications c JOIN document_stories d ON d._source = c._source AND d._item_id = c._item_id AND d._revision = c._revision
                WHERE c.belongs AND d.published >= CAST($1 AS DATE) AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release'
                GROUP BY ALL)
            GROUP BY ALL
            """,
            Days.Iso(from), Days.Iso(to)).ConfigureAwait(false);
        return table.Rows.ToDictionary(
            row => (row.Text("focus_area"), row.Text("month")), row => Convert.ToDouble(row["items"], CultureInfo.InvariantCulture));
    }

    private static Evidence Counted(double value, string record, string formula) =>
        new() { Value = value, View = "classifications", Source = "*", Record = record, Formula = formula };
}
