using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Plugins.Registers.Values;

/// <summary>Reads amounts of money as people write them, in Swedish form (<c>1 234 567,50 kr</c>) or plain (<c>1234567.50</c>).</summary>
internal static partial class AmountText
{
    private const decimal Most = 1_000_000_000_000;

    /// <summary>Reads an amount.</summary>
    /// <param name="text">The text.</param>
    /// <param name="currency">The currency of the row, <c>SEK</c> or <c>EUR</c>.</param>
    public static Reading Read(string text, string currency)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return Reading.Wrong($"'{text}' is no amount: write digits only, as in 1 234 567,50.");
        if (Unit(match) is { } unit)
        {
            if (Currency(unit) is not { } written)
                return Reading.Wrong($"'{text}' is in '{unit}': write the whole amount, as in 1 250 000.");
            if (written != currency)
                return Reading.Wrong($"'{text}' is in {written}, and the row's currency is {currency}: correct one of them.");
        }

        if (match.Groups["sign"].Length > 0)
            return Reading.Wrong($"'{text}' is below zero: amounts here are never negative.");
        var (whole, mark, decimals) = (match.Groups["whole"].Value, match.Groups["mark"].Value, match.Groups["decimals"].Value);
        if (mark.Length > 0 && decimals.Length == 3 && !IsGrouped(whole))
            return Reading.Wrong($"'{text}' may be {whole} {decimals} or {whole},{decimals.TrimEnd('0')}: write 1 234 567,50, with spaces between the thousands.");
        if (decimals.Length > 2)
            return Reading.Wrong($"'{text}' has more than two decimals: round it.");
        var amount = decimal.Parse($"{Digits(whole)}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return amount < Most ? Reading.Of(Written(amount)) : Reading.Wrong($"'{text}' is more money than any activity has: correct it.");
    }

    /// <summary>Reads the number of a workbook's cell.</summary>
    public static Reading OfNumber(string text) =>
        !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) || amount >= Most ? Reading.Wrong($"'{text}' is more money than any activity has: correct it.")
        : amount < 0 ? Reading.Wrong($"'{text}' is below zero: amounts here are never negative.")
        : Reading.Of(Written(decimal.Round(amount, 2)));

    private static string Written(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    private static string? Unit(Match match) => new[] { match.Groups["before"].Value.Trim(), match.Groups["after"].Value.Trim() }.FirstOrDefault(unit => unit.Length > 0);

    private static string? Currency(string unit) => unit.TrimEnd('.').ToUpperInvariant() switch
    {
        "KR" or "SEK" or ":-" or "KRONOR" => "SEK",
        "EUR" or "€" or "EURO" => "EUR",
        "DKK" or "NOK" or "USD" or "GBP" or "$" or "£" => unit.ToUpperInvariant(),
        _ => null,
    };

    private static bool IsGrouped(string whole) => whole.Length != Digits(whole).Length;

    private static string Digits(string whole) => string.Concat(whole.Where(char.IsAsciiDigit));

    // Thousands are parted by a space of any width; one comma or point parts the decimals.
    [GeneratedRegex("^(?<before>[A-Za-z€$£]{1,3} *)?(?<sign>[-−–] *)?(?<whole>[0-9]{1,3}([ \u00A0\u2009\u202F][0-9]{3})+|[0-9]+)((?<mark>[.,])(?<decimals>[0-9]+))?(?<after> *[A-Za-zåäöÅÄÖ€$£.:-]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
