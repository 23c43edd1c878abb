using Foresight.Engine.Alerts.Grammar;
using Foresight.Engine.Alerts.Judging;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>Whether the policy knows what a condition names.</summary>
internal static class ConditionNames
{
    public static IEnumerable<string> ProblemsOf(Condition condition, ReadingContext context) => condition switch
    {
        TradeChange trade => [.. Product(trade.Product, context), .. Place(trade.Place, context)],
        IndicatorOffTarget target => Indicator(target.Indicator, context, one => one.Target is null ? "has no target; give it one, or use another condition" : null),
        IndicatorOutsidePeers peers => Indicator(peers.Indicator, context, one => one.Peers is null ? "has no peers; give it 'peers', or use another condition" : null),
        IndicatorChange change => Indicator(change.Indicator, context, _ => null),
        IndicatorLevel level => Indicator(level.Indicator, context, _ => null),
        DocumentsRise rise => Known(rise.About, context, Kinds.FocusArea, Kinds.Topic),
        CallCloses call => Known(call.Fund, context, Kinds.Fund),
        SourceSilent silent => Known(silent.Source, context, Kinds.Source),
        _ => [],
    };

    private static IEnumerable<string> Product(string? product, ReadingContext context) =>
        product is null || TradeCodes.IsCode(product) ? [] : Known(product, context, Kinds.Product);

    private static IEnumerable<string> Place(string? place, ReadingContext context)
    {
        if (place is null || TradeCodes.IsCountry(place) || context.Ids(Kinds.Place).Contains(place, StringComparer.Ordinal))
        {
            return [];
        }

        var hint = Nearest.Hint(place, place.Length <= 3 && place.All(char.IsAsciiLetterUpper) ? TradeCodes.Countries : context.Ids(Kinds.Place));
        return [$"There is no country (ISO 3166, two capitals) or place '{place}'{hint}."];
    }

    private static List<string> Indicator(string id, ReadingContext context, Func<Indicator, string?> fault)
    {
        var known = Known(id, context, Kinds.Indicator).ToList();
        var problem = context.Built<Indicator>().FirstOrDefault(one => one.Id == id) is { } indicator ? fault(indicator) : null;
        return problem is null ? known : [.. known, $"The indicator '{id}' {problem}."];
    }

    private static IEnumerable<string> Known(string id, ReadingContext context, params string[] kinds)
    {
        var ids = kinds.SelectMany(context.Ids).ToList();
        return ids.Contains(id, StringComparer.Ordinal) ? [] : [$"There is no {string.Join(" or ", kinds)} '{id}'{Nearest.Hint(id, ids)}."];
    }
}
