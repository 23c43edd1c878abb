using System.Globalization;
using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Sedia;

/// <summary>The portal's dates, such as <c>2025-10-02T00:00:00.000+0000</c>. What names no zone, and every day, is by the clocks of Brussels.</summary>
internal static class PortalTime
{
    // The end of the year 9998: every zone still has a day for it.
    private const long LastMillisecond = 253_370_764_800_000;

    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>The instant; null where the text is no date.</summary>
    public static Moment? At(string? text) =>
        !FeedDate.TryParse(text, Brussels, out var date) ? null
        : date.IsDay ? Moment.On(DateOnly.FromDateTime(date.Start.DateTime))
        : Moment.At(date.Start);

    /// <summary>The day; null where the text is no date.</summary>
    public static DateOnly? Day(string? text) =>
        !FeedDate.TryParse(text, Brussels, out var date) ? null
        : date.IsDay ? DateOnly.FromDateTime(date.Start.DateTime)
        : DayOf(date.Start);

    /// <summary>The day of milliseconds since 1970, as a number or as a text, or of a date in one of the other forms.</summary>
    public static DateOnly? DayOfEpoch(string? text) =>
        !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) ? Day(text)
        : milliseconds is > 0 and <= LastMillisecond ? DayOf(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds))
        : null;

    /// <summary>The day of an instant in Brussels.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Brussels).DateTime);
}
