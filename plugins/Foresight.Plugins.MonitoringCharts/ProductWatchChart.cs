using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>A watched product's trade month by month over two years, all partners together; by partners' figures where the country's own are confidential.</summary>
internal sealed class ProductWatchChart(ProductWatchOptions options) : IChart
{
    private const double Million = 1e6;

    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        if (context.Policy.ProductWatch is not { } watch || watch.Products.FirstOrDefault(one => one.Id == options.Product) is not { } product)
        {
            return ChartOutcome.Nothing(sv ? $"Policyn bevakar ingen vara '{options.Product}'." : $"The policy watches no product '{options.Product}'.");
        }

        var reading = await ExposureReading.OpenAsync(context.Tables, context.Policy, watch).ConfigureAwait(false);
        if (await reading.ReadAsync(product).ConfigureAwait(false) is not { } trade)
        {
            return ChartOutcome.Nothing(new TradeChartWords(product, language).NoYears(reading, context));
        }

        var (country, name) = (reading.Country.Name.In(language), product.Name.In(language));
        var words = new TradeChartWords(product, language);
        var period = $"{Wording.Month(trade.Window.First.Year, trade.Window.First.Month, language)}–{Wording.Month(trade.Window.Last.Year, trade.Window.Last.Month, language)}";
        var fetched = await Phrases.FetchedAsync(context.Tables, trade.Source).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Line,
            Title = $"{Phrases.Capitalised(words.Subject)} {words.InAYear(trade.Growth)}",
            Subtitle = sv ? $"{country}, miljoner euro per månad i löpande priser, {period}" : $"{country}, millions of euros a month at current prices, {period}",
            Unit = sv ? "miljoner euro" : "millions of euros",
            Decimals = 1,
            FocusArea = product.FocusAreas.Count == 0 ? null : product.FocusAreas[0],
            Series =
            [
                new ChartSeries
                {
                    Name = Phrases.Capitalised(name),
                    Emphasis = Emphasis.Us,
                    Points = [.. trade.Months.Select(month => new ChartPoint
                    {
                        Label = TradeWindow.Text(month.Month),
                        Period = Period.Month(month.Month.Year, month.Month.Month),
                        Value = month.Value / Million,
                        Note = month.IsTold ? null : sv ? "ingen uppgift i källan, räknat som ingen handel" : "nothing in the source, taken as no trade",
                    })],
                },
            ],
            SourceLine = Phrases.OwnWork("Eurostat (Comext)", fetched, language),
            Notes = [.. words.Notes(trade, new PartnerNames(context.Policy))],
            Evidence =
            [
                .. trade.Months.Select(month => trade.EvidenceOf(month.Value / Million, "*", TradeWindow.Text(month.Month), "sum over partners / 10^6")),
                trade.EvidenceOf(trade.Growth, "*", trade.Window.Before + " and " + trade.Window.Now, "(last 12 months - 12 months before) / 12 months before"),
            ],
        });
    }
}
