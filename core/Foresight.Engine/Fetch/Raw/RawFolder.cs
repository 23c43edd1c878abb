using System.Globalization;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>Where things lie below <c>raw</c>.</summary>
internal static class RawFolder
{
    /// <summary>A source's folder of a day, relative to the store's.</summary>
    public static string DayOf(string source, DateTimeOffset time) => Path.Combine(
        "raw", source, time.UtcDateTime.ToString("yyyy", CultureInfo.InvariantCulture), time.UtcDateTime.ToString("MM", CultureInfo.InvariantCulture), time.UtcDateTime.ToString("dd", CultureInfo.InvariantCulture));
}
