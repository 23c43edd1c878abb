namespace Foresight.Formats.Feeds;

/// <summary>A date of a feed, as precise as it was written.</summary>
/// <param name="Start">The instant with the offset that it was written with; for a day its first instant in UTC.</param>
/// <param name="IsDay">Whether no time of day was written.</param>
public readonly record struct FeedDate(DateTimeOffset Start, bool IsDay)
{
    /// <summary>
    /// Reads a date in any form that feeds have been seen to use: RFC 822 (also with a weekday that contradicts the date), ISO 8601,
    /// <c>2026-04-24 23:00:00.0</c>, <c>Monday, July 27, 2026 - 15:30</c>. A month or year alone is its first day.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone of a time that names none.</param>
    /// <param name="date">The date.</param>
    /// <returns>False where the text is no date, or one before 1900: producers write year 1 for "none".</returns>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out FeedDate date) => FeedDateParser.TryParse(text.Trim(), zone, out date);
}
