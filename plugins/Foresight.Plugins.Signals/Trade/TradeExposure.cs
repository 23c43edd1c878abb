using Foresight.Exposure;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>
/// How exposed we are to trade in the goods that the policy watches: level and change, concentration and drift of partners, contributions to growth, from
/// monthly figures; what a yearly summary allows; and silences for all the rest. Every figure is the country's, and every finding says what it weighs here.
/// </summary>
internal sealed class TradeExposure(TradeExposureOptions options) : IAnalysis
{
    // Below the first finding of each focus area, since the figures are not our own; what has jobs here stands above the rest.
    private const double Least = 0.25;
    private const double ForGrowth = 0.15;
    private const double ForLocalJobs = 0.08;
    private const double LargeGrowth = 0.3;

    public async Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken)
    {
        if (context.Policy.ProductWatch is not { } watch)
        {
            return new AnalysisOutcome([])
            {
                Silences =
                [
                    new Silence("trade/watch", null, new LocalText(
                        "Policyn anger inga varor att bevaka (productWatch), så handeln har inte granskats.",
                        "The policy names no goods to watch (productWatch), so trade was not looked at.")),
                ],
            };
        }

        var reading = await ExposureReading.OpenAsync(context.Tables, context.Policy, watch).ConfigureAwait(false);
        await reading.ReadProductsAsync(cancellationToken).ConfigureAwait(false);
        var names = new PartnerNames(context.Policy);
        List<Signal> signals = [.. reading.Products.SelectMany(trade => SignalsOf(trade, reading, names, context.Policy))];
        if (reading.Summary is { } summary)
        {
            signals.AddRange(SummarySignals.Of(summary, reading, names, context.Policy, watch));
        }

        return new AnalysisOutcome([.. signals.OrderByDescending(signal => signal.Weight).ThenBy(signal => signal.Id, StringComparer.Ordinal)])
        {
            Silences = [.. TradeSilences.Of(reading, watch, context)],
        };
    }

    private IEnumerable<Signal> SignalsOf(ProductTrade trade, ExposureReading reading, PartnerNames names, Policy policy)
    {
        var sentences = new ProductSentences(trade, reading.Country, names, options);
        IReadOnlyList<Evidence> local = reading.Local?.Evidence ?? [];
        var level = new Signal
        {
            Id = "trade/" + trade.Product.Id,
            Kind = "trade",
            FocusArea = trade.Product.FocusAreas.Count == 0 ? null : trade.Product.FocusAreas[0],
            Headline = new LocalText(sentences.Level("sv"), sentences.Level("en")),
            Caveat = new LocalText(Caveat("sv"), Caveat("en")),
            Weight = Weight(trade),
            Chart = options.Charts.GetValueOrDefault(trade.Product.Id),
            Evidence = [.. ProductEvidence.Of(trade, sentences), .. local],
            Steep = Steep.Economic,
            // The jobs beside it tell something else: they do not confirm it.
            Publishers = 1,
            Horizon = Horizon.UpToTwoYears,
            Impact = ProposedImpact.OfJobs(trade.Growth is { } growth ? Math.Abs(growth) * JobsOf(trade.Product) : null),
            Figures = ProductEvidence.Figures(trade, reading.Local),
            Method = "exposure",
        };
        yield return level;
        if (sentences.Partners("sv") is { } partners)
        {
            yield return level with
            {
                Id = level.Id + "/partners",
                Headline = new LocalText(partners, sentences.Partners("en")!),
                Caveat = new LocalText(LocalSentences.Of(reading.Country, reading.Local, policy, "sv"), LocalSentences.Of(reading.Country, reading.Local, policy, "en")),
                Weight = Math.Round(level.Weight - 0.02, 4),
                Evidence = [.. ProductEvidence.OfPartners(trade), .. local],
                Horizon = Horizon.TwoToFiveYears,
                Impact = ProposedImpact.OfJobs(trade.Partners is [var largest, ..] ? trade.Now.ShareOf(largest.Key) * JobsOf(trade.Product) : null),
                Related = [level.Id],
            };
        }

        string Caveat(string language) => string.Join(' ',
        [
            .. sentences.Details(language), LocalSentences.Of(reading.Country, reading.Local, policy, language),
            .. trade.Product.Note is { } note ? [note.In(language)] : Array.Empty<string>(),
        ]);
    }

    // Of those who make it here, the part whose work goes abroad; all of them where that share is not known.
    private static double? JobsOf(WatchedProduct product) => product.LocalJobs * (product.Flow == TradeFlow.Export ? product.ExportedShare ?? 1 : 1);

    private static double Weight(ProductTrade trade) =>
        Math.Round(Least + (ForGrowth * Math.Min(1, Math.Abs(trade.Growth ?? 0) / LargeGrowth)) + (trade.Product.LocalJobs is > 0 ? ForLocalJobs : 0), 4);
}
