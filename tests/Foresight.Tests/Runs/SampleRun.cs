using System.Text.Json;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>The main job on the shipped samples, run twice by the real command into a store of its own.</summary>
public sealed class SampleRun : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    internal string Store => Path.Combine(folder.Path, "store");

    internal JsonElement First { get; private set; }

    internal CommandResult Second { get; private set; } = null!;

    internal int FirstExitCode { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var first = await ForesightCommand.RunAsync("run", "--policy", "vanersborg", "--samples", "--store", Store, "--json");
        FirstExitCode = first.ExitCode;
        Assert.True(first.Out.StartsWith('{'), first.ToString());
        First = JsonDocument.Parse(first.Out).RootElement;
        Second = await ForesightCommand.RunAsync("run", "--policy", "vanersborg", "--samples", "--store", Store);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Asks the store of the run.</summary>
    internal async Task<IReadOnlyList<JsonElement>> QueryAsync(string sql) =>
        [.. (await ForesightCommand.JsonAsync("query", "--samples", "--policy", "vanersborg", "--store", Store, sql)).EnumerateArray()];
}

/// <summary>The tests that look at the one sample run.</summary>
[CollectionDefinition(Name)]
public sealed class SampleRunCollection : ICollectionFixture<SampleRun>
{
    public const string Name = "sample run";
}
