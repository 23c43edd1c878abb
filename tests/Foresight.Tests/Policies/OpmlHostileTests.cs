using System.Text;
using Foresight.Engine.Policies.Opml;
using Foresight.Formats.Tests.Hostile;
using Xunit;

namespace Foresight.Tests.Policies;

/// <summary>Lists of feeds that came to harm on the way, or are meant to hurt.</summary>
[Collection(nameof(HostileReading))]
public sealed class OpmlHostileTests
{
    private const int Usual = 400;

    public static IReadOnlyDictionary<string, Func<string>> Bombs { get; } = new Dictionary<string, Func<string>>
    {
        ["deep folders"] = () => Opml(string.Concat(Enumerable.Repeat("<outline>", 100_000))),
        ["many feeds"] = () => Opml(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<outline xmlUrl=\"http://h/{i}\"/>"))),
        ["one feed, many times"] = () => Opml(string.Concat(Enumerable.Repeat("<outline xmlUrl=\"http://h/\"/>", 20_000))),
        ["many attributes"] = () => Opml($"<outline xmlUrl=\"http://h/\" {string.Join(' ', Enumerable.Range(0, 50_000).Select(i => $"a{i}=\"\""))}/>"),
        ["many namespaces"] = () => Opml($"<outline xmlUrl=\"http://h/\" {string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"xmlns:a{i}=\"b{i}\""))}/>"),
        ["a long title"] = () => Opml($"<outline xmlUrl=\"http://h/\" title=\"{new string('å', 1_000_000)}\"/>"),
        ["a title of words"] = () => Opml($"<outline xmlUrl=\"http://h/\" title=\"{string.Concat(Enumerable.Repeat("å ", 500_000))}\"/>"),
        ["a long address"] = () => Opml($"<outline xmlUrl=\"http://h/{new string('a', 1_000_000)}\"/>"),
        ["a long address, twice"] = () => Opml(string.Concat(Enumerable.Repeat($"<outline xmlUrl=\"http://h/?{new string('a', 50_000)}\"/>", 2))),
        ["a long wrong address"] = () => Opml($"<outline xmlUrl=\"{new string('%', 1_000_000)}\"/>"),
        ["references"] = () => Opml($"<outline xmlUrl=\"http://h/\" title=\"{string.Concat(Enumerable.Repeat("&#x41;", 200_000))}\"/>"),
        ["a document type"] = () => "<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><opml>&b;</opml>",
        ["a long name"] = () => $"<{new string('a', 1_000_000)}/>",
        ["a long wrong name"] = () => Opml($"</{new string('a', 500_000)}>"),
    };

    public static TheoryData<string> BombNames => [.. Bombs.Keys];

    [Fact]
    public async Task Read_DamagedLists_StaysWithinItsLimits()
    {
        var files = SeedFile.Of(["*.opml"]);
        Assert.NotEmpty(files);

        foreach (var seed in HostileReading.Seeds(Usual))
            await HostileReading.WithinLimitsAsync(Damage.Of(files, seed), ReadAndWriteAsync, refused => refused is FormatException);
    }

    [Theory]
    [MemberData(nameof(BombNames))]
    public async Task Read_Bombs_StaysWithinItsLimits(string bomb)
    {
        var bytes = Encoding.UTF8.GetBytes(Bombs[bomb]());

        await HostileReading.WithinLimitsAsync(new(bomb, bytes), read => Task.FromResult<IEnumerable<string>>(OpmlList.Read(new MemoryStream(read)).Problems), refused => refused is FormatException);
    }

    // What was read can be written, and says the same then.
    private static Task<IEnumerable<string>> ReadAndWriteAsync(byte[] bytes)
    {
        var list = OpmlList.Read(new MemoryStream(bytes));
        Assert.Equal(list.Feeds.Count, list.Feeds.Select(feed => feed.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(list.Feeds, feed => Assert.True(feed.Address.Scheme is "http" or "https" && feed.Title.Length > 0, feed.ToString()));
        using var text = new StringWriter();
        OpmlList.Write(text, "Lista", list.Feeds);
        Assert.Equal(list.Feeds, OpmlList.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()))).Feeds);
        return Task.FromResult<IEnumerable<string>>(list.Problems);
    }

    private static string Opml(string body) => $"<opml version=\"2.0\"><body>{body}</body></opml>";
}

/// <summary>Nothing runs beside what is measured.</summary>
[CollectionDefinition(nameof(HostileReading), DisableParallelization = true)]
public sealed class HostileReadingAlone;
