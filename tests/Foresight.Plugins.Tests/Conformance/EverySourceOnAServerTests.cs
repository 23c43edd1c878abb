using Foresight.Engine.Store;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>Every source reads from a server, through the real way out into a store, what it reads from its recorded answers.</summary>
public sealed class EverySourceOnAServerTests
{
    /// <summary>What gives everything in one answer; all others page, or ask several questions.</summary>
    private static readonly string[] OneAnswer = [];

    public static TheoryData<string, ServerManner> Cases => [.. EverySourceTests.Known.Keys.Order(StringComparer.Ordinal)
        .SelectMany(name => Enum.GetValues<ServerManner>().Select(manner => (name, manner)))];

    public static TheoryData<string> Names => EverySourceTests.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Source_OnAServer_GivesItsRecordsOnce(string name, ServerManner manner)
    {
        var source = EverySourceTests.Known[name];
        using var server = new RecordedServer(source.Answers(), manner);
        using var served = new ServedStore(source);
        using var replayed = new ServedStore(source);
        var expected = await replayed.ReplayAsync();

        var first = await served.ReadAsync(server);
        var rows = await served.RowsAsync();
        var asked = server.Answered.Count;
        var second = await served.ReadAsync(server);

        TestContext.Current.TestOutputHelper!.WriteLine($"REQUESTS {name} {asked} then {server.Answered.Count - asked}, {first.Rows.Added} rows, second {second.Health}");
        Assert.True(first.Health is LoadHealth.Ok, $"{first.Health}: {first.Message}");
        Assert.Equal(await replayed.RowsAsync(), rows);
        Assert.Equal((expected.Rows.Added, expected.Rejected), (first.Rows.Added, first.Rejected));
        Assert.True(second.Health is not LoadHealth.Failed, second.Message);
        Assert.Equal((0, 0), (second.Rows.Added, second.Rows.Revised));
        Assert.Equal(rows, await served.RowsAsync());
        Assert.Empty(server.AskedInFullAgain);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Source_ThatPages_AsksSeveralTimes(string name)
    {
        using var transport = EverySourceTests.Known[name].Answers();
        using var server = new RecordedServer(transport, ServerManner.Plain);
        using var served = new ServedStore(EverySourceTests.Known[name]);

        await served.ReadAsync(server);

        Assert.Equal(OneAnswer.Contains(name), server.Answered.Count == 1);
    }
}
