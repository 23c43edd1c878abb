using Foresight.Engine.Fetch;
using Foresight.Engine.Ingest;
using Foresight.Engine.Policies;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Foresight.Tests.Store;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Tests.Fetch;

/// <summary>Runs of sources against a <see cref="LoopbackServer"/>, through the real way out into a store of their own.</summary>
internal sealed class FetchRun : IDisposable
{
    private readonly StoreFolder folder = new();

    public LoopbackServer Server { get; } = new();

    public string Folder => folder.Folder;

    public TableStore Store => folder.Store;

    /// <summary>The clock; it stands where nothing moves it.</summary>
    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => folder.Clock;

    /// <summary>No waits; a test sets what it is about.</summary>
    public FetchLimits Limits { get; set; } = new() { Pause = TimeSpan.Zero, FirstWait = TimeSpan.Zero, Retries = 0 };

    public FetchingRules Rules { get; set; } = new() { PrivateHosts = ["127.0.0.1"] };

    public bool Refresh { get; set; }

    /// <summary>Days of the past to ask for; null in an ordinary run.</summary>
    public DayRange? Backfill { get; set; }

    public Task<LoadResult> RunAsync(ISource source) => RunAsync(source, Clock);

    public async Task<LoadResult> RunAsync(ISource source, TimeProvider clock) => Assert.Single(await RunAsync([("s", source)], clock, TestContext.Current.CancellationToken));

    public Task<IReadOnlyList<LoadResult>> RunAsync(IReadOnlyList<(string Id, ISource Source)> sources, TimeProvider clock, CancellationToken cancellationToken) =>
        new IngestStep(Store, Input.Live(clock, Limits), NullLoggerFactory.Instance) { Rules = Rules, Refresh = Refresh }
            .RunAsync([.. sources.Select(pair => Ready(pair.Id, pair.Source))], Backfill, null, cancellationToken);

    public static ReadySource Ready(string id, ISource source) => new(id, "Test", "1.0.0", source, null)
    {
        Entry = new Entry { Id = id, Use = "asking", Producer = "Provverket", Licence = "CC0", Url = new Uri("https://example.org/om"), File = "test.yaml", Line = 1 },
    };

    /// <summary>A run that asks for one address.</summary>
    public async Task<(LoadResult Result, AskingSource Source)> AskAsync(params Uri[] urls)
    {
        var source = new AskingSource(urls);
        return (await RunAsync(source), source);
    }

    public async Task<IReadOnlyList<string>> TitlesAsync() =>
        [.. (await Store.Tables.QueryAsync("SELECT title FROM documents ORDER BY ALL"))["title"].Values.Cast<string>()];

    public IReadOnlyList<string> RawFiles(string pattern) => [.. Directory.EnumerateFiles(Path.Combine(Folder, "raw"), pattern, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Order()];

    public void Dispose()
    {
        Server.Dispose();
        folder.Dispose();
    }
}
