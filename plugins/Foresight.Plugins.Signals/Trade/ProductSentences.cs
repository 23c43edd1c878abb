using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>What a product's figures say, as sentences.</summary>
internal sealed class ProductSentences(ProductTrade trade, Place country, PartnerNames names, TradeExposureOptions options)
{
    private const int Named = 3;

    /// <summary>Level and change; where partners' figures stand in, it says so and why.</summary>
    public string Level(string language)
    {
        var sv = Phrases.IsSwedish(language);
        var (name, amount) = (trade.Product.Name.In(language), TradeWords.Euros(trade.Now.Total, language));
        var end = $"{TradeWords.Window(trade.Window, language)}{TradeWords.Growth(trade.Growth, language)}";
        if (trade.Mirror is not { } reason)
        {
            return sv
                ? $"{Phrases.Genitive(country.Name.Sv, language)} {TradeWords.Flow(trade.Product.Flow, language)} av {name} var {amount} {end}."
                : $"{Phrases.Genitive(country.Name.En, language)} {TradeWords.Flow(trade.Product.Flow, language)} of {name} were {amount} {end}.";
        }

        var partners = Phrases.AndList([.. trade.Mirrors.Select(partner => names.In(partner, language))], language);
        var statement = (trade.Product.Flow, sv) switch
        {
            (TradeFlow.Export, true) => $"Enligt sin egen importstatistik tog {partners} emot {name} från {country.Name.Sv} för {amount} {end}",
            (TradeFlow.Export, false) => $"By their own import statistics {partners} received {name} from {country.Name.En} worth {amount} {end}",
            (_, true) => $"Enligt sin egen exportstatistik sålde {partners} {name} till {country.Name.Sv} för {amount} {end}",
            _ => $"By their own export statistics {partners} sold {name} to {country.Name.En} worth {amount} {end}",
        };
        return $"{statement}; {Why(reason, language)}.";
    }

    /// <summary>How far it lies with few partners, and how that changed; null where that is not worth a line.</summary>
    public string? Partners(string language)
    {
        if (trade.ConcentrationNow is not { } now || trade.ConcentrationBefore is not { } before || trade.Drift is not { } drift
            || (now.Low < options.Concentrated && Math.Abs(now.Low - before.Low) < options.ConcentrationChange && drift.Shift < options.Shift))
        {
            return null;
        }

        var sv = Phrases.IsSwedish(language);
        var (flow, name) = (TradeWords.Flow(trade.Product.Flow, language), trade.Product.Name.In(language));
        var spread = (now.Low >= options.Concentrated, sv) switch
        {
            (true, true) => "är koncentrerad till få länder",
            (true, false) => "lie with few countries",
            (false, true) => "är fördelad på flera länder",
            (false, false) => "are spread over several countries",
        };
        var index = $"HHI {Range(now, language)} {(sv ? "mot" : "against")} {Range(before, language)} {(sv ? "året före" : "the year before")}";
        var mover = drift.Changes.FirstOrDefault(change => change.Part.Length > 0);
        var move = mover is null || Wording.Percent(mover.Before, language) == Wording.Percent(mover.After, language) ? ""
            : sv ? $"; mest ändrades andelen för {names.In(mover.Part, language)}, från {Wording.Percent(mover.Before, language)} till {Wording.Percent(mover.After, language)}"
            : $"; the share of {names.In(mover.Part, language)} changed most, from {Wording.Percent(mover.Before, language)} to {Wording.Percent(mover.After, language)}";
        return $"{Phrases.Genitive(country.Name.In(language), language)} {flow} {(sv ? "av" : "of")} {name} {spread} ({index}){move}.";
    }

    /// <summary>The largest partners, what they add to the growth, and where both ends disagree.</summary>
    public IEnumerable<string> Details(string language)
    {
        var sv = Phrases.IsSwedish(language);
        // What has no known partner may all be of one: who is smaller than that may not be among the largest.
        var unknown = trade.Now.Total - trade.Now.ByPartner.Values.Sum();
        var partners = trade.Partners.Take(Named).TakeWhile(partner => partner.Value > unknown).ToArray();
        if (partners.Length > 0 && trade.IsWhole)
        {
            var shares = Phrases.AndList([.. partners.Select(partner => $"{names.In(partner.Key, language)} {Wording.Percent(trade.Now.ShareOf(partner.Key), language)}")], language);
            yield return sv ? $"Störst var {shares}." : $"Largest were {shares}.";
        }

        if (Contributors is { Count: > 0 } contributors)
        {
            var points = Phrases.AndList([.. contributors.Select(part => $"{names.In(part.Part, language)} {Wording.WithSign(100 * part.Contribution, language, 1)}")], language);
            yield return sv ? $"Till förändringen bidrog mest {points} procentenheter." : $"Most of the change came from {points} percentage points.";
        }

        foreach (var pair in LargePairs)
        {
            var difference = Wording.Percent(Math.Abs(pair.Difference.Relative!.Value), language);
            yield return sv
                ? $"Ländernas siffror skiljer sig: {Phrases.Genitive(names.In(pair.Partner, language), language)} egna och våra ligger {difference} isär (frakt, transit, tid)."
                : $"Both ends' figures differ: those of {names.In(pair.Partner, language)} and ours lie {difference} apart (freight, transit, timing).";
        }

        if (!trade.IsWhole)
        {
            yield return sv ? "Summan gäller bara de länder som har hämtats, inte världen." : "The sum is of the countries that were fetched only, not of the world.";
        }
    }

    public IReadOnlyList<Methods.Trade.GrowthContribution> Contributors => [.. trade.Contributors.Take(2)];

    public IEnumerable<MirrorPair> LargePairs => trade.Pairs.Where(pair => Math.Abs(pair.Difference.Relative ?? 0) > options.MirrorDifference).Take(2);

    private static string Range(Methods.Trade.Concentration concentration, string language)
    {
        var (low, high) = (Wording.Number(concentration.Low, language, 2), Wording.Number(concentration.High, language, 2));
        return low == high ? low : $"{low}–{high}";
    }

    private string Why(MirrorReason reason, string language) => (reason, Phrases.IsSwedish(language)) switch
    {
        (MirrorReason.Confidential, true) => $"{Phrases.Genitive(country.Name.Sv, language)} egna siffror är sekretessbelagda",
        (MirrorReason.Confidential, false) => $"the figures of {country.Name.En} itself are confidential",
        (MirrorReason.HiddenCode, true) => $"{Phrases.Genitive(country.Name.Sv, language)} egna siffror döljs under en annan varukod",
        (MirrorReason.HiddenCode, false) => $"the figures of {country.Name.En} itself are hidden under another code",
        (MirrorReason.OneProducer, true) => $"{Phrases.Genitive(country.Name.Sv, language)} egna siffror saknas, troligen av sekretess eftersom det bara finns en tillverkare",
        (MirrorReason.OneProducer, false) => $"the figures of {country.Name.En} itself are missing, probably confidential since there is one maker only",
        (_, true) => $"{Phrases.Genitive(country.Name.Sv, language)} egna siffror saknas",
        _ => $"the figures of {country.Name.En} itself are missing",
    };
}
