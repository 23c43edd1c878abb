using System.Globalization;

namespace Foresight.Sdk;

/// <summary>How often a series is observed (SDMX code list CL_FREQ).</summary>
public enum Frequency
{
    /// <summary>Yearly, SDMX <c>A</c>.</summary>
    Annual,

    /// <summary>Half-yearly, SDMX <c>S</c>.</summary>
    HalfYearly,

    /// <summary>Quarterly, SDMX <c>Q</c>.</summary>
    Quarterly,

    /// <summary>Monthly, SDMX <c>M</c>.</summary>
    Monthly,

    /// <summary>Weekly, ISO 8601 weeks, SDMX <c>W</c>.</summary>
    Weekly,

    /// <summary>Daily, SDMX <c>D</c>.</summary>
    Daily,
}

/// <summary>
/// A period of observation in SDMX's time format: <c>2026</c>, <c>2026-S1</c>, <c>2026-Q3</c>, <c>2026-03</c>, <c>2026-W12</c>,
/// <c>2026-09-05</c>. It is neither a date nor an instant: two periods compare by start, then by frequency.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    private readonly string? text;

    private Period(string text, Frequency frequency, DateOnly start) => (this.text, Frequency, Start) = (text, frequency, start);

    /// <summary>The canonical text; empty for <c>default</c>, which is no period.</summary>
    public string Text => text ?? "";

    /// <summary>The frequency.</summary>
    public Frequency Frequency { get; }

    /// <summary>The first day.</summary>
    public DateOnly Start { get; }

    /// <summary>A year.</summary>
    public static Period Year(int year) => new(year.ToString("0000", CultureInfo.InvariantCulture), Frequency.Annual, new DateOnly(year, 1, 1));

    /// <summary>A month.</summary>
    public static Period Month(int year, int month) => new(
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"), Frequency.Monthly, new DateOnly(year, month, 1));

    /// <summary>Reads a period; also takes <c>202603</c>, <c>2026M03</c>, <c>2026-M03</c>, <c>2026Q3</c>, <c>2026S1</c> and <c>2026W12</c>.</summary>
    /// <exception cref="FormatException">The text is no period.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period such as 2026, 2026-Q3 or 2026-03.");

    /// <summary>Reads a period as <see cref="Parse"/> does; false where the text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        text = text.Trim();
        if (text.Length < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is 0)
        {
            return false;
        }

        if (text.Length == 4)
        {
            period = Year(year);
            return true;
        }

        var rest = text[4] == '-' ? text[5..] : text[4..];
        if (rest.IsEmpty)
        {
            return false;
        }

        var letter = char.ToUpperInvariant(rest[0]);
        if (char.IsAsciiDigit(letter))
        {
            return rest.Length == 2 ? TryMonth(year, rest, out period) : TryDay(text, out period);
        }

        if (!int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        switch (letter)
        {
            case 'M' when number is >= 1 and <= 12:
                period = Month(year, number);
                return true;
            case 'Q' when number is >= 1 and <= 4:
                period = new($"{year:0000}-Q{number}", Frequency.Quarterly, new DateOnly(year, (number * 3) - 2, 1));
                return true;
            case 'S' when number is 1 or 2:
                period = new($"{year:0000}-S{number}", Frequency.HalfYearly, new DateOnly(year, (number * 6) - 5, 1));
                return true;
            case 'W' when number >= 1 && number <= ISOWeek.GetWeeksInYear(year):
                period = new($"{year:0000}-W{number:00}", Frequency.Weekly, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)));
                return true;
            case 'A' when number == 1:
                period = Year(year);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The period so many later, or earlier where the number is below zero: <c>2026-Q3</c> and 2 give <c>2027-Q1</c>.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default</c>, which is no period.</exception>
    public Period Plus(int periods) => text is null ? throw new InvalidOperationException("No period stands here, so none comes after it.") : Frequency switch
    {
        Frequency.Annual => Year(Start.Year + periods),
        Frequency.HalfYearly => OfPart(Start.AddMonths(6 * periods), 'S', 6, Frequency),
        Frequency.Quarterly => OfPart(Start.AddMonths(3 * periods), 'Q', 3, Frequency),
        Frequency.Monthly => OfMonth(Start.AddMonths(periods)),
        Frequency.Weekly => OfWeek(Start.AddDays(7 * periods)),
        _ => OfDay(Start.AddDays(periods)),
    };

    /// <inheritdoc/>
    public int CompareTo(Period other) => Start != other.Start ? Start.CompareTo(other.Start) : Frequency.CompareTo(other.Frequency);

    /// <summary>Earlier.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical text.</summary>
    public override string ToString() => Text;

    private static bool TryMonth(int year, ReadOnlySpan<char> digits, out Period period)
    {
        var isMonth = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12;
        period = isMonth ? Month(year, month) : default;
        return isMonth;
    }

    private static bool TryDay(ReadOnlySpan<char> text, out Period period)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        period = isDay ? OfDay(day) : default;
        return isDay;
    }

    private static Period OfDay(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Frequency.Daily, day);

    private static Period OfMonth(DateOnly start) => Month(start.Year, start.Month);

    private static Period OfWeek(DateOnly monday)
    {
        var day = monday.ToDateTime(TimeOnly.MinValue);
        return new(string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}"), Frequency.Weekly, monday);
    }

    private static Period OfPart(DateOnly start, char letter, int months, Frequency frequency) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}-{letter}{((start.Month - 1) / months) + 1}"), frequency, start);
}
