using System.Globalization;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>Words what was judged of trade.</summary>
internal sealed class TradeWords(TradeChange trade, Policy policy)
{
    /// <summary>"exports of 72024110 to Norway".</summary>
    public string What(string language)
    {
        var goods = trade.Product is { } product ? WatchedCodes.NameOf(product, policy, language) : null;
        var place = trade.Place is { } partner ? TradeCodes.NameOf(TradeCodes.CountryOf(partner, policy), policy, language) : null;
        var us = policy.Places.FirstOrDefault(one => one.Role == PlaceRole.Country && one.Country == policy.Home.Country)?.Name.In(language) ?? policy.Home.Country;
        return language == "sv"
            ? $"{us}s {(trade.Exports ? "export" : "import")}{(goods is null ? "" : $" av {goods}")}{(place is null ? "" : $" {(trade.Exports ? "till" : "från")} {place}")}"
            : $"{us}'s {(trade.Exports ? "exports" : "imports")}{(goods is null ? "" : $" of {goods}")}{(place is null ? "" : $" {(trade.Exports ? "to" : "from")} {place}")}";
    }

    /// <summary>The same at the beginning of a sentence.</summary>
    public string Capital(string language) => char.ToUpperInvariant(What(language)[0]) + What(language)[1..];

    public LocalText Told(Period period, double percent)
    {
        var (bound, months) = (trade.Percent / 100, trade.Months);
        var yearly = trade.Against == TimeUnit.Year;
        var (sv, en) = (
            $"{Capital("sv")} var {Wording.Percent(Math.Abs(percent) / 100, "sv", 1)} {(trade.Falls ? "lägre" : "högre")} i {Wording.Of(period, "sv")} än {(yearly ? "ett år" : "en månad")} tidigare",
            $"{Capital("en")} were {Wording.Percent(Math.Abs(percent) / 100, "en", 1)} {(trade.Falls ? "lower" : "higher")} in {Wording.Of(period, "en")} than {(yearly ? "a year" : "a month")} before");
        return months == 1
            ? new LocalText($"{sv} (gräns {Wording.Percent(bound, "sv", Decimals(trade.Percent))}).", $"{en} (bound {Wording.Percent(bound, "en", Decimals(trade.Percent))}).")
            : new LocalText(
                $"{sv}, och mer än {Wording.Percent(bound, "sv", Decimals(trade.Percent))} i var och en av {Wording.Number(months, "sv")} månader.",
                $"{en}, and by more than {Wording.Percent(bound, "en", Decimals(trade.Percent))} in each of {Wording.Number(months, "en")} months.");
    }

    public LocalText Gap(MonthlyChange gap)
    {
        var period = TradeSeries.PeriodOf(gap.Month);
        var (sv, en) = gap.Lack switch
        {
            Lack.NotTold => ("är hemlig eller saknar värde i källan", "is confidential or has no value in the source"),
            Lack.OtherGoods => ("omfattar andra varukoder än månaden som den jämförs med", "covers other goods' codes than the month that it is compared with"),
            Lack.Nothing => ("är noll, så ingen procentuell förändring finns", "is zero, so that there is no change in per cent"),
            _ => ("saknas i lagret", "is not in the store"),
        };
        return new LocalText(
            string.Create(CultureInfo.InvariantCulture, $"{Capital("sv")}: {Wording.Of(period, "sv")} {sv}."),
            string.Create(CultureInfo.InvariantCulture, $"{Capital("en")}: {Wording.Of(period, "en")} {en}."));
    }

    public static int Decimals(double number) => number == Math.Floor(number) ? 0 : 1;
}
