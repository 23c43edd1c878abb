using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>Parts of sentences that charts and findings share. <c>sv ? … : …</c> stands at the place of use, so that both can be read together.</summary>
internal static class Phrases
{
    private const char NoBreakSpace = '\u00A0';

    public static bool IsSwedish(string language) => language == "sv";

    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A name within a sentence; an abbreviation keeps its capitals.</summary>
    public static string Small(string text) => text.Length > 1 && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>A value with its unit: <c>7,90 ton CO2e per invånare</c>, <c>85,3 %</c>, <c>85.3%</c>.</summary>
    public static string WithUnit(double value, Indicator indicator, string language)
    {
        var unit = indicator.Unit.In(language);
        var number = Wording.Number(value, language, indicator.Decimals);
        return unit.Length == 0 ? number
            : unit[0] == '%' ? (IsSwedish(language) ? $"{number}{NoBreakSpace}{unit}" : number + unit)
            : $"{number} {unit}";
    }

    /// <summary>A small number in words, as in running text.</summary>
    public static string Count(int number, string language)
    {
        string[] swedish = ["ingen", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
        string[] english = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
        var words = IsSwedish(language) ? swedish : english;
        return number >= 0 && number < words.Length ? words[number] : Wording.Number(number, language);
    }

    /// <summary>"de senaste sex månaderna", "the last six months", "den senaste månaden".</summary>
    public static string LastMonths(int months, string language) => (IsSwedish(language), months) switch
    {
        (true, 1) => "den senaste månaden",
        (true, _) => $"de senaste {Count(months, language)} månaderna",
        (false, 1) => "the last month",
        (false, _) => $"the last {Count(months, language)} months",
    };

    /// <summary>A list in a sentence: "Grönland, Färöarna eller Namibia".</summary>
    public static string Listed(IReadOnlyList<string> items, string last) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}";

    /// <summary>A list in a sentence: "Norge, Tyskland och Finland".</summary>
    public static string AndList(IReadOnlyList<string> items, string language) => Listed(items, IsSwedish(language) ? "och" : "and");

    /// <summary>"Sveriges", "Sweden's".</summary>
    public static string Genitive(string name, string language) =>
        IsSwedish(language) ? (name[^1] is 's' or 'x' or 'z' ? name : name + "s") : name + (name[^1] == 's' ? "'" : "'s");

    /// <summary>"Egen bearbetning av uppgifter från …", with the day on which they were fetched where it is known.</summary>
    public static string OwnWork(string from, DateOnly? fetched, string language) =>
        (IsSwedish(language) ? $"Egen bearbetning av uppgifter från {from}" : $"Own calculations from data of {from}") + Fetched(fetched, language) + ".";

    /// <summary>"Källa: …", only for figures that nobody touched.</summary>
    public static string Untouched(string from, DateOnly? fetched, string language) =>
        (IsSwedish(language) ? "Källa: " : "Source: ") + from + Fetched(fetched, language) + ".";

    /// <summary>Producers by name, at most three of them, and the source that gathered their figures where it is another: "SCB och Skolverket via Kolada".</summary>
    public static string Producers(IReadOnlyList<Indicator> indicators, string language)
    {
        const int Most = 3;
        var producers = indicators.Select(indicator => indicator.Producer).Distinct(StringComparer.Ordinal).ToArray();
        var sources = indicators.Select(indicator => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(indicator.Source)).Distinct(StringComparer.Ordinal).ToArray();
        var named = string.Join(", ", producers.Take(Most)) + (producers.Length <= Most ? "" : IsSwedish(language) ? " m.fl." : " and others");
        return sources.Length > 1 || producers.Contains(sources[0]) ? named : $"{named} via {sources[0]}";
    }

    /// <summary>That the source has published more than the store holds; null where it has not.</summary>
    public static string? Stale(Indicator indicator, Period newest, string language) =>
        indicator.Published is not { } published || published <= newest.Start.Year ? null
        : IsSwedish(language) ? $"Källan har nyare uppgifter (till {published})." : $"The source has newer data (to {published}).";

    /// <summary>The day on which the newest load of a source ended; null where there is none.</summary>
    public static async Task<DateOnly?> FetchedAsync(ITables tables, params string[] sources)
    {
        DateOnly? newest = null;
        foreach (var source in sources)
        {
            var table = await tables.QueryAsync("SELECT max(finished_at) AS finished FROM loads WHERE _source = $1", source).ConfigureAwait(false);
            var day = table.Rows.Select(row => row.Day("finished")).FirstOrDefault();
            newest = day is null || newest > day ? newest : day;
        }

        return newest;
    }

    /// <summary>What must be known of the indicator's kind before it is read.</summary>
    public static IEnumerable<string> KindNotes(Indicator indicator, double? value, string language)
    {
        var sv = IsSwedish(language);
        if (indicator.Kinds.HasFlag(SeriesKinds.Step))
        {
            yield return sv ? "Mäts inte varje år; bara uppmätta år är med." : "Not measured every year; only measured years are in it.";
        }

        if (indicator.Kinds.HasFlag(SeriesKinds.Rolling))
        {
            var years = Count(indicator.RollingYears ?? 3, language);
            yield return sv
                ? $"Medelvärde över {years} år: bara år så långt isär kan jämföras."
                : $"A mean over {years} years: only years that far apart can be compared.";
        }

        if (indicator.Kinds.HasFlag(SeriesKinds.Gaps))
        {
            yield return sv ? "År utan uppgift har lämnats tomma." : "Years without data are left empty.";
        }

        if (indicator.Kinds.HasFlag(SeriesKinds.FewPoints))
        {
            yield return sv ? "Serien har för få år för att visa en trend." : "The series has too few years to show a trend.";
        }

        if (indicator.Kinds.HasFlag(SeriesKinds.Noisy))
        {
            yield return sv ? "Värdet varierar mycket från år till år." : "The value varies a lot from year to year.";
        }

        if (value is { } level && Judgement.ChanceOf(indicator, level) is { } half)
        {
            var share = Judgement.IsShare(indicator);
            var cases = indicator.Denominator!.Value;
            var spread = Wording.Number(half, language, share ? 0 : indicator.Decimals);
            var unit = share ? (sv ? "\u00A0procentenheter" : " percentage points") : "";
            yield return sv
                ? $"Små tal (omkring {Wording.Number(cases, language)} fall): slumpen ensam kan ge ±{spread}{unit}."
                : $"Small numbers (about {Wording.Number(cases, language)} cases): chance alone can give ±{spread}{unit}.";
        }
    }

    private static string Fetched(DateOnly? day, string language) => day is null ? ""
        : IsSwedish(language) ? $", hämtade {Wording.Day(day.Value, language)}" : $", fetched {Wording.Day(day.Value, language)}";
}
