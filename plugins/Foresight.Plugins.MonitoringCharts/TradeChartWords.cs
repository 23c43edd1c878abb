using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Parts of sentences about the trade in some goods that its charts share.</summary>
internal sealed class TradeChartWords(WatchedProduct product, string language)
{
    /// <summary>A title has at most as many characters (docs/charts.md).</summary>
    public const int TitleLength = 90;

    private readonly bool _sv = Phrases.IsSwedish(language);
    private readonly bool _export = product.Flow == TradeFlow.Export;

    /// <summary>"exporten av elbilar", "varuexporten".</summary>
    public string Subject => (product.Id == ExposureReading.AllGoods, _export, _sv) switch
    {
        (true, true, true) => "varuexporten",
        (true, true, false) => "exports of goods",
        (true, false, true) => "varuimporten",
        (true, false, false) => "imports of goods",
        (_, true, true) => $"exporten av {product.Name.Sv}",
        (_, true, false) => $"exports of {product.Name.En}",
        (_, false, true) => $"importen av {product.Name.Sv}",
        _ => $"imports of {product.Name.En}",
    };

    /// <summary>"till" or "från".</summary>
    public string Direction => (_export, _sv) switch { (true, true) => "till", (true, false) => "to", (false, true) => "från", _ => "from" };

    /// <summary>Whether a growth is printed as nought.</summary>
    public bool IsUnchanged(double? growth) => growth is { } known && Wording.Number(100 * known, language) is "0";

    /// <summary>"ökade med 12 %".</summary>
    public string Change(double growth) => growth switch
    {
        0 => _sv ? "är oförändrad" : "are unchanged",
        _ when IsUnchanged(growth) => _sv ? "är nästan oförändrad" : "are almost unchanged",
        > 0 => $"{(_sv ? "ökade med" : "rose by")} {Wording.Percent(growth, language)}",
        _ => $"{(_sv ? "minskade med" : "fell by")} {Wording.Percent(-growth, language)}",
    };

    /// <summary>"ökade med 12 % på ett år".</summary>
    public string InAYear(double? growth) => growth switch
    {
        null => _sv ? "kan inte jämföras med året före" : "cannot be compared with the year before",
        { } known => $"{Change(known)} {(_sv ? "på ett år" : IsUnchanged(known) ? "on a year" : "in a year")}",
    };

    /// <summary>That there is nothing to draw; where a yearly summary is all there is, why it does not do.</summary>
    public string NoYears(ExposureReading reading, ChartContext context)
    {
        var watch = context.Policy.ProductWatch;
        if (product.Id == ExposureReading.AllGoods && reading.Summary is { } summary)
        {
            var title = context.Sources.FirstOrDefault(source => source.Id == watch?.SummarySource)?.Title.In(language) ?? summary.Source;
            return _sv
                ? $"Det finns inga två års månadssiffror för {Subject} per land, och ”{title}” räcker inte: den anger bara årets fem största länder."
                : $"There are no two years of monthly figures for {Subject} by country, and “{title}” does not do: it names only each year's five largest partners.";
        }

        return _sv
            ? $"Det finns inga två års månadssiffror för {Subject}, eller så är de sekretessbelagda."
            : $"There are no two years of monthly figures for {Subject}, or they are confidential.";
    }

    /// <summary>That the figures are the country's, and whose they are where they are not all.</summary>
    public IEnumerable<string> Notes(ProductTrade trade, PartnerNames names)
    {
        yield return _sv ? "Gäller hela landet: kommuner har ingen handelsstatistik." : "For the whole country: municipalities have no trade statistics.";
        if (trade.Mirror is not null)
        {
            var mirrors = Phrases.AndList([.. trade.Mirrors.Select(partner => names.In(partner, language))], language);
            yield return _sv
                ? $"Landets egna siffror saknas eller är sekretessbelagda: summan av vad {mirrors} uppger."
                : $"The country's own figures are missing or confidential: the sum of what {mirrors} report.";
        }
        else if (!trade.IsWhole)
        {
            yield return _sv ? "Bara de länder som har hämtats." : "Only the countries that were fetched.";
        }
    }

    /// <summary>The first of some titles that is short enough; else the last.</summary>
    public static string Fitting(params IReadOnlyList<string> titles) => titles.FirstOrDefault(title => title.Length <= TitleLength) ?? titles[^1];

    /// <summary>The product that a chart is of; null where the policy does not watch it.</summary>
    public static WatchedProduct? Watched(ProductWatch watch, string? id, TradeFlow flow) =>
        id is null ? ExposureReading.AllGoodsOf(flow) : watch.Products.FirstOrDefault(product => product.Id == id);

    /// <summary>That the policy does not watch what a chart is of.</summary>
    public static string NotWatched(string? id, string language) => (id, Phrases.IsSwedish(language)) switch
    {
        (null, true) => "Policyn anger inga varor att bevaka (productWatch).",
        (null, false) => "The policy names no goods to watch (productWatch).",
        (_, true) => $"Policyn bevakar ingen vara '{id}'.",
        _ => $"The policy watches no product '{id}'.",
    };
}
