using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Grammar;

/// <summary>Prints a condition back into a sentence of the grammar, so that a reader sees what was understood.</summary>
public static class ConditionText
{
    /// <summary>The sentence in both languages.</summary>
    public static LocalText Of(Condition condition) => new(In(condition, "sv"), In(condition, "en"));

    /// <summary>The sentence in <c>sv</c> or <c>en</c>; reading it gives the same condition.</summary>
    public static string In(Condition condition, string language)
    {
        var words = ConditionWords.In(language);
        string[] parts = condition switch
        {
            TradeChange trade =>
            [
                (trade.Exports ? words.Exports : words.Imports)[0],
                .. trade.Product is { } product ? [words.Of[0], product] : Array.Empty<string>(),
                .. trade.Place is { } place ? [(trade.Exports ? words.To : words.From)[0], place] : Array.Empty<string>(),
                (trade.Falls ? words.Fall : words.Rise)[0], words.MoreThan[0], Number(trade.Percent, language), "%",
                (trade.Against == TimeUnit.Year ? words.YearOnYear : words.MonthOnMonth)[0],
                .. trade.Months > 1 ? [words.For[0], Whole(trade.Months), words.Months[0]] : Array.Empty<string>(),
            ],
            IndicatorChange change =>
            [
                words.Indicator[0], change.Indicator, (change.Falls ? words.Falls : words.Rises)[0], words.By[0], words.MoreThan[0], Number(change.Amount, language),
                .. change.Percent ? ["%"] : Array.Empty<string>(), words.Over[0], .. Span(change.Over, change.Unit, words),
            ],
            IndicatorLevel level =>
            [
                words.Indicator[0], level.Indicator, words.Is[0], (level.Above ? words.Above : words.Below)[0], Number(level.Value, language),
                .. level.For > 1 || level.Unit != TimeUnit.Year ? [words.For[0], .. Span(level.For, level.Unit, words)] : Array.Empty<string>(),
            ],
            IndicatorOffTarget target =>
                [words.Indicator[0], target.Indicator, words.Is[0], words.FurtherThan[0], Number(target.Distance, language), words.FromItsTarget[0]],
            IndicatorOutsidePeers peers => [words.Indicator[0], peers.Indicator, words.LeavesThePeersRange[0]],
            DocumentsRise rise =>
            [
                words.Documents[0], words.About[0], rise.About,
                .. rise.Language is { } code ? [words.InLanguage[0], LanguageName(code, words)] : Array.Empty<string>(),
                .. rise.Percent == 100 ? [words.MoreThanDouble[0]] : new[] { words.Rise[0], words.MoreThan[0], Number(rise.Percent, language), "%" },
                words.Over[0], Whole(rise.Weeks), words.Weeks[rise.Weeks == 1 ? 1 : 0],
            ],
            DocumentsMention mention =>
            [
                words.Documents[0], words.Mention[0], $"\"{mention.Term}\"", words.AtLeast[0], Whole(mention.Times), words.Times[mention.Times == 1 ? 1 : 0],
                words.Over[0], Whole(mention.Days), words.Days[mention.Days == 1 ? 1 : 0],
                .. mention.Publishers > 1
                    ? [words.FromPublishers[0], words.AtLeast[0], Whole(mention.Publishers), words.Publishers[0]]
                    : Array.Empty<string>(),
            ],
            CallCloses call => [words.FundingCall[0], words.CallOf[0], call.Fund, words.Closes[0], words.Within[0], Whole(call.Days), words.Days[call.Days == 1 ? 1 : 0]],
            SourceSilent silent => [words.Source[0], silent.Source, words.Silent[0], words.For[0], Whole(silent.Days), words.Days[silent.Days == 1 ? 1 : 0]],
            _ => throw new ArgumentException($"{condition.GetType().Name} has no sentence.", nameof(condition)),
        };
        return string.Join(' ', parts);
    }

    private static string[] Span(int count, TimeUnit unit, ConditionWords words)
    {
        var names = unit == TimeUnit.Year ? words.Years : words.Months;
        return [Whole(count), count == 1 ? names[^1] : names[0]];
    }

    private static string LanguageName(string code, ConditionWords words) =>
        words.Languages.FirstOrDefault(pair => pair.Value == code).Key ?? code;

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Number(double number, string language)
    {
        var text = number.ToString("0.##########", CultureInfo.InvariantCulture);
        return language == "sv" ? text.Replace('.', ',') : text;
    }
}
