using System.Collections.Concurrent;
using Foresight.Engine.Store;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>Every source reads from a server, through the real way out into a store, what it reads from its recorded answers.</summary>
public sealed class EverySourceOnAServerTests
{
    /// <summary>What gives everything in one answer; all others page, or ask several questions.</summary>
    private static readonly string[] OneAnswer =
        ["code-list", "contact-observations", "esif", "eurostat", "eurostat-tsv", "feed", "feed/atom", "feed/eurostat", "interreg", "kolada-releases", "px", "registers/xlsx"];

    private static readonly ConcurrentDictionary<string, Task<Replayed>> Replays = [];

    public static TheoryData<string, ServerManner> Cases => [.. ConformanceCases.All.Keys.Order(StringComparer.Ordinal)
        .SelectMany(name => Enum.GetValues<ServerManner>().Select(manner => (name, manner)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Source_OnAServer_GivesItsRecordsOnce(string name, ServerManner manner)
    {
        var source = ConformanceCases.All[name];
        var expected = await Replays.GetOrAdd(name, ReplayAsync);
        using var server = new RecordedServer(source.Answers(), manner);
        using var served = new ServedStore(source);

        var first = await served.ReadAsync(server);
        var rows = await served.RowsAsync();
        var (asked, _) = server.Count();
        var second = await served.ReadAsync(server);
        var (askedAgain, unchanged) = server.Count();

        TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {asked} answers, then {askedAgain}, of which {unchanged} unchanged; {first.Rows.Added} rows, then {second.Health}");
        Assert.True(first.Health is LoadHealth.Ok, $"{first.Health}: {first.Message}");
        Assert.Equal(expected.Rows, rows);
        Assert.Equal((expected.Load.Rows.Added, expected.Load.Rejected), (first.Rows.Added, first.Rejected));
        Assert.Equal(OneAnswer.Contains(name), asked == 1);
        Assert.True(second.Health is not LoadHealth.Failed, second.Message);
        Assert.Equal(unchanged == askedAgain, second.Health is LoadHealth.NotModified);
        Assert.Equal((0, 0, 0), (second.Rows.Added, second.Rows.Revised, second.Retired));
        Assert.Empty(server.AskedInFullAgain);
    }

    private static async Task<Replayed> ReplayAsync(string name)
    {
        using var replayed = new ServedStore(ConformanceCases.All[name]);
        return new Replayed(await replayed.ReplayAsync(), await replayed.RowsAsync());
    }

    private sealed record Replayed(LoadResult Load, IReadOnlyList<string> Rows);
}
