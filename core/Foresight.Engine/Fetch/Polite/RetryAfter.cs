namespace Foresight.Engine.Fetch.Polite;

/// <summary>How long a host asks us to wait, in seconds or as a date.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider clock) => response is { StatusCode: var status, Headers.RetryAfter: { } stated }
        && (int)status is 408 or 429 or >= 500
        ? Positive(stated.Delta ?? stated.Date - clock.GetUtcNow())
        : null;

    private static TimeSpan? Positive(TimeSpan? wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
}
