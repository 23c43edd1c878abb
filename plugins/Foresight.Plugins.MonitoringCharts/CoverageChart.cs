using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Where the focus areas are watched and where not: stories by source, language, country or month, and why there are none where there are none.</summary>
internal sealed class CoverageChart(CoverageOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var sources = context.Sources.Where(source => options.Sources.Count == 0 || options.Sources.Contains(source.Id)).ToArray();
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var coverage = await WatchCoverage.ReadAsync(context.Tables, context.Policy, sources, today, options.Months).ConfigureAwait(false);
        var rows = await coverage.MapAsync(options.By).ConfigureAwait(false);
        if (rows.All(row => row.State != CoverageState.Heard))
        {
            return ChartOutcome.Nothing(sv
                ? $"Ingen källa har gett någon text under {Phrases.LastMonths(options.Months, language)}; det säger inget om vad som har hänt."
                : $"No source has given any text during {Phrases.LastMonths(options.Months, language)}; that tells nothing of what has happened.");
        }

        var areas = context.Policy.FocusAreas;
        var period = $"{Days.Iso(coverage.Months[0].Start)}..{Days.Iso(coverage.Last)}";
        var unjudged = rows.Sum(row => row.Reports - row.Judged);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.HeatMap,
            Title = CoverageTitle.Of(options.By, rows, context.Policy, coverage, language),
            Subtitle = (sv ? $"Antal nyheter per fokusområde och {Axis(language)}, " : $"Number of stories per focus area and {Axis(language)}, ")
                + $"{Wording.Of(coverage.Months[0], language)}–{Wording.Of(coverage.Months[^1], language)}",
            Unit = sv ? "antal nyheter" : "number of stories",
            Series = [.. areas.Select((area, i) => new ChartSeries
            {
                Name = area.ShortName.In(language),
                FocusArea = area.Id,
                Points = [.. rows.Select(row => PointOf(row, row.Cells[i], language))],
            })],
            SourceLine = sv
                ? "Egen bearbetning av de bevakade källornas dokument och läsningar; fokusområde enligt klassificeringsmodellen."
                : "Own calculations from the documents and loads of the watched sources; focus area by the classification model.",
            Notes =
            [
                sv
                    ? "Inte bevakat betyder att ingen har tittat där: det säger inget om vad som har hänt. Antalen är som modellen sorterat, inte rättade för dess fel; en nyhet räknas i varje ruta som den når."
                    : "Not watched means that nobody looked there: it tells nothing of what happened. Numbers are as the model sorted them, not corrected for its errors; a story counts in every cell that it reaches.",
                .. unjudged > 0 && options.By != CoverageAxis.Region
                    ? [sv
                        ? $"{Wording.Number(unjudged, language)} av {Wording.Number(rows.Sum(row => row.Reports), language)} rapporter är inte klassificerade och syns inte."
                        : $"{Wording.Number(unjudged, language)} of {Wording.Number(rows.Sum(row => row.Reports), language)} reports are not classified and do not show."]
                    : Array.Empty<string>(),
            ],
            Evidence =
            [
                .. rows.SelectMany(row => row.Cells.Select(cell => Counted(
                    cell.State is CoverageState.Heard or CoverageState.NothingCame ? cell.Stories : null, row, $"focus_area={cell.FocusArea} ", period,
                    $"count of stories (story_id of document_stories) with a document that belongs; {cell.Reports} documents; {cell.State}"))),
                .. rows.Select(row => Counted(row.Reports, row, "", period, $"count of documents, of which {row.Judged} are classified; {row.State}")),
                .. CoverageTitle.Figures(options.By, rows, context.Policy).Select(figure => new Evidence
                {
                    Value = figure.Value, View = "classifications", Source = "*", Record = "published=" + period, Formula = figure.Formula,
                }),
            ],
        });
    }

    private static ChartPoint PointOf(CoverageRow row, CoverageCell cell, string language) => new()
    {
        Label = row.Name.In(language),
        Value = cell.State is CoverageState.Heard or CoverageState.NothingCame ? cell.Stories : null,
        Mark = cell.State switch
        {
            CoverageState.NotWatched => PointMark.NotWatched,
            CoverageState.Silent or CoverageState.Failed => PointMark.Silent,
            _ => PointMark.None,
        },
    };

    private string Axis(string language) => (Phrases.IsSwedish(language), options.By) switch
    {
        (true, CoverageAxis.Source) => "källa",
        (true, CoverageAxis.Language) => "språk",
        (true, CoverageAxis.Region) => "land som texten nämner",
        (true, _) => "månad",
        (false, CoverageAxis.Source) => "source",
        (false, CoverageAxis.Language) => "language",
        (false, CoverageAxis.Region) => "country that the text names",
        (false, _) => "month",
    };

    private Evidence Counted(double? value, CoverageRow row, string area, string period, string formula) => new()
    {
        Value = value,
        View = "classifications",
        Source = options.By == CoverageAxis.Source ? row.Key : "*",
        Record = area + (options.By == CoverageAxis.Source ? "" : $"{options.By.ToString().ToLowerInvariant()}={row.Key} ") + "published=" + period,
        Formula = formula,
    };
}
