using System.Globalization;

namespace Foresight.Formats.Feeds;

/// <summary>
/// Reads dates word by word: numbers, names of months, names of zones. A weekday is passed over, so that one which contradicts the
/// date does no harm. Tables of exact formats were tried and lost: real feeds differ in every separator.
/// </summary>
internal static class FeedDateParser
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // RFC 822's own names; every other zone is written as an offset, or left out.
    private static readonly Dictionary<string, int> ZoneHours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["CET"] = 1,
        ["MET"] = 1,
        ["CEST"] = 2,
        ["MEST"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["BST"] = 1,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    };

    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out FeedDate date)
    {
        date = default;
        if (text.Length is < 4 or > 80)
            return false;
        var parts = default(Parts);
        var read = char.IsAsciiDigit(text[0]) && IsIso(text) ? ReadIso(text, ref parts) : ReadWords(text, ref parts);
        return read && parts.TryBuild(zone, out date);
    }

    private static bool IsIso(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is 4 or 8 or < 0 || (digits == 6 && text[6] == 'T');
    }

    private static bool ReadIso(ReadOnlySpan<char> text, ref Parts parts)
    {
        var rest = text;
        if (!TakeNumber(ref rest, 4, out parts.Year))
            return false;
        (parts.Month, parts.Day) = (1, 1);
        Skip(ref rest, '-');
        if (rest.Length >= 2 && char.IsAsciiDigit(rest[0]))
        {
            if (!TakeNumber(ref rest, 2, out parts.Month))
                return false;
            Skip(ref rest, '-');
            if (rest.Length >= 2 && char.IsAsciiDigit(rest[0]) && !TakeNumber(ref rest, 2, out parts.Day))
                return false;
        }

        if (rest.IsEmpty)
            return true;
        // A zone may follow a bare day: 2026-08-18Z, 2026-08-06+02:00. It is still a day.
        if (rest[0] is 'T' or 't' or ' ' or '_')
            return ReadTime(rest[1..].TrimStart(), ref parts);
        return ReadZone(rest, ref parts);
    }

    private static bool ReadTime(ReadOnlySpan<char> text, ref Parts parts)
    {
        var rest = text;
        if (!TakeNumber(ref rest, 2, out parts.Hour, atLeast: 1))
            return false;
        parts.HasTime = true;
        Skip(ref rest, ':');
        if (rest.Length > 0 && char.IsAsciiDigit(rest[0]) && !TakeNumber(ref rest, 2, out parts.Minute))
            return false;
        if (rest.Length > 0 && rest[0] == ':')
            rest = rest[1..];
        if (rest.Length > 0 && char.IsAsciiDigit(rest[0]) && !TakeNumber(ref rest, 2, out parts.Second))
            return false;
        if (rest.Length > 0 && rest[0] is '.' or ',')
            rest = rest[1..].TrimStart("0123456789");
        return ReadZone(rest.Trim(), ref parts);
    }

    private static bool ReadZone(ReadOnlySpan<char> text, ref Parts parts)
    {
        if (text.IsEmpty)
            return true;
        if (text[0] is '+' or '-' && text.Length > 1 && char.IsAsciiDigit(text[1]))
        {
            var rest = text[1..];
            if (!TakeNumber(ref rest, 2, out var hours, atLeast: 1))
                return false;
            Skip(ref rest, ':');
            var minutes = 0;
            if (rest.Length > 0 && !TakeNumber(ref rest, 2, out minutes))
                return false;
            parts.Offset = (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
            // "+0200 (CEST)" names the zone twice.
            return rest.IsEmpty || rest.TrimStart()[0] == '(';
        }

        if (!ZoneHours.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
            return false;
        parts.Offset = known * 60;
        return true;
    }

    /// <summary>Day, month's name and year in any order of the first two, then a time and a zone.</summary>
    private static bool ReadWords(ReadOnlySpan<char> text, ref Parts parts)
    {
        foreach (var range in text.SplitAny(" ,\t\r\n"))
        {
            var word = text[range];
            if (word.IsEmpty || word is "-" or "at" or "kl")
                continue;
            if (word.Contains(':'))
                return ReadTime(text[range.Start..].Trim(), ref parts) && parts.Day > 0;
            if (parts.Day > 0 && parts.Month > 0 && parts.Year > 0)
                return ReadZone(text[range.Start..].Trim(), ref parts);
            if (!ReadDateWord(word, ref parts))
                return false;
        }

        return parts.Day > 0 && parts.Month > 0 && parts.Year > 0;
    }

    private static bool ReadDateWord(ReadOnlySpan<char> word, ref Parts parts)
    {
        // 04-Sep-2026 is one word of three.
        if (char.IsAsciiDigit(word[0]) && word.Contains('-'))
        {
            foreach (var range in word.Split('-'))
            {
                if (word[range].IsEmpty || !ReadDateWord(word[range], ref parts))
                    return false;
            }

            return true;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            var digits = word.TrimEnd("stndrh.");
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return false;
            if (parts.Day == 0 && number is >= 1 and <= 31 && digits.Length <= 2)
                parts.Day = number;
            else if (parts.Year == 0)
                parts.Year = digits.Length > 2 ? number : number < 70 ? 2000 + number : 1900 + number;
            else
                return false;
            return true;
        }

        if (parts.Month == 0 && word.Length >= 3)
        {
            for (var i = 0; i < Months.Length; i++)
            {
                if (word.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase))
                    parts.Month = i + 1;
            }
        }

        return char.IsAsciiLetter(word[0]); // a month, or a weekday, which is passed over
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> text, int digits, out int number, int atLeast = 0)
    {
        var length = 0;
        while (length < digits && length < text.Length && char.IsAsciiDigit(text[length]))
            length++;
        number = 0;
        if (length < (atLeast > 0 ? atLeast : digits) || !int.TryParse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;
        text = text[length..];
        return true;
    }

    private static void Skip(ref ReadOnlySpan<char> text, char separator)
    {
        if (text.Length > 1 && text[0] == separator && char.IsAsciiDigit(text[1]))
            text = text[1..];
    }

    private struct Parts
    {
        public int Year, Month, Day, Hour, Minute, Second;
        public int? Offset;
        public bool HasTime;

        public readonly bool TryBuild(TimeZoneInfo zone, out FeedDate date)
        {
            date = default;
            if (Year is < 1900 or > 9998 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)
                || Hour > 24 || Minute > 59 || Second > 60 || Offset is < -14 * 60 or > 14 * 60)
            {
                return false;
            }

            var day = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified);
            if (!HasTime)
            {
                date = new FeedDate(new DateTimeOffset(day, TimeSpan.Zero), IsDay: true);
                return true;
            }

            // 24:00 is the next day's start, a leap second the last of its minute.
            var local = day.AddHours(Hour).AddMinutes(Minute).AddSeconds(Math.Min(Second, 59));
            var offset = Offset is { } minutes ? TimeSpan.FromMinutes(minutes) : zone.GetUtcOffset(local);
            date = new FeedDate(new DateTimeOffset(local, offset), IsDay: false);
            return true;
        }
    }
}
