using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Sdk;

public sealed class AddressWordingTests
{
    private static readonly string Long = new('x', 400);

    public static TheoryData<string, string> Addresses => new()
    {
        { "https://example.org/a/b?c=d", "https://example.org/a/b?c=d" },
        { "https://example.org:8443/nämnd%20å?ö=%C3%A4", "https://example.org:8443/nämnd å?ö=ä" },
        { "https://anna:hemligt@example.org/a", "https://example.org/a" },
        { "https://example.org/a?apiKey=hemligt&b=c", "https://example.org/a?apiKey=…&b=c" },
        { "https://example.org/a?b=c&access_token=hemligt", "https://example.org/a?b=c&access_token=…" },
        { "https://example.org/a?sig=hemligt", "https://example.org/a?sig=…" },
        { "https://example.org/a#b", "https://example.org/a" },
        { $"https://example.org/a?b={Long}", $"https://example.org/a?b={Long[..78]}…" },
        { $"https://example.org/{Long}?b=c", $"https://example.org/{Long[..140]}…?b=c" },
        { $"https://example.org/a?bc={Long[..76]}\U0001F600", $"https://example.org/a?bc={Long[..76]}…" },
        { "a/b?token", "a/b?token" },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Address_InASentence_IsBoundedAndTellsNoSecret(string address, string shown)
    {
        var url = new Uri(address, UriKind.RelativeOrAbsolute);

        var text = url.Shown();

        Assert.Equal(shown, text);
    }
}
