using Foresight.Exposure;
using Foresight.Methods.Trade;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>
/// What each partner adds to the growth of the trade in a product (or in all goods) over a year, or what each watched product adds to that of all goods. The
/// bars add up to the growth; what has no known partner, and the goods that nobody watches, have a bar of their own.
/// </summary>
internal sealed class TradeContributionsChart(TradeContributionsOptions options) : IChart
{
    public async Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        if (context.Policy.ProductWatch is not { } watch || TradeChartWords.Watched(watch, options.Product, options.Flow) is not { } product)
        {
            return ChartOutcome.Nothing(TradeChartWords.NotWatched(options.Product, language));
        }

        var (reading, words) = (await ExposureReading.OpenAsync(context.Tables, context.Policy, watch).ConfigureAwait(false), new TradeChartWords(product, language));
        if (options.By == TradeParts.Product)
        {
            if (options.Product is not null)
            {
                return ChartOutcome.Nothing(sv
                    ? $"Bidrag per vara räknas bara av all varuhandel, inte av '{options.Product}'."
                    : $"Contributions by product are reckoned for all goods only, not for '{options.Product}'.");
            }

            return await reading.GoodsGrowthAsync(options.Flow).ConfigureAwait(false) is { } goods
                ? await DrawAsync(goods.All, goods.Contributions, OfGoods(goods), words, reading, context).ConfigureAwait(false)
                : ChartOutcome.Nothing(sv
                    ? $"Det finns inga två års månadssiffror för {words.Subject} i sin helhet med bevakade varor bredvid."
                    : $"There are no two years of monthly figures for all {words.Subject} with watched goods beside them.");
        }

        if (await reading.ReadAsync(product).ConfigureAwait(false) is not { } trade)
        {
            return ChartOutcome.Nothing(words.NoYears(reading, context));
        }

        return trade.Contributions is { } contributions
            ? await DrawAsync(trade, contributions, OfPartners(trade, contributions, new PartnerNames(context.Policy), words, language), words, reading, context).ConfigureAwait(false)
            : ChartOutcome.Nothing(sv
                ? $"Ett år tidigare fanns ingen handel att jämföra {words.Subject} med."
                : $"A year before there was no trade to compare {words.Subject} with.");

