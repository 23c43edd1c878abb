using System.Net;
using System.Text;

namespace Foresight.Sdk.Testing.Rules;

/// <summary>A way in which an answer can be bad.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="IsNoData">Whether there is nothing in it that could be taken for data.</param>
/// <param name="Apply">Makes the bad answer from the good one.</param>
internal sealed record Damage(string Name, bool IsNoData, Func<HttpResponseMessage, byte[], HttpResponseMessage> Apply)
{
    private const string Page = "<!DOCTYPE html><html lang=\"en\"><head><title>Just a moment</title></head><body><p>Please enable JavaScript.</p></body></html>";

    public static IReadOnlyList<Damage> All { get; } =
    [
        new("500", true, (good, _) => With(good, HttpStatusCode.InternalServerError, "text/plain", Bytes("Internal error"))),
        new("503 with a page", true, (good, _) => With(good, HttpStatusCode.ServiceUnavailable, "text/html", Bytes(Page))),
        new("429", true, (good, _) => With(good, HttpStatusCode.TooManyRequests, "text/plain", [])),
        new("403", true, (good, _) => With(good, HttpStatusCode.Forbidden, "text/html", Bytes(Page))),
        new("404", true, (good, _) => With(good, HttpStatusCode.NotFound, "text/plain", [])),
        new("an empty body", true, (good, _) => With(good, HttpStatusCode.OK, null, [])),
        new("202 without a body", true, (good, _) => With(good, HttpStatusCode.Accepted, "text/html", [])),
        new("a web page", true, (good, _) => With(good, HttpStatusCode.OK, "text/html; charset=utf-8", Bytes(Page))),
        new("a dead server", true, (_, _) => throw new HttpRequestException("Connection refused")),
        new("no answer in time", true, (_, _) => throw new TaskCanceledException("The request timed out.", new TimeoutException())),
        new("half of its bytes", false, (good, bytes) => With(good, HttpStatusCode.OK, good.Content.Headers.ContentType?.ToString(), bytes[..(bytes.Length / 2)])),
        new("bytes of noise", false, (good, bytes) => With(good, HttpStatusCode.OK, good.Content.Headers.ContentType?.ToString(), Noise(bytes))),
    ];

    private static HttpResponseMessage With(HttpResponseMessage good, HttpStatusCode status, string? contentType, byte[] body)
    {
        var bad = new HttpResponseMessage(status) { RequestMessage = good.RequestMessage, Content = new ByteArrayContent(body) };
        if (contentType is not null)
        {
            bad.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return bad;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // The same noise for the same bytes: a breach can be seen again.
    private static byte[] Noise(byte[] bytes)
    {
        var noisy = (byte[])bytes.Clone();
        var state = 2463534242u;
        for (var i = 0; i < noisy.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            if (state % 23 == 0)
            {
                noisy[i] = (byte)(state >> 8);
            }
        }

        return noisy;
    }
}

/// <summary>Serves the answers of another transport, one of them damaged.</summary>
internal sealed class DamagedTransport(HttpMessageHandler inner, int which, Damage damage) : DelegatingHandler(inner)
{
    private int asked = -1;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref asked);
        var good = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return number == which ? damage.Apply(good, await good.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)) : good;
    }
}
