using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>What cannot be said of trade, one line per reason and not per product.</summary>
internal static class TradeSilences
{
    public static IEnumerable<Silence> Of(ExposureReading reading, ProductWatch watch, AnalysisContext context)
    {
        foreach (var group in reading.Missing.GroupBy(missing => missing.Reason))
        {
            var source = Title(context, watch.Source ?? watch.MirrorSource);
            WatchedProduct[] products = [.. group.Select(missing => missing.Product)];
            var (sv, en) = (Names(products, "sv"), Names(products, "en"));
            var text = group.Key switch
            {
                MissingReason.SourceIsEmpty => new LocalText(
                    $"Om handeln med {sv} sägs inget per månad: {source.Sv} har inga siffror i lagret.",
                    $"Nothing is said by month of the trade in {en}: {source.En} has no figures in the store."),
                MissingReason.TooFewMonths => new LocalText(
                    $"Om handeln med {sv} sägs inget: {source.Sv} har inte två hela år i följd att jämföra.",
                    $"Nothing is said of the trade in {en}: {source.En} has no two whole years in a row to compare."),
                _ => new LocalText(
                    $"Om handeln med {sv} sägs inget: varken landets egna siffror eller partnerländernas finns, eller så är de sekretessbelagda.",
                    $"Nothing is said of the trade in {en}: neither the country's own figures nor those of its partners are there, or they are confidential."),
            };
            yield return new Silence("trade/" + Word(group.Key), Area(products), text);
        }

        if (Untold(reading, trade => !trade.IsWhole) is { Length: > 0 } partial)
        {
            yield return new Silence("trade/partners-not-whole", Area(partial), new LocalText(
                $"Koncentrationen per land kan inte sägas för {Names(partial, "sv")}: summan över alla länder är inte känd.",
                $"The concentration by partner cannot be told for {Names(partial, "en")}: the total over all partners is not known."));
        }

        if (Untold(reading, trade => trade.IsWhole) is { Length: > 0 } secret)
        {
            yield return new Silence("trade/partners-secret", Area(secret), new LocalText(
                $"Koncentrationen per land kan inte sägas för {Names(secret, "sv")}: för stor del av handeln har inget känt land.",
                $"The concentration by partner cannot be told for {Names(secret, "en")}: too much of the trade has no known partner."));
        }

        if (reading.Local is null)
        {
            yield return new Silence("trade/local-weight", null, new LocalText(
                "Hur handeln väger lokalt kan inte sägas: uppgifterna om arbetsmarknadens jobb saknas.",
                "How trade weighs locally cannot be told: the figures on the labour market's jobs are missing."));
        }

        foreach (var silence in OfSummary(reading, watch, context))
        {
            yield return silence;
        }
    }

    private static IEnumerable<Silence> OfSummary(ExposureReading reading, ProductWatch watch, AnalysisContext context)
    {
        if (watch.SummarySource is null)
        {
            yield break;
        }

        var source = Title(context, watch.SummarySource);
        if (reading.Summary is not { } summary)
        {
            yield return new Silence("trade/summary", null, new LocalText($"{Phrases.Capitalised(source.Sv)} har inga siffror i lagret.", $"{Phrases.Capitalised(source.En)} has no figures in the store."));
            yield break;
        }

        yield return new Silence("trade/summary/partners-top-five", null, new LocalText(
            $"{Phrases.Capitalised(source.Sv)} anger bara årets fem största länder, senast {summary.Year}: varken koncentration per land eller bidrag till tillväxten kan räknas ur dem, och ett land som saknas är okänt, inte noll.",
            $"{Phrases.Capitalised(source.En)} names only each year's five largest partners, last in {summary.Year}: neither concentration by partner nor contributions to growth can be computed from them, and a partner that is missing is unknown, not nought."));
        if (summary.WorldTotal is null)
        {
            yield return new Silence("trade/advantage", null, new LocalText(
                "Om vi är mer specialiserade än världen (RCA) kan inte sägas: världens export finns inte i lagret.",
                "Whether we are more specialised than the world (RCA) cannot be told: the world's exports are not in the store."));
        }
    }

    private static WatchedProduct[] Untold(ExposureReading reading, Func<ProductTrade, bool> fits) =>
        [.. reading.Products.Where(trade => trade.ConcentrationNow is null && fits(trade)).Select(trade => trade.Product)];

    private static string Names(IEnumerable<WatchedProduct> products, string language) => Phrases.AndList([.. products.Select(product => product.Name.In(language)).Distinct(StringComparer.Ordinal)], language);

    private static string? Area(IReadOnlyList<WatchedProduct> products)
    {
        var areas = products.Select(product => product.FocusAreas.Count == 0 ? null : product.FocusAreas[0]).Distinct(StringComparer.Ordinal).ToArray();
        return areas.Length == 1 ? areas[0] : null;
    }

    private static LocalText Title(AnalysisContext context, string? source) =>
        context.Sources.FirstOrDefault(one => one.Id == source) is { } known ? new LocalText($"\u201D{known.Title.Sv}\u201D", $"\u201C{known.Title.En}\u201D")
        : new LocalText($"källan {source}", $"the source {source}");

    private static string Word(MissingReason reason) => reason switch
    {
        MissingReason.SourceIsEmpty => "source-empty",
        MissingReason.TooFewMonths => "too-few-months",
        _ => "not-told",
    };
}