        Wanted OfGoods(GoodsGrowth goods)
        {
            var names = goods.Goods.ToDictionary(trade => trade.Product.Id, trade => trade.Product.Name.In(language), StringComparer.Ordinal);
            var growth = goods.Contributions.Growth;
            var first = words.IsUnchanged(growth) ? null
                : goods.Contributions.Parts.FirstOrDefault(part => part.Part != GrowthContributions.Rest && part.Contribution * growth > 0);
            var end = first is null ? "" : (sv, growth > 0) switch
            {
                (true, true) => $"; av de bevakade varorna bidrog {names[first.Part]} mest",
                (true, false) => $"; av de bevakade varorna föll {names[first.Part]} mest",
                (false, true) => $"; of the watched goods {names[first.Part]} added most",
                _ => $"; of the watched goods {names[first.Part]} lost most",
            };
            return new Wanted(
                end, part => names[part], sv ? "Alla andra varor" : "All other goods", sv ? "Övriga bevakade varor" : "Other watched goods",
                goods.Left.Count == 0 ? null
                    : (sv ? "Bland alla andra varor, eftersom egna siffror saknas: " : "Among all other goods, for want of figures of their own: ")
                        + Phrases.AndList([.. goods.Left.Select(left => left.Name.In(language))], language) + ".",
                part => goods.Goods.First(trade => trade.Product.Id == part));
        }
    }

    /// <summary>The title's end names a partner only where the analysis would: where what has no known partner made less of the change.</summary>
    private static Wanted OfPartners(ProductTrade trade, GrowthContributions contributions, PartnerNames names, TradeChartWords words, string language)
    {
        var sv = Phrases.IsSwedish(language);
        var (up, down) = (trade.Contributors.FirstOrDefault(part => part.Contribution > 0), trade.Contributors.FirstOrDefault(part => part.Contribution < 0));
        var first = contributions.Growth > 0 ? up : down;
        var end = words.IsUnchanged(contributions.Growth)
            ? up is null || down is null ? ""
                : sv ? $": mer {words.Direction} {names.In(up.Part, language)}, mindre {words.Direction} {names.In(down.Part, language)}"
                : $": more {words.Direction} {names.In(up.Part, language)}, less {words.Direction} {names.In(down.Part, language)}"
            : first is null ? ""
            : sv ? $", mest {words.Direction} {names.In(first.Part, language)}"
            : $", above all {words.Direction} {names.In(first.Part, language)}";
        return new Wanted(
            end, part => names.In(part, language), sv ? "Okänt land" : "No known country", sv ? "Övriga länder" : "Other countries", null, _ => trade);
    }

    private async Task<ChartOutcome> DrawAsync(
        ProductTrade trade, GrowthContributions contributions, Wanted wanted, TradeChartWords words, ExposureReading reading, ChartContext context)
    {
        var (language, sv) = (context.Language, Phrases.IsSwedish(context.Language));
        var known = contributions.Parts.Where(part => part.Part != GrowthContributions.Rest).ToArray();
        var named = known.Take(known.Length == options.Most + 1 ? known.Length : options.Most).ToArray();
        List<(string Label, double Share)> bars = [.. named.OrderByDescending(part => part.Contribution).Select(part => (Phrases.Capitalised(wanted.Name(part.Part)), part.Contribution))];
        if (known.Length > named.Length)
        {
            bars.Add(($"{wanted.Others} ({known.Length - named.Length})", known.Skip(named.Length).Sum(part => part.Contribution)));
        }

        if (contributions.Parts.FirstOrDefault(part => part.Part == GrowthContributions.Rest) is { } rest)
        {
            bars.Add((wanted.Rest, rest.Contribution));
        }

        var (title, growth, last) = (Phrases.Capitalised(words.Subject) + " " + words.Change(contributions.Growth), contributions.Growth, trade.Window.Last);
        var month = Wording.Month(last.Year, last.Month, language);
        var fetched = await Phrases.FetchedAsync(context.Tables, trade.Source).ConfigureAwait(false);
        return ChartOutcome.Drawn(new ChartSpec
        {
            Kind = ChartKind.Bars,
            Title = TradeChartWords.Fitting(title + wanted.TitleEnd, title),
            Subtitle = sv
                ? $"{reading.Country.Name.Sv}, bidrag till förändringen i procentenheter, löpande priser, de tolv månaderna till och med {month} mot de tolv före"
                : $"{reading.Country.Name.En}, contribution to the change in percentage points, current prices, the twelve months to {month} against the twelve before",
            Unit = sv ? "procentenheter" : "percentage points",
            Decimals = 1,
            FocusArea = trade.Product.FocusAreas.Count == 0 ? null : trade.Product.FocusAreas[0],
            Series =
            [
                new ChartSeries
                {
                    Name = sv ? "Bidrag, procentenheter" : "Contribution, percentage points",
                    Emphasis = Emphasis.Us,
                    Points = [.. bars.Select(bar => new ChartPoint { Label = bar.Label, Value = 100 * bar.Share, Display = Wording.WithSign(100 * bar.Share, language, 1) })],
                },
            ],
            SourceLine = Phrases.OwnWork("Eurostat (Comext)", fetched, language),
            Notes = [.. words.Notes(trade, new PartnerNames(context.Policy)).Concat(wanted.Note is null ? [] : [wanted.Note]).Append(Sum(growth, language)).Take(2)],
            Evidence =
            [
                trade.EvidenceOf(growth, "*", trade.Window.Before + " and " + trade.Window.Now, "(last 12 months - 12 months before) / 12 months before"),
                .. named.Select(part => wanted.Trade(part.Part) is var of && ReferenceEquals(of, trade)
                    ? trade.EvidenceOf(100 * part.Contribution, part.Part, trade.Window.Now, Formula)
                    : of.EvidenceOf(100 * part.Contribution, "*", of.Window.Now, Formula)),
            ],
        });
    }

    private const string Formula = "100 × (last 12 months - 12 months before) / total before";

    private static string Sum(double growth, string language) => Phrases.IsSwedish(language)
        ? $"Staplarna ger tillsammans hela förändringen, {Wording.WithSign(100 * growth, language, 1)} procent."
        : $"The bars add up to the whole change, {Wording.WithSign(100 * growth, language, 1)} per cent.";

    /// <summary>What differs between parts by partner and by product.</summary>
    private sealed record Wanted(string TitleEnd, Func<string, string> Name, string Rest, string Others, string? Note, Func<string, ProductTrade> Trade);
}
