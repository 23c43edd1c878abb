using System.Globalization;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>
/// Several indicators as distance to their peers. Their units differ, so a distance is told in spreads of the group (half of
/// what lies between its lowest and highest value), better to the right; the values themselves are printed.
/// </summary>
internal sealed class PeerDistance(PeerDistanceOptions options) : IChart
{
    // Beyond this the exact place tells no more, and one outlier would squeeze all others together.
    private const double Farthest = 3;

    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        List<Row> rows = [];
        List<string> left = [];
        foreach (var id in options.Indicators)
        {
            var indicator = PolicyIndicators.Find(context.Policy, id);
            var figures = await IndicatorFigures.ReadAsync(context.Tables, context.Policy, indicator, options.PeerGroup).ConfigureAwait(false);
            if (Row.Of(indicator, figures) is { } row)
            {
                rows.Add(row);
            }
            else
            {
                left.Add(indicator.Name.In(language));
            }
        }

        if (rows.Count == 0)
        {
            return ChartOutcome.Nothing(sv
                ? "Inget av måtten har både en egen uppgift, tillräckligt många jämförbara kommuner och en riktning som är bättre."
                : "None of the measures has a figure of ours, enough comparable municipalities and a direction that is better.");
        }

        var sources = rows.Select(row => row.Indicator.Source).Distinct(StringComparer.Ordinal).ToArray();
        var fetched = await Phrases.FetchedAsync(context.Tables, sources).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Dumbbell,
            Title = TitleOf(rows, context),
            Subtitle = sv
                ? $"Avstånd till medianen i jämförbara kommuner, mätt i gruppens spridning; till höger är bättre, skillnader inom måttets vanliga variation räknas som lika; senaste år ({Years(rows)})"
                : $"Distance to the median of comparable municipalities, measured in the group's spread; right is better, differences within a measure's usual variation count as equal; newest year ({Years(rows)})",
            Unit = "",
            Decimals = 2,
            ReferenceValue = 0,
            ReferenceLabel = sv ? "‹ sämre   bättre ›" : "‹ worse   better ›",
            Series =
            [
                new ChartSeries
                {
                    Name = context.Policy.Home.Name.In(language),
                    Emphasis = Emphasis.Us,
                    Points = [.. rows.Select(row => row.PointOf(row.Shown, row.Ours.Value!.Value, language, row.RankNote(language)))],
                },
                new ChartSeries
                {
                    Name = sv ? "Median i jämförbara kommuner" : "Median of comparable municipalities",
                    Emphasis = Emphasis.Reference,
                    Points = [.. rows.Select(row => row.PointOf(0, row.Median.Value, language, null))],
                },
            ],
            SourceLine = Phrases.OwnWork(Phrases.Producers([.. rows.Select(row => row.Indicator)], language), fetched, language),
            Notes = [.. NotesOf(rows, left, language)],
            Evidence = [.. rows.SelectMany(row => row.EvidenceOf())],
        });
    }

    private static string Years(List<Row> rows)
    {
        var years = rows.Select(row => row.Ours.Period.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return years.Length == 1 ? years[0] : $"{years[0]}–{years[^1]}";
    }

    private static string TitleOf(List<Row> rows, ChartContext context)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var home = context.Policy.Home.Name.In(language);
        var better = rows.Count(row => row.Standing == Standing.Better);
        var worse = rows.Count(row => row.Standing == Standing.Worse);
        var (goods, bads) = (Phrases.Count(better, language), Phrases.Count(worse, language));
        return sv
            ? $"{home} ligger bättre till än jämförbara kommuner i {(better == 0 ? "inget" : better == 1 ? "ett" : goods)} och sämre i {(worse == 0 ? "inget" : worse == 1 ? "ett" : bads)} av {MeasuresOf(rows.Count, language)}"
            : $"{home} is better than its peers in {goods} and worse in {bads} of {(rows.Count == 1 ? "one measure" : $"{Phrases.Count(rows.Count, language)} measures")}";
    }

    private static string MeasuresOf(int count, string language) => count == 1 ? "ett mått" : $"{Phrases.Count(count, language)} mått";

    /// <summary>At most two. What must be known of each measure stands in the table beside its value.</summary>
    private static IEnumerable<string> NotesOf(List<Row> rows, List<string> left, string language)
    {
        var sv = Phrases.IsSwedish(language);
        yield return (sv ? "Jämförelsegrupper: " : "Peer groups: ")
            + string.Join("; ", rows.Select(row => $"{row.Figures.Group!.Name.In(language)} ({row.Figures.Group.Year})").Distinct(StringComparer.Ordinal)) + ".";
        if (left.Count > 0)
        {
            yield return (sv ? "Kan inte jämföras: " : "Cannot be compared: ") + string.Join(", ", left) + ".";
        }
        else if (rows.Any(row => Math.Abs(row.Distance) > Farthest))
        {
            yield return sv
                ? $"Avstånd större än {Wording.Number(Farthest, language)} spridningar är ritade vid kanten."
                : $"Distances beyond {Wording.Number(Farthest, language)} spreads are drawn at the edge.";
        }
        else if (rows.Any(row => Phrases.Stale(row.Indicator, row.Ours.Period, language) is not null))
        {
            yield return sv ? "Källan har nyare uppgifter." : "The source has newer data.";
        }
    }

    private sealed record Row(Indicator Indicator, IndicatorFigures Figures, Figure Ours, PeerMedian Median, double Distance)
    {
        public double Shown => Math.Clamp(Distance, -Farthest, Farthest);

        public Standing Standing => Judgement.Compare(Indicator, Ours.Value!.Value, Median.Value);

        /// <summary>The newest year in which we and enough peers have a figure; null where a verdict is not allowed.</summary>
        public static Row? Of(Indicator indicator, IndicatorFigures figures)
        {
            var ours = figures.Present(figures.Home).LastOrDefault(figure => figures.MedianAt(figure.Period) is not null);
            if (ours is null || indicator.Good == Direction.None || (indicator.Good == Direction.Target && indicator.Target is null))
            {
                return null;
            }

            var median = figures.MedianAt(ours.Period)!;
            var gains = median.Figures.Select(figure => Goodness(indicator, figure.Value!.Value)).ToArray();
            var spread = (gains.Max() - gains.Min()) / 2;
            return spread == 0 ? null : new Row(
                indicator, figures, ours, median, (Goodness(indicator, ours.Value!.Value) - Goodness(indicator, median.Value)) / spread);
        }

        public ChartPoint PointOf(double place, double value, string language, string? note) => new()
        {
            // The row holds for us and our peers.
            Label = Phrases.Capitalised(Indicator.Name.In(language))
                .Replace($" {(Phrases.IsSwedish(language) ? "i" : "in")} {Figures.Home.Name.In(language)}", "", StringComparison.Ordinal),
            Value = place,
            Display = Shortened(value, language),
            Note = note,
        };

        public string RankNote(string language)
        {
            var better = Median.Figures.Count(figure => Goodness(Indicator, figure.Value!.Value) > Goodness(Indicator, Ours.Value!.Value));
            var rank = Phrases.IsSwedish(language)
                ? $"{Indicator.Unit.Sv}, {Ours.Period.Text}; plats {better + 1} av {Median.Figures.Count + 1}"
                : $"{Indicator.Unit.En}, {Ours.Period.Text}; rank {better + 1} of {Median.Figures.Count + 1}";
            return Indicator.Note is { } note ? $"{rank}. {note.In(language)}" : rank;
        }

        public IEnumerable<Evidence> EvidenceOf() =>
        [
            Figures.EvidenceOf(Ours), Figures.EvidenceOf(Median),
            Figures.EvidenceOf(Median) with
            {
                Value = Distance,
                Formula = string.Create(CultureInfo.InvariantCulture, $"(ours {Ours.Value} - median {Median.Value}) / half the range of {Median.Figures.Count} peers, turned so that more is better"),
            },
        ];

        private static double Goodness(Indicator indicator, double value) => indicator.Good switch
        {
            Direction.Up => value,
            Direction.Down => -value,
            _ => -Math.Abs(value - indicator.Target!.Value),
        };

        // Beside a dot there is room for a number and a short unit only; the table's note has the whole.
        private string Shortened(double value, string language) =>
            Indicator.Unit.In(language).Length <= 3 ? Phrases.WithUnit(value, Indicator, language) : Wording.Number(value, language, Indicator.Decimals);
    }
}
