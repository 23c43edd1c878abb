using Foresight.Exposure;
using Foresight.Methods.Trade;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>
/// How much of the trade lies with its largest one, three and five partners, or groups of goods, over time. The index of concentration stands in the table,
/// beside the name of the largest.
/// </summary>
internal sealed class TradeConcentrationChart(TradeConcentrationOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        if (context.Policy.ProductWatch is not { } watch || TradeChartWords.Watched(watch, options.Product, options.Flow) is not { } product)
        {
            return ChartOutcome.Nothing(TradeChartWords.NotWatched(options.Product, language));
        }

        var reading = await ExposureReading.OpenAsync(context.Tables, context.Policy, watch).ConfigureAwait(false);
        if (options.By == TradeParts.Product)
        {
            return options.Product is not null || options.Flow == TradeFlow.Import
                ? ChartOutcome.Nothing(sv
                    ? "Andelar per varugrupp räknas bara av hela varuexporten."
                    : "Shares by group of goods are reckoned for all exports of goods only.")
                : reading.Summary is { } summary && GroupsOfGoods.Of(summary, reading.Country, language) is { } groups
                ? await DrawAsync(groups, context).ConfigureAwait(false)
                : ChartOutcome.Nothing(sv
                    ? "Det finns ingen årssammanställning i lagret vars varugrupper utgör hela varuexporten."
                    : "The store holds no yearly summary whose groups of goods make up all exports of goods.");
        }

        var words = new TradeChartWords(product, language);
        if (await reading.ReadAsync(product).ConfigureAwait(false) is not { } trade)
        {
            return ChartOutcome.Nothing(words.NoYears(reading, context));
        }

        return PartnersOfTrade.Of(trade, reading.Country, new PartnerNames(context.Policy), words, language) is { } partners
            ? await DrawAsync(partners, context).ConfigureAwait(false)
            : ChartOutcome.Nothing((trade.IsWhole, sv) switch
            {
                (false, true) => $"Hur {words.Subject} fördelas på länder kan inte sägas: summan över alla länder är inte känd.",
                (false, false) => $"How {words.Subject} are spread over countries cannot be told: the total over all partners is not known.",
                (_, true) => $"Hur {words.Subject} fördelas på länder kan inte sägas: för stor del av handeln har inget känt land.",
                _ => $"How {words.Subject} are spread over countries cannot be told: too much of the trade has no known partner.",
            });
    }

    private static async Task<ChartOutcome> DrawAsync(ConcentrationLines lines, ChartContext context)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var fetched = await Phrases.FetchedAsync(context.Tables, lines.Source).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Line,
            Title = lines.Title,
            Subtitle = lines.Subtitle,
            Unit = sv ? "procent" : "per cent",
            Decimals = 1,
            FocusArea = lines.FocusArea,
            Series =
            [
                Line(3, sv ? "De tre största" : "The three largest", Emphasis.Us),
                Line(1, sv ? "Den största" : "The largest", Emphasis.Reference),
                Line(5, sv ? "De fem största" : "The five largest", Emphasis.Context),
            ],
            SourceLine = Phrases.OwnWork(lines.Producer, fetched, language),
            Notes = lines.Notes,
            Evidence = [.. lines.Points.Where(point => point.Concentration is not null).SelectMany(EvidenceOf), .. lines.Evidence],
        });

        ChartSeries Line(int largest, string name, Emphasis emphasis) => new()
        {
            Name = name,
            Emphasis = emphasis,
            Points = [.. lines.Points.Select(point => new ChartPoint
            {
                Label = point.Period.Text,
                Period = point.Period,
                Value = 100 * point.Concentration?.TopShare(largest),
                Note = largest == 1 && point.Concentration is { } known ? $"{point.Largest}, HHI {Index(known, language)}" : null,
            })],
        };

        static IEnumerable<Evidence> EvidenceOf(ConcentrationPoint point) =>
        [
            .. new[] { 1, 3, 5 }.Select(largest => point.Evidence(100 * point.Concentration!.TopShare(largest), $"100 × sum of the {largest} largest parts / total")),
            point.Evidence(point.Concentration!.Low, "sum over the parts of (part / total)²; what has no known part lies with many"),
            point.Evidence(point.Concentration.High, "the same; what has no known part lies with one"),
        ];
    }

    private static string Index(Concentration concentration, string language)
    {
        var (low, high) = (Wording.Number(concentration.Low, language, 3), Wording.Number(concentration.High, language, 3));
        return low == high ? low : $"{low}–{high}";
    }
}
