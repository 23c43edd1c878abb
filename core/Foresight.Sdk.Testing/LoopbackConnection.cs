using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Foresight.Sdk.Testing;

/// <summary>One connection to a <see cref="LoopbackServer"/>: HTTP/1.1 to the letter, also where the script breaks it.</summary>
internal sealed class LoopbackConnection(NetworkStream stream, CancellationToken cancellationToken)
{
    /// <summary>The next request; null where the other side has gone.</summary>
    public async Task<LoopbackRequest?> ReadAsync()
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n'))
        {
            if (await stream.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0];
        await stream.ReadExactlyAsync(body, cancellationToken).ConfigureAwait(false);
        return new LoopbackRequest(first[0], first[1], headers, Encoding.UTF8.GetString(body));
    }

    /// <summary>Answers.</summary>
    /// <exception cref="IOException">The script ends the connection here.</exception>
    public async Task AnswerAsync(LoopbackReply reply)
    {
        if (reply is { Silent: true, Body.Length: 0 })
        {
            await UntilGoneAsync().ConfigureAwait(false);
        }

        var chunked = reply.Chunked || reply.Endless;
        var body = reply.CutAfter is { } cut ? reply.Body[..cut] : reply.Body;
        await stream.WriteAsync(Head(reply, chunked), cancellationToken).ConfigureAwait(false);
        do
        {
            await (chunked ? WriteChunkAsync(body) : stream.WriteAsync(body, cancellationToken).AsTask()).ConfigureAwait(false);
        }
        while (reply.Endless);

        if (reply.Silent)
        {
            await UntilGoneAsync().ConfigureAwait(false);
        }

        if (reply.CutAfter is not null || (reply.Headers.TryGetValue("Content-Length", out var stated) && stated != body.Length.ToString(CultureInfo.InvariantCulture)))
        {
            throw new IOException("The script cuts the answer off.");
        }

        if (chunked)
        {
            await WriteChunkAsync(ReadOnlyMemory<byte>.Empty).ConfigureAwait(false);
        }
    }

    private static byte[] Head(LoopbackReply reply, bool chunked)
    {
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

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    private async Task WriteChunkAsync(ReadOnlyMemory<byte> bytes)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    private async Task UntilGoneAsync()
    {
        while (await stream.ReadAsync(new byte[1], cancellationToken).ConfigureAwait(false) > 0)
        {
        }

        throw new IOException("The other side gave up.");
    }
}
