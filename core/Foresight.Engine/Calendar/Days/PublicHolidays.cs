using Foresight.Sdk;

namespace Foresight.Engine.Calendar.Days;

/// <summary>
/// The public holidays of the Nordic countries, and the eves on which their municipalities are closed all the same. Reckoned here, since no
/// package that does it can be had in an exact version (docs/calendar.md); Sweden by lagen (1989:253) om allmänna helgdagar, from 2005 on.
/// </summary>
internal static class PublicHolidays
{
    private static readonly Holiday NewYear = Fixed(1, 1, "nyårsdagen", "New Year's Day");
    private static readonly Holiday Epiphany = Fixed(1, 6, "trettondedag jul", "Epiphany");
    private static readonly Holiday MaundyThursday = Easter(-3, "skärtorsdagen", "Maundy Thursday");
    private static readonly Holiday GoodFriday = Easter(-2, "långfredagen", "Good Friday");
    private static readonly Holiday EasterEve = Easter(-1, "påskafton", "Easter Eve");
    private static readonly Holiday EasterSunday = Easter(0, "påskdagen", "Easter Sunday");
    private static readonly Holiday EasterMonday = Easter(1, "annandag påsk", "Easter Monday");
    private static readonly Holiday MayDay = Fixed(5, 1, "första maj", "May Day");
    private static readonly Holiday Ascension = Easter(39, "Kristi himmelsfärdsdag", "Ascension Day");
    private static readonly Holiday Whitsun = Easter(49, "pingstdagen", "Whit Sunday");
    private static readonly Holiday WhitMonday = Easter(50, "annandag pingst", "Whit Monday");
    private static readonly Holiday MidsummerEve = From(6, 19, DayOfWeek.Friday, "midsommarafton", "Midsummer Eve");
    private static readonly Holiday Midsummer = From(6, 20, DayOfWeek.Saturday, "midsommardagen", "Midsummer Day");
    private static readonly Holiday AllSaints = From(10, 31, DayOfWeek.Saturday, "alla helgons dag", "All Saints' Day");
    private static readonly Holiday ChristmasEve = Fixed(12, 24, "julafton", "Christmas Eve");
    private static readonly Holiday Christmas = Fixed(12, 25, "juldagen", "Christmas Day");
    private static readonly Holiday BoxingDay = Fixed(12, 26, "annandag jul", "Boxing Day");
    private static readonly Holiday NewYearsEve = Fixed(12, 31, "nyårsafton", "New Year's Eve");

    private static readonly Dictionary<string, Holiday[]> ByCountry = new(StringComparer.Ordinal)
    {
        ["SE"] =
        [
            NewYear, Epiphany, GoodFriday, EasterEve, EasterSunday, EasterMonday, MayDay, Ascension, Whitsun,
            Fixed(6, 6, "nationaldagen", "the National Day"), MidsummerEve, Midsummer, AllSaints, ChristmasEve, Christmas, BoxingDay, NewYearsEve,
        ],
        ["NO"] =
        [
            NewYear, MaundyThursday, GoodFriday, EasterSunday, EasterMonday, MayDay, Fixed(5, 17, "Norges grundlagsdag", "Norway's Constitution Day"),
            Ascension, Whitsun, WhitMonday, ChristmasEve, Christmas, BoxingDay,
        ],
        ["DK"] = [NewYear, MaundyThursday, GoodFriday, EasterSunday, EasterMonday, Ascension, Whitsun, WhitMonday, ChristmasEve, Christmas, BoxingDay],
        ["FI"] =
        [
            NewYear, Epiphany, GoodFriday, EasterSunday, EasterMonday, MayDay, Ascension, Whitsun, MidsummerEve, Midsummer, AllSaints,
            Fixed(12, 6, "Finlands självständighetsdag", "Finland's Independence Day"), ChristmasEve, Christmas, BoxingDay,
        ],
    };

    /// <summary>Whether a country's days are known.</summary>
    public static bool Knows(string country) => ByCountry.ContainsKey(country);

    /// <summary>The countries that are known.</summary>
    public static IEnumerable<string> Countries => ByCountry.Keys;

    /// <summary>The holiday of that day; null where it is none, or the country is not known.</summary>
    public static LocalText? On(string country, DateOnly day) =>
        ByCountry.GetValueOrDefault(country)?.FirstOrDefault(holiday => holiday.In(day.Year) == day)?.Name;

    /// <summary>Easter Sunday of the Gregorian calendar, by the reckoning of Meeus, Jones and Butcher.</summary>
    public static DateOnly EasterOf(int year)
    {
        var (golden, century, rest) = (year % 19, year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * weekday)) / 451;
        var days = moon + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static Holiday Fixed(int month, int day, string sv, string en) => new(year => new DateOnly(year, month, day), new LocalText(sv, en));

    private static Holiday Easter(int days, string sv, string en) => new(year => EasterOf(year).AddDays(days), new LocalText(sv, en));

    // The first such weekday from a day on: midsummer is the Saturday from 20 to 26 June.
    private static Holiday From(int month, int day, DayOfWeek weekday, string sv, string en) => new(
        year => new DateOnly(year, month, day) is var first ? first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7) : default, new LocalText(sv, en));

    private sealed record Holiday(Func<int, DateOnly> In, LocalText Name);
}
