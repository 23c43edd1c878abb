using System.Security.Authentication;
using Foresight.Engine.Store.Files;
using Foresight.Sdk;
using Polly.Timeout;

namespace Foresight.Engine.Fetch;

/// <summary>What went wrong on the way, as a fault with one sentence. It is kept with the answer, so that a rebuild fails as the load did.</summary>
internal static class FetchFaults
{
    /// <summary>The fault of what was thrown; null where it is none of the way out.</summary>
    public static SourceException? Of(Uri url, Exception thrown)
    {
        for (Exception? e = thrown; e is not null; e = e.InnerException)
        {
            if (e is SourceException told)
            {
                return told;
            }
        }

        return thrown switch
        {
            TimeoutRejectedException or OperationCanceledException or TimeoutException =>
                Retry(Fault.TimedOut, $"{url.Host} did not answer {url.Shown()} in time; the next run tries again.", thrown),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } or HttpIOException =>
                Broken(url, thrown),
            HttpRequestException => Retry(Fault.Unreachable, $"{url.Host} could not be reached ({Plain(thrown)}); the next run tries again.", thrown),
            _ when WriteFault.Is(thrown) => new SourceException(
                $"The answer to {url.Shown()} could not be kept: {WriteFault.Words(thrown, "the store's folder")}", Recovery.Retry, thrown),
            _ => null,
        };
    }

    public static SourceException Broken(Uri url, Exception e) =>
        Retry(Fault.Broken, $"{url.Host} broke off its answer to {url.Shown()} ({Plain(e)}); the next run tries again.", e);

    public static SourceException Unpackable(Uri url, string coding, Exception e) =>
        Retry(Fault.Broken, $"The answer to {url.Shown()} cannot be unpacked ({coding}): it is cut off or damaged; the next run tries again.", e);

    public static SourceException Stalled(Uri url, TimeSpan span) =>
        Retry(Fault.TimedOut, FormattableString.Invariant($"{url.Host} stalled in its answer to {url.Shown()}: next to nothing came for {span.TotalSeconds:0.#} s; the next run tries again."));

    public static SourceException TooBig(Uri url, string what) =>
        new($"The answer to {url.Shown()} is too big: {what}; ask for less, or check the address.", Recovery.Stop) { Fault = Fault.TooBig };

    public static SourceException Unsafe(string sentence) => new(sentence, Recovery.Stop) { Fault = Fault.Unsafe };

    public static SourceException HeldOff(string host, DateTimeOffset until) => Retry(
        Fault.TooManyRequests, FormattableString.Invariant($"{host} asked us to wait until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC and is not asked before; a later run tries again."));

    /// <summary>The fault in the form in which a plugin gets it that uses the HttpClient itself.</summary>
    public static HttpRequestException ToThrow(SourceException fault) => new(fault.Message, fault);

    private static SourceException Retry(Fault fault, string sentence, Exception? inner = null) => new(sentence, Recovery.Retry, inner) { Fault = fault };

    // What is wrong with a certificate is told within; around it stands only that it is told there.
    private static string Plain(Exception e) =>
        (e.InnerException is (IOException and not HttpIOException) or AuthenticationException ? e.InnerException : e).Message.ReplaceLineEndings(" ").TrimEnd('.');
}
