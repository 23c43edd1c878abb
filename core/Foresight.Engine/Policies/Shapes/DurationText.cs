using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A length of time as a person writes it: <c>7 days</c>, <c>1 hour</c>, <c>0.5 seconds</c>; or as .NET does: <c>00:30:00</c>.</summary>
internal static partial class DurationText
{
    /// <summary>What one must be, for the sentence.</summary>
    public const string Due = "a duration such as 7 days, 12 hours, 1.5 seconds or 00:30:00";

    /// <returns>Null where the text is no duration, or a negative or endless one.</returns>
    public static TimeSpan? Parse(string text)
    {
        if (Words().Match(text) is not { Success: true } words)
        {
            return text.Contains(':') && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero ? time : null;
        }

        var count = double.Parse(words.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
        var unit = words.Groups["unit"].Value switch
        {
            "second" => TimeSpan.FromSeconds(1),
            "minute" => TimeSpan.FromMinutes(1),
            "hour" => TimeSpan.FromHours(1),
            "day" => TimeSpan.FromDays(1),
            _ => TimeSpan.FromDays(7),
        };
        return count * unit.TotalDays <= TimeSpan.MaxValue.TotalDays / 2 ? count * unit : null;
    }

    [GeneratedRegex(@"^(?<count>[0-9]{1,9}(\.[0-9]{1,3})?) (?<unit>second|minute|hour|day|week)s?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
