using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Foresight.Sdk.Testing;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>A server on the loopback that stands for every host: it gives the recorded answers with what tells whether they changed, in one manner or another.</summary>
internal sealed class RecordedServer : IDisposable
{
    private const string Scheme = "X-Forwarded-Proto";

    private readonly ReplayTransport recorded;
    private readonly ServerManner manner;
    private readonly LoopbackServer server = new();
    private readonly ConcurrentDictionary<string, bool> disturbed = [];
    private readonly ConcurrentDictionary<string, bool> tagged = [];
    private int refusals;
    private int answered;
    private int unchanged;

    public RecordedServer(ReplayTransport recorded, ServerManner manner)
    {
        (this.recorded, this.manner) = (recorded, manner);
        server.On("*", Reply);
    }

    /// <summary>Addresses that were asked for in full again although their answer had an ETag or a date.</summary>
    public ConcurrentQueue<string> AskedInFullAgain { get; } = [];

    /// <summary>The last handler before the sockets: leads every request here.</summary>
    public HttpMessageHandler Lead(HttpMessageHandler sockets) => new LeadingHandler(server, sockets);

    /// <summary>How many answers were given since it was last asked, and how many of them were 304.</summary>
    public (int All, int Unchanged) Count() => (Interlocked.Exchange(ref answered, 0), Interlocked.Exchange(ref unchanged, 0));

    public void Dispose()
    {
        server.Dispose();
        recorded.Dispose();
    }

    private LoopbackReply Reply(LoopbackRequest request)
    {
        var url = new Uri($"{request.Header(Scheme)}://{request.Header("Host")}{request.PathAndQuery}");
        var question = $"{request.Method} {url} {request.Body}";
        var reply = recorded.ReplyTo(url, request);
        if (manner is ServerManner.Refusing && disturbed.TryAdd(question, true))
        {
            return Interlocked.Increment(ref refusals) % 2 == 1 ? LoopbackReply.Of(429, ("Retry-After", "0")) : LoopbackReply.Of(503);
        }

        if (manner is ServerManner.BreakingOff && reply.Body.Length > 1 && disturbed.TryAdd(question, true))
        {
            return reply with { CutAfter = reply.Body.Length / 2 };
        }

        Interlocked.Increment(ref answered);
        return manner is ServerManner.Packed ? Packed(Tagged(reply, question, request), request) : Tagged(reply, question, request);
    }

    private LoopbackReply Tagged(LoopbackReply reply, string question, LoopbackRequest request)
    {
        if (request.Method != "GET" || reply.Status != 200)
        {
            return reply;
        }

        // Some servers have dates only; the answers of a case stay the same.
        var (validator, condition, tag) = manner is ServerManner.Refusing
            ? ("Last-Modified", "If-Modified-Since", "Mon, 31 Aug 2026 04:00:00 GMT")
            : ("ETag", "If-None-Match", $"\"{Convert.ToHexStringLower(SHA256.HashData(reply.Body.Span))}\"");
        if (request.Header(condition) == tag)
        {
            Interlocked.Increment(ref unchanged);
            return LoopbackReply.Of(304, (validator, tag));
        }

        if (!tagged.TryAdd(question, true))
        {
            AskedInFullAgain.Enqueue(question);
        }

        return reply with { Headers = new Dictionary<string, string>(reply.Headers) { [validator] = tag } };
    }

    private static LoopbackReply Packed(LoopbackReply reply, LoopbackRequest request)
    {
        if (reply.Body.Length == 0 || request.Header("Accept-Encoding")?.Contains("gzip", StringComparison.Ordinal) != true)
        {
            return reply;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(reply.Body.Span);
        }

        return reply with { Body = packed.ToArray(), Chunked = true, Headers = new Dictionary<string, string>(reply.Headers) { ["Content-Encoding"] = "gzip" } };
    }

    private sealed class LeadingHandler(LoopbackServer server, HttpMessageHandler sockets) : DelegatingHandler(sockets)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var url = request.RequestUri!;
            request.Headers.Host = url.Authority;
            request.Headers.Add(Scheme, url.Scheme);
            request.RequestUri = server.Url(url.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = url;
                request.Headers.Host = null;
                request.Headers.Remove(Scheme);
            }
        }
    }
}
