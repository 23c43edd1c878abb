using System.Net;
using System.Net.Sockets;

namespace Foresight.Engine.Fetch.Guard;

/// <summary>Which addresses lie in the open Internet: all others could be a service of our own network.</summary>
internal static class PublicAddress
{
    // IANA's registries of special-purpose addresses: what is not globally reachable, and multicast.
    private static readonly IPNetwork[] Special4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Special6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is public; one that wraps an IPv4 address is judged by that.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.AddressFamily is AddressFamily.InterNetwork)
        {
            return !Special4.Any(network => network.Contains(address));
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return Is(address.MapToIPv4());
        }

        var bytes = address.GetAddressBytes();
        return SixToFour.Contains(address) ? Is(new IPAddress(bytes.AsSpan(2, 4)))
            : Nat64.Contains(address) ? Is(new IPAddress(bytes.AsSpan(12, 4)))
            : Global6.Contains(address) && !Special6.Any(network => network.Contains(address));
    }
}
