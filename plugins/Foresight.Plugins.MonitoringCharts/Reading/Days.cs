using System.Globalization;

namespace Foresight.Plugins.Reading;

/// <summary>Days as parameters of a query.</summary>
internal static class Days
{
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
