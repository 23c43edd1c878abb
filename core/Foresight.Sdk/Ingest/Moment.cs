namespace Foresight.Sdk;

/// <summary>When something happened, as precisely as the source says: an instant or a day. A day is no instant at midnight.</summary>
public readonly record struct Moment
{
    private Moment(DateTimeOffset start, bool isDay) => (Start, IsDay) = (start, isDay);

    /// <summary>The instant in UTC; for a day, its first instant taken as UTC (for sorting only).</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Whether only the day is known.</summary>
    public bool IsDay { get; }

    /// <summary>The day: the one given, or the instant's day in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Start.UtcDateTime);

    /// <summary>An instant.</summary>
    public static Moment At(DateTimeOffset instant) => new(instant.ToUniversalTime(), isDay: false);

    /// <summary>A day without a time.</summary>
    public static Moment On(DateOnly day) => new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), isDay: true);

    /// <summary>ISO 8601: <c>2026-09-05</c> or <c>2026-09-05T05:00:00Z</c>.</summary>
    public override string ToString() => Start.ToString(
        IsDay ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
