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
            return ChartOutcome.Nothing(sv
                ? $"Det finns inga två års månadssiffror för handeln med {product.Name.Sv}, eller så är de sekretessbelagda."
                : $"There are no two years of monthly figures for the trade in {product.Name.En}, or they are confidential.");
        }

        var (country, name, export) = (reading.Country.Name.In(language), product.Name.In(language), product.Flow == TradeFlow.Export);
        var names = new PartnerNames(context.Policy);
        var mirrors = string.Join(", ", trade.Mirrors.Select(partner => names.In(partner, language)));
        var change = trade.Growth is not { } growth || Wording.Number(100 * growth, language) is "0" ? (sv ? "är oförändrad på ett år" : "are unchanged on a year")
            : growth > 0 ? (sv ? $"ökade med {Wording.Percent(growth, language)} på ett år" : $"rose by {Wording.Percent(growth, language)} in a year")
            : (sv ? $"minskade med {Wording.Percent(-growth, language)} på ett år" : $"fell by {Wording.Percent(-growth, language)} in a year");
        var direction = (export, sv) switch { (true, true) => "Exporten", (true, false) => "Exports", (false, true) => "Importen", _ => "Imports" };
        var period = $"{Wording.Month(trade.Window.First.Year, trade.Window.First.Month, language)}–{Wording.Month(trade.Window.Last.Year, trade.Window.Last.Month, language)}";
        var fetched = await Phrases.FetchedAsync(context.Tables, trade.Source).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Line,
            Title = $"{direction} {(sv ? "av" : "of")} {name} {change}",
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
                    })],
                },
            ],
            SourceLine = Phrases.OwnWork("Eurostat (Comext)", fetched, language),
            Notes =
            [
                sv ? "Gäller hela landet: kommuner har ingen handelsstatistik." : "For the whole country: municipalities have no trade statistics.",
                .. trade.Mirror is null ? Array.Empty<string>()
                    : [sv ? $"Landets egna siffror saknas eller är sekretessbelagda: summan av vad {mirrors} uppger." : $"The country's own figures are missing or confidential: the sum of what {mirrors} report."],
                .. trade.Mirror is null && !trade.IsWhole ? [sv ? "Bara de länder som har hämtats." : "Only the countries that were fetched."] : Array.Empty<string>(),
            ],
            Evidence =
            [
                .. trade.Months.Select(month => EvidenceOf(trade, month.Value / Million, TradeWindow.Text(month.Month), "sum over partners / 10^6")),
                EvidenceOf(trade, trade.Growth, trade.Window.Before + " and " + trade.Window.Now, "(last 12 months - 12 months before) / 12 months before"),
            ],
        });
    }

    private static Evidence EvidenceOf(ProductTrade trade, double? value, string period, string formula) => new()
    {
        Value = value,
        View = "observations",
        Source = trade.Source,
        Record = $"dataset={trade.Dataset} ref_area={(trade.Mirror is null ? trade.Reporter : string.Join('|', trade.Mirrors))} counterpart_area={(trade.Mirror is null ? "*" : "us")} product={string.Join('+', trade.Product.Codes)} unit=EUR period={period}",
        LoadId = trade.LoadId,
        Answer = trade.Answer,
        Formula = formula,
    };
}
