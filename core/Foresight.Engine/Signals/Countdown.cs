using System.Text.RegularExpressions;

namespace Foresight.Engine.Signals;

/// <summary>The words of a sentence that count the days to a date.</summary>
internal static partial class Countdown
{
    /// <summary>The sentence without them.</summary>
    public static string Remove(string sentence) => Words().Replace(sentence, "");

    [GeneratedRegex(@"\b(om|in) (\d[\d\s\u00A0.,]*|en|ett|one|two|två) (dagar|dag|days|day|veckor|vecka|weeks|week)\b|\b(i dag|i morgon|today|tomorrow)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
