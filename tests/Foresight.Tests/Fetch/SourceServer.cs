using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Enumeration;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Foresight.Tests.Fetch;

/// <summary>
/// A small HTTP/1.1 server on the loopback that answers by script, also as no server should: cut off, without end, silent. A route is
/// a path with its query, in which <c>*</c> stands for any text; its replies come one after another, the last one again and again; those with
/// a condition come whenever it fits.
/// What has no route is answered 404.
/// </summary>
internal sealed class SourceServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly List<Route> routes = [];
    private readonly ConcurrentQueue<SeenRequest> requests = [];

    public SourceServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The requests, in the order in which they came.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. requests];

    /// <summary>An address here; by name, or by number.</summary>
    public Uri Url(string pathAndQuery, string host = "127.0.0.1") => new($"http://{host}:{Port}{pathAndQuery}");

    /// <summary>Adds a route; routes added later go first.</summary>
    public SourceServer On(string pathAndQuery, params Reply[] replies)
    {
        lock (routes)
        {
            routes.Insert(0, new Route(pathAndQuery, new ConcurrentQueue<Reply>(replies)));
        }

        return this;
    }

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(closing.Token), closing.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream, cancellationToken) is { } request)
                {
                    requests.Enqueue(request);
                    var reply = Find(request);
                    await AnswerAsync(stream, reply.BodyOf is { } make ? reply with { Body = make(request) } : reply, cancellationToken);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or CutException)
            {
                // The other side went, or the script says that we do.
            }
        }
    }

    private Reply Find(SeenRequest request)
    {
        lock (routes)
        {
            foreach (var route in routes.Where(route => FileSystemName.MatchesSimpleExpression(route.Pattern.Replace("?", @"\?", StringComparison.Ordinal), request.PathAndQuery, ignoreCase: false)))
            {
                if (route.Next(request) is { } reply)
                {
                    return reply;
                }
            }
        }

        return new Reply { Status = 404 };
    }

    private static async Task AnswerAsync(NetworkStream stream, Reply reply, CancellationToken cancellationToken)
    {
        if (reply is { Silent: true, Body.Length: 0 })
        {
            await UntilGoneAsync(stream, cancellationToken);
        }

        var chunked = reply.Chunked || reply.Endless;
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Scripted\r\n");
        foreach (var (name, value) in reply.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        if (chunked)
        {
            head.Append("Transfer-Encoding: chunked\r\n");
        }
        else if (!reply.Headers.ContainsKey("Content-Length") && reply.Status != 304)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {reply.Body.Length + (reply.Silent ? 1_000_000 : 0)}\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
        var body = reply.CutAfter is { } cut ? reply.Body[..cut] : reply.Body;
        do
        {
            await (chunked ? WriteChunkAsync(stream, body, cancellationToken) : stream.WriteAsync(body, cancellationToken).AsTask());
        }
        while (reply.Endless);

        if (reply.Silent)
        {
            await UntilGoneAsync(stream, cancellationToken);
        }

        if (reply.CutAfter is not null || (reply.Headers.TryGetValue("Content-Length", out var stated) && stated != body.Length.ToString(CultureInfo.InvariantCulture)))
        {
            throw new CutException();
        }

        if (chunked)
        {
            await WriteChunkAsync(stream, [], cancellationToken);
        }
    }

    private static async Task WriteChunkAsync(NetworkStream stream, byte[] bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), cancellationToken);
        await stream.WriteAsync(bytes, cancellationToken);
        await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
    }

    private static async Task UntilGoneAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        while (await stream.ReadAsync(new byte[1], cancellationToken) > 0)
        {
        }

        throw new CutException();
    }

    private static async Task<SeenRequest?> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return new SeenRequest(first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }

    private sealed class CutException : Exception;

    private sealed record Route(string Pattern, ConcurrentQueue<Reply> Replies)
    {
        public Reply? Next(SeenRequest request)
        {
            if (!Replies.TryPeek(out var reply) || reply.When?.Invoke(request) == false)
            {
                return Replies.FirstOrDefault(other => other.When?.Invoke(request) ?? true);
            }

            if (Replies.Count > 1 && reply.When is null)
            {
                Replies.TryDequeue(out _);
            }

            return reply;
        }
    }
}
