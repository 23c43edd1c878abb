using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>What is due in the coming months: planned decisions, releases of statistics, deadlines.</summary>
internal sealed class UpcomingDates(UpcomingDatesOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var today = DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime);
        var documents = await DueDocument.ReadAsync(context.Tables, options.Sources, today, options.Days).ConfigureAwait(false);
        if (documents.Count == 0)
        {
            return ChartOutcome.Nothing(sv
                ? $"Inget i källorna har en dag inom {options.Days} dagar från {Wording.Day(today, language)}."
                : $"Nothing in the sources is due within {options.Days} days of {Wording.Day(today, language)}.");
        }

        var bySource = documents.GroupBy(document => document.Source, StringComparer.Ordinal).ToArray();
        var names = bySource.Select(DueDocument.NameOf).ToArray();
        var until = today.AddDays(options.Days);
        var first = documents[0];
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Timeline,
            // Days, not documents: several can fall on one.
            Title = (sv, documents.Select(document => document.Due).Distinct().Count()) switch
            {
                (true, 1) => $"En dag att bevaka: {Wording.Day(first.Due, language)}",
                (true, var count) => $"{Phrases.Capitalised(Phrases.Count(count, language))} datum att bevaka, det första {Wording.Day(first.Due, language)}",
                (false, 1) => $"One date to watch: {Wording.Day(first.Due, language)}",
                (false, var count) => $"{Phrases.Capitalised(Phrases.Count(count, language))} dates to watch, the first on {Wording.Day(first.Due, language)}",
            },
            Subtitle = sv
                ? $"Planerade beslut, publiceringar och sista dagar, {Wording.Day(today, language)}–{Wording.Day(until, language)}"
                : $"Planned decisions, releases and deadlines, {Wording.Day(today, language)}–{Wording.Day(until, language)}",
            Unit = "",
            Series = [.. bySource.Select((group, i) => new ChartSeries
            {
                Name = names[i],
                Emphasis = i switch { 0 => Emphasis.Us, 1 => Emphasis.Reference, _ => Emphasis.Context },
                Points = [.. group.Select(document => new ChartPoint { Label = document.ShortTitle(context.Policy, language), Date = document.Due })],
            })],
            SourceLine = (sv ? "Källa: " : "Source: ") + string.Join(", ", names) + ".",
            Evidence =
            [
                .. documents.Select(document => document.Evidence),
                new Evidence
                {
                    Value = documents.Select(document => document.Due).Distinct().Count(),
                    View = "documents",
                    Source = string.Join(", ", bySource.Select(group => group.Key)),
                    Record = $"due={Days.Iso(today)}..{Days.Iso(until)}",
                    Formula = "count of distinct days",
                },
            ],
        });
    }
}
