using System.Runtime.CompilerServices;
using Foresight.Engine.Fetch;
using Foresight.Engine.Ingest;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>Sources that break the rules, beside one that keeps them.</summary>
public sealed class IngestStepTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_OfSourcesThatBreakRules_SaysWhichAndKeepsTheOthers()
    {
        var results = await RunAsync(
            Ready("both", Some.Documents(Some.Document("a")), Some.Figures("d", ("SE", 2024, 1))),
            Ready("throws"),
            Ready("twice", Some.Documents(Some.Document("a"), Some.Document("a", "Ny"))),
            Ready("nameless", Some.Documents(Some.Document(" "))),
            new("good", "Test", "1.0.0", new Yielding([Some.Documents(Some.Document("a"))], null), null));

        Assert.Equal(
            [
                "both: Failed: the plugin yielded what the store refuses: both yields documents and observations; a source entry yields one of the two.",
                "throws: Failed: the plugin failed with FormatException: It broke.",
                "twice: Failed: the plugin yielded what the store refuses: The document a is twice in one batch; each may be there once.",
                "nameless: Failed: the plugin yielded what the store refuses: Document 1 of a batch, 'En titel', has no id.",
                "good: Ok: ",
            ],
            results.Select(result => $"{result.Source}: {result.Health}: {result.Message}"));
        Assert.Equal(["both", "good"], (await folder.Store.Tables.QueryAsync("SELECT _source FROM documents ORDER BY ALL"))["_source"].Values);
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task Run_OfASourceThatGivesCodesOnly_IsOkAndLabelsBesideNoFigureAreEmpty()
    {
        var codes = Some.Codes("d", new CodeLabel("geo", "SE", "Sverige", null));

        var results = await RunAsync(
            new ReadySource("codes", "Test", "1.0.0", new Yielding([codes], null), null),
            new ReadySource("figures", "Test", "1.0.0", new Yielding([Some.Figures("d"), codes], null), null));

        Assert.Equal([LoadHealth.Ok, LoadHealth.Empty], results.Select(result => result.Health));
    }

    [Fact]
    public async Task Run_OverADamagedDataFile_BlamesTheStoreNotThePlugin()
    {
        await folder.LoadAsync("s", Some.Documents(Some.Document("a")));
        Directory.CreateDirectory(Path.Combine(folder.Folder, "raw"));
        var file = Directory.GetFiles(Path.Combine(folder.Folder, "documents"), "*.parquet", SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[..^5], TestContext.Current.CancellationToken);

        var result = Assert.Single(await RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding([Some.Documents(Some.Document("b"))], null), null)));

        Assert.Equal(LoadHealth.Failed, result.Health);
        Assert.StartsWith($"The store's file {file} cannot be read", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfManySourcesThatHang_DoesNotHoldUpTheRestAndStopsWhenTold()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ReadySource[] hanging = [.. Enumerable.Range(0, 12).Select(i => new ReadySource($"slow{i:00}", "Test", "1.0.0", new Hanging(Some.Documents(Some.Document("a"))), null))];
        var quick = new ReadySource("quick", "Test", "1.0.0", new Yielding([Some.Documents(Some.Document("a"))], null), null);
        // The quick one ends while twelve hang; that is when the run is stopped.
        var progress = new Telling(told => _ = told is { Source: "quick", Result: not null } ? stop.CancelAsync() : Task.CompletedTask);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Step().RunAsync([.. hanging, quick], null, progress, stop.Token));

        var loads = await folder.Store.Tables.QueryAsync("SELECT DISTINCT health, code, count(*) AS n, sum(rows_added) AS rows FROM loads GROUP BY ALL ORDER BY health");
        Assert.Equal(["failed cancelled 12", "ok  1"], loads.Rows.Select(row => $"{row["health"]} {row["code"]} {row["n"]}"));
        Assert.Empty(await folder.VerifyAsync());
    }

    [Fact]
    public async Task Run_StoppedAfterABatch_KeepsTheBatch()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var progress = new Telling(told => _ = told.Rows > 0 ? stop.CancelAsync() : Task.CompletedTask);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Step().RunAsync([new ReadySource("s", "Test", "1.0.0", new Hanging(Some.Documents(Some.Document("a"))), null)], null, progress, stop.Token));

        Assert.Equal(["a"], (await folder.Store.Tables.QueryAsync("SELECT _item_id FROM documents"))["_item_id"].Values);
    }

    [Theory]
    [InlineData(typeof(HttpRequestException), "unreachable")]
    [InlineData(typeof(TimeoutException), "timed-out")]
    [InlineData(typeof(TaskCanceledException), "timed-out")]
    [InlineData(typeof(InvalidCastException), "plugin")]
    public async Task Run_OfASourceThatThrows_GivesTheFaultsCode(Type type, string code)
    {
        await RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding([], (Exception)Activator.CreateInstance(type)!), null));

        Assert.Equal([code], (await folder.Store.Tables.QueryAsync("SELECT code FROM loads"))["code"].Values);
    }

    [Theory]
    [InlineData(304, 304, LoadHealth.NotModified)]
    [InlineData(200, 304, LoadHealth.Empty)]
    public async Task Run_WhereEveryAnswerSaysNothingHasChanged_IsNotModified(int first, int second, LoadHealth health)
    {
        var (file, map) = (Path.Combine(folder.Folder, "answer"), Path.Combine(folder.Folder, "map.json"));
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(map, $$"""
            {"asOf":"2026-09-05T05:00:00Z","answers":[{"url":"https://example.org/1","file":"answer","status":{{first}}},{"url":"https://example.org/2","file":"answer","status":{{second}}}]}
            """, TestContext.Current.CancellationToken);
        var step = new IngestStep(folder.Store, Input.Replay(ReplayMap.Read(map)), NullLoggerFactory.Instance);

        var result = Assert.Single(await step.RunAsync([new ReadySource("s", "Test", "1.0.0", new Asking("https://example.org/1", "https://example.org/2"), null)], null, null, TestContext.Current.CancellationToken));

        Assert.Equal(health, result.Health);
    }

    [Theory]
    [InlineData(false, LoadHealth.Ok)]
    [InlineData(true, LoadHealth.Empty)]
    public async Task Run_OfAListOfCodes_IsEmptyOnlyBesideFiguresThatDidNotCome(bool figures, LoadHealth health)
    {
        RecordBatch[] batches = [.. figures ? [Some.Figures("d")] : Array.Empty<RecordBatch>(), Some.Codes("d", new CodeLabel("product", "72", "Stål", null))];

        var result = Assert.Single(await RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding(batches, null), null)));

        Assert.Equal((health, 1), (result.Health, result.Rows.Added));
    }

    [Fact]
    public async Task Run_WithACursorThatGrowsBeyondItsLimit_FailsAndStoresNoneOfIt()
    {
        var batch = new DocumentBatch { Documents = [Some.Document("a")], Next = new Cursor(new string('x', 4097)) };

        var result = Assert.Single(await RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding([batch], null), null)));

        Assert.StartsWith("The plugin's cursor has 4097 characters, and at most 4096 are kept", result.Message, StringComparison.Ordinal);
        Assert.Null(folder.Store.CursorOf("s"));
        Assert.Empty((await folder.Store.Tables.QueryAsync("SELECT * FROM documents")).Rows);
    }

    [Fact]
    public async Task Run_OfASourceThatWarns_NotesEachWarningOnceAndCountsTheRest()
    {
        static void Warn(SourceContext context)
        {
            context.Logger.LogInformation("All is well.");
            for (var i = 0; i < 24; i++)
            {
                context.Logger.LogWarning("Page {Page} is short.", i % 12);
            }
        }

        await RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding([Some.Documents(Some.Document("a"))], new TimeoutException()) { Read = Warn }, null));

        var load = Assert.Single((await folder.Store.Tables.QueryAsync("SELECT health, notes FROM loads")).Rows);
        Assert.Equal("failed", load["health"]);
        Assert.Equal([.. Enumerable.Range(0, 10).Select(page => $"Page {page} is short. (2 times)"), "More warnings, which are not noted: 4."], (IEnumerable<string>)load["notes"]!);
    }

    [Fact]
    public async Task Run_OfASourceThatWarnsAtLength_NotesTheBeginning()
    {
        await RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding([Some.Documents(Some.Document("a"))], null) { Read = context => context.Logger.LogWarning("{Long}", "a\n" + new string('b', 497) + "😀 c") }, null));

        Assert.Equal(["a " + new string('b', 497) + "…"], (await folder.Store.Tables.QueryAsync("SELECT unnest(notes) AS note FROM loads"))["note"].Values);
    }

    [Fact]
    public async Task Run_OfABackfill_GivesTheDaysAndLeavesTheCursor()
    {
        DayRange? asked = null;
        var ordinary = new DocumentBatch { Documents = [Some.Document("new")], Next = new Cursor("2026-09-05") };
        var past = new DocumentBatch { Documents = [Some.Document("old")], Next = new Cursor("2026-01-31") };
        await RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding([ordinary], null), null));
        var days = new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1));

        await Step().RunAsync(
            [new ReadySource("s", "Test", "1.0.0", new Yielding([past], null) { Read = context => asked = context.Backfill }, null)], days, null, TestContext.Current.CancellationToken);

        Assert.Equal(days, asked);
        Assert.Equal(new Cursor("2026-09-05"), folder.Store.CursorOf("s"));
        Assert.Equal(["new", "old"], (await folder.Store.Tables.QueryAsync("SELECT _item_id FROM documents ORDER BY 1"))["_item_id"].Values);
    }

    [Fact]
    public async Task Run_OverATableThatCannotBeWritten_TellsItPerSourceAndKeepsTheOthers()
    {
        // A file where a folder belongs keeps one table from being written, as a full disk does all of them.
        Directory.CreateDirectory(Path.Combine(folder.Folder, "observations"));
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "observations", "_source=figures"), "", TestContext.Current.CancellationToken);

        var results = await RunAsync(
            new ReadySource("figures", "Test", "1.0.0", new Yielding([Some.Figures("d", ("SE", 2024, 1))], null), null),
            new ReadySource("texts", "Test", "1.0.0", new Yielding([Some.Documents(Some.Document("a"))], null), null));

        Assert.Equal([LoadHealth.Failed, LoadHealth.Ok], results.Select(result => result.Health));
        Assert.StartsWith("The store could not be written, and what was read last is lost: ", results[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhereNothingCanBeStored_SaysSoOnce()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Folder, "loads"), "", TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<IOException>(
            () => RunAsync(new ReadySource("s", "Test", "1.0.0", new Yielding([Some.Documents(Some.Document("a"))], null), null)));

        Assert.StartsWith("The store could not be written", fault.Message, StringComparison.Ordinal);
    }

    private static ReadySource Ready(string id, params RecordBatch[] batches) =>
        new(id, "Test", "1.0.0", new Yielding(batches, new FormatException("It broke.")), null);

    private async Task<IReadOnlyList<LoadResult>> RunAsync(params IReadOnlyList<ReadySource> sources) =>
        await Step().RunAsync(sources, null, null, TestContext.Current.CancellationToken);

    private IngestStep Step() => new(folder.Store, Input.Live(folder.Clock), NullLoggerFactory.Instance);

    private sealed class Telling(Action<IngestProgress> tell) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => tell(value);
    }

    /// <summary>Asks for addresses and makes nothing of the answers.</summary>
    private sealed class Asking(params string[] urls) : ISource
    {
        public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) => Task.FromResult(new SourceCheck(true, ""));

        public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var url in urls)
            {
                using var response = await context.Http.GetAsync(new Uri(url), cancellationToken);
            }

            yield break;
        }
    }

    /// <summary>Yields a batch and then waits for ever.</summary>
    private sealed class Hanging(RecordBatch batch) : ISource
    {
        public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) => Task.FromResult(new SourceCheck(true, ""));

        public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return batch;
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    private sealed class Yielding(IReadOnlyList<RecordBatch> batches, Exception? end) : ISource
    {
        public Action<SourceContext> Read { get; init; } = _ => { };

        public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) => Task.FromResult(new SourceCheck(true, ""));

        public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Read(context);
            foreach (var batch in batches)
            {
                yield return batch;
            }

            await (end is null ? Task.CompletedTask : Task.FromException(end));
        }
    }
}
