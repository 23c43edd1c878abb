using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Net;
using System.Net.Sockets;

namespace Foresight.Sdk.Testing;

/// <summary>
/// A small HTTP/1.1 server on the loopback that answers by script, also as no server should: cut off, without end, silent. A route is
/// a path with its query, in which <c>*</c> stands for any text; its replies come one after another, the last one again and again; those with
/// a condition come whenever it fits. What has no route is answered 404.
/// </summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly List<Route> routes = [];
    private readonly ConcurrentQueue<LoopbackRequest> requests = [];

    /// <summary>Starts it on a free port.</summary>
    public LoopbackServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Its port.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The requests, in the order in which they came.</summary>
    public IReadOnlyList<LoopbackRequest> Requests => [.. requests];

    /// <summary>An address here.</summary>
    /// <param name="pathAndQuery">The path, with a slash first, and the query.</param>
    /// <param name="host">The host, as a number or as <c>localhost</c>.</param>
    public Uri Url(string pathAndQuery, string host = "127.0.0.1") => new($"http://{host}:{Port}{pathAndQuery}");

    /// <summary>Adds a route with replies; routes added later go first.</summary>
    public LoopbackServer On(string pathAndQuery, params LoopbackReply[] replies)
    {
        var queue = new ConcurrentQueue<LoopbackReply>(replies);
        return Add(new Route(pathAndQuery, request => Next(queue, request)));
    }

    /// <summary>Adds a route whose reply is made for each request anew; where it is null, the other routes are looked at.</summary>
    public LoopbackServer On(string pathAndQuery, Func<LoopbackRequest, LoopbackReply?> reply) => Add(new Route(pathAndQuery, reply));

    /// <summary>Closes it, with all connections.</summary>
    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
    }

    private LoopbackServer Add(Route route)
    {
        lock (routes)
        {
            routes.Insert(0, route);
        }

        return this;
    }

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(closing.Token).ConfigureAwait(false));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                var connection = new LoopbackConnection(client.GetStream(), closing.Token);
                while (await connection.ReadAsync().ConfigureAwait(false) is { } request)
                {
                    requests.Enqueue(request);
                    var reply = Find(request);
                    await connection.AnswerAsync(reply.BodyOf is { } make ? reply with { Body = make(request) } : reply).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side went, or the script says that we do.
            }
        }
    }

    private LoopbackReply Find(LoopbackRequest request)
    {
        Route[] all;
        lock (routes)
        {
            all = [.. routes];
        }

        return all.Where(route => FileSystemName.MatchesSimpleExpression(route.Expression, request.PathAndQuery, ignoreCase: false))
            .Select(route => route.Reply(request)).FirstOrDefault(reply => reply is not null) ?? LoopbackReply.Of(404);
    }

    private static LoopbackReply? Next(ConcurrentQueue<LoopbackReply> replies, LoopbackRequest request)
    {
        if (!replies.TryPeek(out var reply) || reply.When?.Invoke(request) == false)
        {
            return replies.FirstOrDefault(other => other.When?.Invoke(request) ?? true);
        }

        if (replies.Count > 1 && reply.When is null)
        {
            replies.TryDequeue(out _);
        }

        return reply;
    }

    private sealed record Route(string Pattern, Func<LoopbackRequest, LoopbackReply?> Reply)
    {
        // The matcher knows "?" (any one character) and "\" (the next to the letter): in an address they are themselves.
        public string Expression { get; } = Pattern.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("?", @"\?", StringComparison.Ordinal);
    }
}
