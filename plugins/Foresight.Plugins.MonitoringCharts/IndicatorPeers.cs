using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>An indicator over time: our own line, the median of its peer group, and the country where it has figures.</summary>
internal sealed class IndicatorPeers(IndicatorPeersOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var indicator = PolicyIndicators.Find(context.Policy, options.Indicator);
        var figures = await IndicatorFigures.ReadAsync(context.Tables, context.Policy, indicator).ConfigureAwait(false);
        var ours = figures.Present(figures.Home);
        if (ours.Count == 0)
        {
            return ChartOutcome.Nothing(sv
                ? $"Det finns inga uppgifter om {indicator.Name.Sv} ({indicator.Id}) för {figures.Home.Name.Sv}."
                : $"There are no data on {indicator.Name.En} ({indicator.Id}) for {figures.Home.Name.En}.");
        }

        var periods = Axis(figures, indicator);
        var medians = periods.Select(figures.MedianAt).ToArray();
        List<Evidence> evidence = [.. ours.Select(figures.EvidenceOf), .. medians.OfType<PeerMedian>().Select(figures.EvidenceOf)];
        List<ChartSeries> series =
        [
            new()
            {
                Name = figures.Home.Name.In(language),
                Emphasis = Emphasis.Us,
                Points = [.. periods.Select(period => PointOf(figures.Of(figures.Home).FirstOrDefault(figure => figure.Period == period), period, indicator))],
            },
        ];
        if (medians.Any(median => median is not null))
        {
            series.Add(new ChartSeries
            {
                Name = PeerWording.Median(figures, language),
                Emphasis = Emphasis.Reference,
                Points = [.. periods.Select((period, i) => MedianPoint(period, medians[i]))],
            });
        }

        if (figures.Whole is { } whole)
        {
            evidence.AddRange(figures.Present(whole).Where(figure => periods.Contains(figure.Period)).Select(figures.EvidenceOf));
            series.Add(new ChartSeries
            {
                Name = whole.Name.In(language),
                Points = [.. periods.Select(period => PointOf(figures.Of(whole).FirstOrDefault(figure => figure.Period == period), period, indicator))],
            });
        }

        var fetched = await Phrases.FetchedAsync(context.Tables, indicator.Source).ConfigureAwait(false);
        var from = $"{Phrases.Producers([indicator], language)} ({indicator.Id})";
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Line,
            Title = IndicatorSentences.Title(figures, indicator, language),
            Subtitle = SubtitleOf(figures, indicator, periods, language),
            Unit = indicator.Unit.In(language),
            Decimals = indicator.Decimals,
            Series = series,
            SourceLine = medians.Any(median => median is not null)
                ? Phrases.OwnWork(from, fetched, language) : Phrases.Untouched(from, fetched, language),
            Notes = [.. NotesOf(figures, indicator, language)],
            FocusArea = indicator.FocusAreas.Count == 1 ? indicator.FocusAreas[0] : null,
            ReferenceValue = indicator.Good == Direction.Target ? indicator.Target : null,
            ReferenceLabel = indicator is { Good: Direction.Target, Target: { } target }
                ? (sv ? "riktvärde " : "benchmark ") + Wording.Number(target, language, target % 1 == 0 ? 0 : indicator.Decimals) : null,
            Evidence = evidence,
        });
    }

    /// <summary>From our first figure to the newest, every year between unless the indicator is measured in certain years only.</summary>
    private static Period[] Axis(IndicatorFigures figures, Indicator indicator)
    {
        var ours = figures.Present(figures.Home).Select(figure => figure.Period).ToArray();
        if (indicator.Kinds.HasFlag(SeriesKinds.Step) || ours[0].Frequency != Frequency.Annual)
        {
            return ours;
        }

        return [.. Enumerable.Range(ours[0].Start.Year, ours[^1].Start.Year - ours[0].Start.Year + 1).Select(Period.Year)];
    }

    private static ChartPoint PointOf(Figure? figure, Period period, Indicator indicator) => new()
    {
        Label = period.Text,
        Period = period,
        Value = figure?.Value,
        Mark = figure is { IsBreak: true } || indicator.Breaks.Contains(period.Start.Year) ? PointMark.Break
            : figure is { IsProvisional: true } ? PointMark.Provisional : PointMark.None,
    };

    private static ChartPoint MedianPoint(Period period, PeerMedian? median) => new()
    {
        Label = period.Text,
        Period = period,
        Value = median?.Value,
        Note = median is null ? null : string.Create(CultureInfo.InvariantCulture, $"n = {median.Figures.Count}"),
    };

    private static string SubtitleOf(IndicatorFigures figures, Indicator indicator, Period[] periods, string language)
    {
        var unit = IndicatorWording.TellsUnit(indicator, language) ? "" : ", " + indicator.Unit.In(language);
        var measure = $"{IndicatorWording.Subject(indicator, figures.Home, language)}{unit}, {periods[0].Text}–{periods[^1].Text}";
        return figures.Group is not { } group ? measure
            : Phrases.IsSwedish(language) ? $"{measure}. Jämförelsegrupp: {group.Name.Sv} ({group.Year})" : $"{measure}. Peer group: {group.Name.En} ({group.Year})";
    }

    /// <summary>At most two: what matters most for reading it, and that the source has newer data. How many peers a median covers stands at its points.</summary>
    private static IEnumerable<string> NotesOf(IndicatorFigures figures, Indicator indicator, string language)
    {
        var newest = figures.Present(figures.Home)[^1];
        return new[] { Texts().FirstOrDefault(), Phrases.Stale(indicator, newest.Period, language) }.OfType<string>();

        IEnumerable<string> Texts()
        {
            if (indicator.Note is { } note)
            {
                yield return note.In(language);
            }

            if (indicator.Breaks.Where(year => year <= newest.Period.Start.Year).ToArray() is { Length: > 0 } breaks)
            {
                var years = string.Join(", ", breaks.Select(year => year.ToString(CultureInfo.InvariantCulture)));
                yield return Phrases.IsSwedish(language)
                    ? $"Tidsseriebrott {years}: värdena före och efter kan inte jämföras."
                    : $"Break in series {years}: values before and after cannot be compared.";
            }

            foreach (var kind in Phrases.KindNotes(indicator, newest.Value, language))
            {
                yield return kind;
            }
        }
    }
}
