using System.Net;
using System.Text;

namespace Foresight.Sdk;

/// <summary>How a source asks: what comes back holds data, or the reason why there are none is thrown.</summary>
public static class SourceRequests
{
    private const int HeadBytes = 4096;
    private const int LongestSaid = 300;

    /// <summary>Gets an address.</summary>
    /// <param name="context">The source's context.</param>
    /// <param name="url">The address.</param>
    /// <param name="expected">What the answer should be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="SourceException">There is no such answer; its <see cref="SourceException.Fault"/> says why.</exception>
    public static async Task<Answer> GetAsync(this SourceContext context, Uri url, Expected expected, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        return await context.SendAsync(request, expected, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request of any kind.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public static async Task<Answer> SendAsync(this SourceContext context, HttpRequestMessage request, Expected expected, CancellationToken cancellationToken)
    {
        var url = request.RequestUri ?? throw new ArgumentException("The request has no address.", nameof(request));
        if (expected is Expected.Archive && request.Headers.AcceptEncoding.Count == 0)
        {
            // It is packed already, and only as it is can it be sought in.
            request.Headers.AcceptEncoding.ParseAdd("identity");
        }

        HttpResponseMessage? response = null;
        try
        {
            response = await context.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var head = new byte[HeadBytes];
            var read = await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            Array.Resize(ref head, read);
            ThrowIfNoData(url, response, head, expected);
            return new Answer(url, response, head, new AnswerStream(url, head, stream));
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (Explain(url, e, cancellationToken) is { } explained)
            {
                throw explained;
            }

            throw;
        }
    }

    internal static SourceException? Explain(Uri url, Exception e, CancellationToken cancellationToken) => e switch
    {
        OperationCanceledException or TimeoutException when !cancellationToken.IsCancellationRequested =>
            Retry(Fault.TimedOut, $"{url.Host} did not answer {url.Shown()} in time; the next run tries again.", e),
        HttpRequestException { InnerException: SourceException told } => told,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } or HttpIOException =>
            Retry(Fault.Broken, $"{url.Host} broke off its answer to {url.Shown()} ({Plain(e)}); the next run tries again.", e),
        HttpRequestException => Retry(Fault.Unreachable, $"{url.Host} could not be reached ({Plain(e)}); the next run tries again.", e),
        IOException or InvalidDataException =>
            Retry(Fault.Broken, $"The answer to {url.Shown()} cannot be read to its end ({Plain(e)}); the next run tries again.", e),
        _ => null,
    };

    private static void ThrowIfNoData(Uri url, HttpResponseMessage response, byte[] head, Expected expected)
    {
        var status = (int)response.StatusCode;
        var text = TextOf(head);
        if (IsChallenge(response, text, head.Length))
        {
            throw Retry(Fault.BotWall, $"{url.Host} answered {url.Shown()} with a challenge for browsers ({status}): it takes us for a robot; the next run tries again.");
        }

        switch (status)
        {
            case 429:
                throw Retry(Fault.TooManyRequests, $"{url.Host} answered 429 to {url.Shown()}: it was asked too often; the next run tries again.");
            case 408 or >= 500:
                throw Retry(Fault.ServerFault, $"{url.Host} answered {status} to {url.Shown()}: it cannot serve this now; the next run tries again.");
            case 404 or 410:
                throw new SourceException($"{url.Host} answered {status} to {url.Shown()}: check the address and the options in the policy.{Excerpt(text)}", Recovery.Stop) { Fault = Fault.NotFound };
            case 403:
                throw Retry(Fault.Refused, $"{url.Host} answered 403 to {url.Shown()}: it may block robots at times; if it lasts, check the address.{Excerpt(text)}");
            case < 200 or >= 300:
                throw new SourceException($"{url.Host} answered {status} to {url.Shown()}: check the options in the policy.{Excerpt(text)}", Recovery.Stop) { Fault = Fault.Refused };
        }

        if (head.Length == 0)
        {
            throw Retry(Fault.NoContent, $"{url.Host} answered {url.Shown()} with nothing ({status}, no bytes); the next run tries again.");
        }

        if (expected is not Expected.Anything && IsWebPage(text))
        {
            throw Retry(Fault.WebPage, $"{url.Host} answered {url.Shown()} with a web page where data were due: open it to see whether the address is wrong or the service is down.");
        }

        if (expected is Expected.Json && text is ['<', ..])
        {
            throw Retry(Fault.Malformed, $"{url.Host} answered {url.Shown()} with markup where JSON was due.{Excerpt(text)}");
        }
    }

    // Amazon's and Cloudflare's walls say so in a header; an empty 202 is the former's answer to anything that runs no script.
    private static bool IsChallenge(HttpResponseMessage response, string text, int length) =>
        response.Headers.Contains("x-amzn-waf-action")
        || (response.Headers.TryGetValues("cf-mitigated", out var mitigated) && mitigated.Contains("challenge"))
        || (response.StatusCode is HttpStatusCode.Accepted && (length == 0 || IsWebPage(text)))
        || (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.ServiceUnavailable && text.Contains("cf-challenge", StringComparison.OrdinalIgnoreCase));

    private static bool IsWebPage(string text) => text is ['<', ..]
        && (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (text.Contains("<html", StringComparison.OrdinalIgnoreCase) && !text.Contains("<rss", StringComparison.OrdinalIgnoreCase)
                && !text.Contains("<feed", StringComparison.OrdinalIgnoreCase) && text.IndexOf("<html", StringComparison.OrdinalIgnoreCase) < 1024
                && !text.Contains("<![CDATA[", StringComparison.Ordinal)));

    private static string TextOf(byte[] head) => (head switch
    {
        [0xff, 0xfe, ..] => Encoding.Unicode.GetString(head),
        [0xfe, 0xff, ..] => Encoding.BigEndianUnicode.GetString(head),
        _ => Encoding.UTF8.GetString(head),
    }).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');

    private static string Excerpt(string text)
    {
        if (text.Length == 0 || IsWebPage(text))
        {
            return "";
        }

        return OneLine(text) is [.., '.' or '…'] said ? $" It says: {said}" : $" It says: {OneLine(text)}.";
    }

    private static bool IsUnprintable(char character) => char.IsControl(character) || char.IsSurrogate(character);

    private static SourceException Retry(Fault fault, string sentence, Exception? inner = null) => new(sentence, Recovery.Retry, inner) { Fault = fault };

    /// <summary>Words of others for a sentence: one line without controls, and no more than fits.</summary>
    internal static string OneLine(string text, int most = LongestSaid)
    {
        if (text.Length <= most && !text.Any(IsUnprintable))
        {
            return text;
        }

        var cut = text[..Math.Min(text.Length, most)];
        var plain = string.Concat(cut.Select(character => IsUnprintable(character) ? ' ' : character));
        return string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + (text.Length > most ? "…" : "");
    }

    private static string Plain(Exception e) => OneLine(e.Message).TrimEnd('.');
}
