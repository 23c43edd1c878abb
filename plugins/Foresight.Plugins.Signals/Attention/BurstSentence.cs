using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>What is said of counts of news.</summary>
internal static class BurstSentence
{
    /// <summary>"den senaste veckan", "de senaste tre veckorna".</summary>
    public static string Lately(int weeks, string language) => (Phrases.IsSwedish(language), weeks) switch
    {
        (true, 1) => "den senaste veckan",
        (true, _) => $"de senaste {Phrases.Count(weeks, language)} veckorna",
        (false, 1) => "in the last week",
        (false, _) => $"in the last {Phrases.Count(weeks, language)} weeks",
    };

    public static string Stories(long count, string language) => Counted(count, language, "nyhet", "nyheter", "story", "stories");

    public static string Reports(long count, string language) => Counted(count, language, "rapport", "rapporter", "report", "reports");

    public static string Publishers(long count, string language) => Counted(count, language, "utgivare", "utgivare", "publisher", "publishers");

    public static string Weeks(long count, string language) => Counted(count, language, "vecka", "veckor", "week", "weeks");

    /// <summary>An expected number: with a decimal where it is small.</summary>
    public static string Expected(double value, string language) => Wording.Number(value, language, value < 10 ? 1 : 0);

    /// <summary>What was counted, and what the counts are worth.</summary>
    public static LocalText Caveat(long reports, int publishers, bool byModel) => new(
        $"{Reports(reports, "sv")} från {Publishers(publishers, "sv")}. "
            + (byModel ? "Speglar vad de bevakade källorna publicerar och hur modellen sorterar det, inte hur viktigt området är."
                : "Speglar vad de bevakade källorna skriver, inte hur viktigt det är."),
        $"{Reports(reports, "en")} from {Publishers(publishers, "en")}. "
            + (byModel ? "Mirrors what the watched sources publish and how the model sorts it, not how important the area is."
                : "Mirrors what the watched sources write, not how important it is."));

    private static string Counted(long count, string language, string svOne, string svMany, string enOne, string enMany) =>
        Wording.Number(count, language) + " " + (Phrases.IsSwedish(language) ? (count == 1 ? svOne : svMany) : count == 1 ? enOne : enMany);
}
