using Foresight.Exposure;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Trade;

/// <summary>Parts of sentences about trade.</summary>
internal static class TradeWords
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>An amount in words of its size: <c>512 miljoner euro</c>, <c>1.2 billion euros</c>.</summary>
    public static string Euros(double amount, string language) => Amount(amount, language, Phrases.IsSwedish(language) ? "euro" : "euros");

    public static string Amount(double amount, string language, string currency)
    {
        var sv = Phrases.IsSwedish(language);
        var (scale, unit) = Math.Abs(amount) switch
        {
            >= 1e9 => (1e9, sv ? "miljarder" : "billion"),
            >= 1e6 => (1e6, sv ? "miljoner" : "million"),
            >= 1e3 => (1e3, sv ? "tusen" : "thousand"),
            _ => (1.0, ""),
        };
        var number = Wording.Number(amount / scale, language, scale > 1 && Math.Abs(amount) / scale < 100 ? 1 : 0);
        return unit.Length == 0 ? $"{number}{NoBreakSpace}{currency}" : $"{number}{NoBreakSpace}{unit} {currency}";
    }

    /// <summary>"12 % mer än ett år tidigare"; empty where there is nothing to compare with.</summary>
    public static string Growth(double? growth, string language)
    {
        var sv = Phrases.IsSwedish(language);
        return growth switch
        {
            null => "",
            _ when Wording.Number(100 * growth.Value, language) is "0" => sv ? ", lika mycket som ett år tidigare" : ", as much as a year before",
            > 0 => $", {Wording.Percent(growth.Value, language)} {(sv ? "mer än ett år tidigare" : "more than a year before")}",
            _ => $", {Wording.Percent(-growth.Value, language)} {(sv ? "mindre än ett år tidigare" : "less than a year before")}",
        };
    }

    /// <summary>"de tolv månaderna till och med juni 2026".</summary>
    public static string Window(TradeWindow window, string language)
    {
        var month = Wording.Month(window.Last.Year, window.Last.Month, language);
        return Phrases.IsSwedish(language) ? $"de tolv månaderna till och med {month}" : $"in the twelve months to {month}";
    }

    public static string Flow(TradeFlow flow, string language) => (flow, Phrases.IsSwedish(language)) switch
    {
        (TradeFlow.Export, true) => "export",
        (TradeFlow.Export, false) => "exports",
        (_, true) => "import",
        _ => "imports",
    };
}
