using System.Globalization;
using System.Net.Http.Headers;
using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Known;

/// <summary>How long an answer says that it holds: Cache-Control before Expires, and never longer than our own bound.</summary>
internal static class Freshness
{
    public static TimeSpan Of(AnswerMeta meta, FetchLimits limits) => Bounded(Stated(meta), limits);

    public static TimeSpan Bounded(TimeSpan time, FetchLimits limits) => time < TimeSpan.Zero ? TimeSpan.Zero : time > limits.Fresh ? limits.Fresh : time;

    private static TimeSpan Stated(AnswerMeta meta)
    {
        if (CacheControlHeaderValue.TryParse(meta.Header("Cache-Control"), out var rules))
        {
            if (rules.NoCache || rules.NoStore)
            {
                return TimeSpan.Zero;
            }

            if (rules.MaxAge is { } most)
            {
                var age = int.TryParse(meta.Header("Age"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
                return most - TimeSpan.FromSeconds(age);
            }
        }

        // An Expires that is no date means that it has expired.
        return Date(meta.Header("Expires")) is { } expires ? expires - (Date(meta.Header("Date")) ?? meta.FetchedAt) : TimeSpan.Zero;
    }

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
