using System.Globalization;

namespace Foresight.Formats.Observations;

/// <summary>Reads the ways in which statistics write a period, and gives SDMX's.</summary>
public static class PeriodText
{
    /// <summary>
    /// Reads a period: SDMX's own form (<c>2026</c>, <c>2026-S1</c>, <c>2026-Q3</c>, <c>2026-03</c>, <c>2026-W12</c>, <c>2026-09-05</c>),
    /// Eurostat's older (<c>2026M03</c>, <c>2026Q3</c>, <c>2026M09D05</c>), the Nordic offices' (<c>2026K3</c>, <c>2026U12</c>, <c>2026H1</c>)
    /// and the bare digits of a .px file's TIMEVAL, which need the frequency (<c>20263</c>, <c>202603</c>).
    /// </summary>
    /// <param name="text">The period, as given.</param>
    /// <param name="frequency">The frequency where it is stated elsewhere: A, H or S, Q, M, W or D.</param>
    /// <param name="period">The period in SDMX's form; the text itself where it is none.</param>
    /// <param name="found">The frequency (SDMX <c>A</c>, <c>S</c>, <c>Q</c>, <c>M</c>, <c>W</c>, <c>D</c>); null where the text is no period.</param>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryRead(string text, char? frequency, out string period, out string? found)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.AsSpan().Trim();
        (period, found) = (trimmed.Length == text.Length ? text : trimmed.ToString(), null);
        if (trimmed.Length is < 4 or > 12 || !TryNumber(trimmed[..4], 1, 9999, out var year))
            return false;
        var rest = trimmed[4..];
        if (rest.IsEmpty)
            return Is("A", year.ToString("0000", CultureInfo.InvariantCulture), ref period, ref found);
        if (rest[0] == '-')
            rest = rest[1..];
        if (rest.IsEmpty)
            return false;
        if (char.IsAsciiDigit(rest[0]))
            return OfDigits(year, rest, frequency, trimmed[4] == '-', ref period, ref found);
        return OfLetter(year, char.ToUpperInvariant(rest[0]), rest[1..], ref period, ref found);
    }

    private static bool OfLetter(int year, char letter, ReadOnlySpan<char> rest, ref string period, ref string? found)
    {
        switch (letter)
        {
            case 'A' when rest is "1" or "":
                return Is("A", $"{year:0000}", ref period, ref found);
            case 'S' or 'H' when TryNumber(rest, 1, 2, out var half):
                return Is("S", $"{year:0000}-S{half}", ref period, ref found);
            case 'Q' or 'K' when TryNumber(rest, 1, 4, out var quarter):
                return Is("Q", $"{year:0000}-Q{quarter}", ref period, ref found);
            case 'M' when TryNumber(rest, 1, 12, out var month):
                return Is("M", $"{year:0000}-{month:00}", ref period, ref found);
            case 'W' or 'U' or 'V' when TryNumber(rest, 1, ISOWeek.GetWeeksInYear(year), out var week):
                return Is("W", $"{year:0000}-W{week:00}", ref period, ref found);
            case 'M' when rest.Length == 5 && rest[2] is 'D' or 'd' && TryNumber(rest[..2], 1, 12, out var month)
                && TryNumber(rest[3..], 1, DateTime.DaysInMonth(year, month), out var day):
                return Is("D", $"{year:0000}-{month:00}-{day:00}", ref period, ref found);
            default:
                return false;
        }
    }

    private static bool OfDigits(int year, ReadOnlySpan<char> rest, char? frequency, bool isDashed, ref string period, ref string? found)
    {
        if (isDashed && rest.Length == 5 && rest[2] == '-' && TryNumber(rest[..2], 1, 12, out var m) && TryNumber(rest[3..], 1, DateTime.DaysInMonth(year, m), out var d))
            return Is("D", $"{year:0000}-{m:00}-{d:00}", ref period, ref found);
        switch (char.ToUpperInvariant(frequency ?? (rest.Length == 2 ? 'M' : 'D')))
        {
            case 'S' or 'H' when rest.Length == 1 && TryNumber(rest, 1, 2, out var half):
                return Is("S", $"{year:0000}-S{half}", ref period, ref found);
            case 'Q' or 'K' when rest.Length == 1 && TryNumber(rest, 1, 4, out var quarter):
                return Is("Q", $"{year:0000}-Q{quarter}", ref period, ref found);
            case 'M' when rest.Length == 2 && TryNumber(rest, 1, 12, out var month):
                return Is("M", $"{year:0000}-{month:00}", ref period, ref found);
            case 'W' when rest.Length == 2 && TryNumber(rest, 1, ISOWeek.GetWeeksInYear(year), out var week):
                return Is("W", $"{year:0000}-W{week:00}", ref period, ref found);
            case 'D' when rest.Length == 4 && TryNumber(rest[..2], 1, 12, out var month) && TryNumber(rest[2..], 1, DateTime.DaysInMonth(year, month), out var day):
                return Is("D", $"{year:0000}-{month:00}-{day:00}", ref period, ref found);
            default:
                return false;
        }
    }

    private static bool Is(string frequency, string text, ref string period, ref string? found)
    {
        (period, found) = (text == period ? period : text, frequency);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, int least, int most, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
