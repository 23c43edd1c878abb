using System.Net;
using System.Net.Sockets;

namespace Foresight.Engine.Fetch.Guard;

/// <summary>
/// Connections to public addresses only: names are resolved here, and what is connected to is the very address that was judged, so
/// that no second look-up can lead elsewhere. It holds for every hop of a redirect.
/// </summary>
internal sealed class GuardedSockets(IEnumerable<string> privateHosts, FetchLimits limits)
{
    private readonly HashSet<string> allowed = new(privateHosts, StringComparer.OrdinalIgnoreCase);

    public SocketsHttpHandler Create() => new()
    {
        // The answer is kept as it came and unpacked afterwards; redirects are followed hop by hop.
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = limits.Connect,
        MaxConnectionsPerServer = limits.SideBySide,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = ConnectAsync,
    };

    /// <summary>Refuses a host that is an address itself, also where a proxy of the machine would resolve it.</summary>
    public void ThrowIfPrivate(Uri url)
    {
        if (!allowed.Contains(url.IdnHost) && IPAddress.TryParse(url.IdnHost, out var address) && !PublicAddress.Is(address))
        {
            throw Refusal(url.IdnHost, address);
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (!allowed.Contains(host) && !IsProxy(context))
        {
            var known = addresses;
            addresses = [.. known.Where(PublicAddress.Is)];
            if (addresses.Length == 0 && known.Length > 0)
            {
                throw Refusal(host, known[0]);
            }
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // The machine's own proxy may lie in its own network: whoever set it up meant it, and it resolves names itself.
    private static bool IsProxy(SocketsHttpConnectionContext context) =>
        context.InitialRequestMessage.Method == HttpMethod.Connect
        || (context.InitialRequestMessage.RequestUri is { } target && HttpClient.DefaultProxy.GetProxy(target) is { } proxy
            && !HttpClient.DefaultProxy.IsBypassed(target) && proxy.IdnHost == context.DnsEndPoint.Host && proxy.Port == context.DnsEndPoint.Port);

    private static Sdk.SourceException Refusal(string host, IPAddress address) => FetchFaults.Unsafe(
        $"{host} is at {address}, which is no public address: if it is meant, add the host to fetching.privateHosts of the policy.");
}
