using System.Globalization;

namespace Foresight.Sdk;

/// <summary>
/// Swedish and English forms of numbers and dates, built by hand: the machine's own culture data differ between versions, and no
/// output may depend on them. Swedish: <c>12 345,6</c> with a no-break space, true minus, <c>5 mars 2026</c>. English: <c>12,345.6</c>, <c>5 March 2026</c>.
/// </summary>
public static class Wording
{
    private const char NoBreakSpace = '\u00A0';
    private const char Minus = '\u2212';

    private static readonly string[] SwedishMonths =
        ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>A number with a fixed number of decimals, rounded half away from zero as it is written: 1.005 becomes <c>1.01</c>.</summary>
    /// <exception cref="ArgumentException">The value is no number; what is missing is worded by whoever knows why.</exception>
    public static string Number(double value, string language, int decimals = 0)
    {
        var rounded = Rounded(value, decimals);
        var digits = Math.Abs(rounded).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var builder = new System.Text.StringBuilder();
        if (rounded < 0)
        {
            builder.Append(Minus);
        }

        var swedish = IsSwedish(language);
        // Swedish leaves four digits together (1234), English does not (1,234).
        var grouped = whole.Length > (swedish ? 4 : 3);
        for (var i = 0; i < whole.Length; i++)
        {
            if (grouped && i > 0 && (whole.Length - i) % 3 == 0)
            {
                builder.Append(swedish ? NoBreakSpace : ',');
            }

            builder.Append(whole[i]);
        }

        if (point >= 0)
        {
            builder.Append(swedish ? ',' : '.').Append(digits, point + 1, digits.Length - point - 1);
        }

        return builder.ToString();
    }

    /// <summary>A number with its sign, also plus: <c>+1,5</c>.</summary>
    public static string WithSign(double value, string language, int decimals = 0)
    {
        var text = Number(value, language, decimals);
        return Rounded(value, decimals) > 0 ? "+" + text : text;
    }

    /// <summary>A percentage from a share: 0.123 becomes <c>12 %</c> in Swedish (no-break space), <c>12%</c> in English.</summary>
    public static string Percent(double share, string language, int decimals = 0) =>
        Number(share * 100, language, decimals) + (IsSwedish(language) ? NoBreakSpace + "%" : "%");

    /// <summary>A day: <c>5 mars 2026</c>, <c>5 March 2026</c>.</summary>
    public static string Day(DateOnly day, string language) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day}{NoBreakSpace}{Months(language)[day.Month - 1]} {day.Year}");

    /// <summary>A month: <c>mars 2026</c>, <c>March 2026</c>.</summary>
    public static string Month(int year, int month, string language) =>
        string.Create(CultureInfo.InvariantCulture, $"{Months(language)[month - 1]} {year}");

    /// <summary>A short month for axes: <c>mar</c>, <c>Mar</c>.</summary>
    public static string ShortMonth(int month, string language) => Months(language)[month - 1][..3];

    /// <summary>A period: <c>2026</c>, <c>mars 2026</c>, <c>kvartal 3 2026</c>.</summary>
    public static string Of(Period period, string language) => period.Frequency switch
    {
        Frequency.Annual => period.Text,
        Frequency.Monthly => Month(period.Start.Year, period.Start.Month, language),
        Frequency.Quarterly when IsSwedish(language) => string.Create(CultureInfo.InvariantCulture, $"kvartal {(period.Start.Month + 2) / 3} {period.Start.Year}"),
        Frequency.Quarterly => string.Create(CultureInfo.InvariantCulture, $"Q{(period.Start.Month + 2) / 3} {period.Start.Year}"),
        Frequency.Daily => Day(period.Start, language),
        _ => period.Text,
    };

    private static double Rounded(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"{value.ToString(CultureInfo.InvariantCulture)} cannot be printed as a number.", nameof(value));
        }

        // A decimal holds the fifteen digits that a source wrote: 100 × 0.145 is 14.5 in it, and not 14.499999999999998.
        return Math.Abs(value) < 1e15
            ? (double)Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero)
            : Math.Round(value, decimals, MidpointRounding.AwayFromZero);
    }

    private static string[] Months(string language) => IsSwedish(language) ? SwedishMonths : EnglishMonths;

    private static bool IsSwedish(string language) => language switch
    {
        "sv" => true,
        "en" => false,
        _ => throw new ArgumentException($"Briefs are written in sv or en, not '{language}'.", nameof(language)),
    };
}
