using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Engine.Ingest;
using Foresight.Engine.Store;
using Foresight.Engine.Stories;
using Foresight.Sdk;
using Foresight.Sdk.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Tests.Fetch;

/// <summary>The tables made again from the raw answers alone are the tables that were.</summary>
public sealed class RebuildTests : IDisposable
{
    private static readonly string[] Views = ["documents_history", "observations_history", "codes_history", "loads", "answers", "stories"];

    private readonly FetchRun run = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task Rebuild_OfRunsOverChangingAnswers_EqualsTheStoreRowByRow()
    {
        var sources = await RunsAsync();
        var before = await RowsAsync(run.Store);

        var result = await new RebuildStep(run.Folder, [.. sources.Select(pair => FetchRun.Ready(pair.Id, pair.Source))], NullLoggerFactory.Instance)
            .RunAsync(null, Path.Combine(run.Folder, "again"), null, Token);

        Assert.Empty(result.Problems);
        using var again = TableStore.Open(result.Folder, run.Clock);
        Assert.Equal(before, await RowsAsync(again));
        Assert.Contains(before, row => row.StartsWith("quarantine", StringComparison.Ordinal));
        Assert.Contains(before, row => row.Contains("notes=The line !x is none.,The line !y is none.", StringComparison.Ordinal));
        Assert.Empty(await again.VerifyAsync(Token));
        Assert.Equal(run.Store.CursorOf("s"), again.CursorOf("s"));
    }

    [Fact]
    public async Task Rebuild_InPlace_KeepsTheTablesOfBeforeBeside()
    {
        var sources = await RunsAsync();
        var before = await RowsAsync(run.Store);
        run.Store.Dispose();

        var result = await new RebuildStep(run.Folder, [.. sources.Select(pair => FetchRun.Ready(pair.Id, pair.Source))], NullLoggerFactory.Instance).RunAsync(null, null, null, Token);

        using var again = TableStore.Open(run.Folder, run.Clock);
        Assert.Equal(before, await RowsAsync(again));
        Assert.Empty(await again.VerifyAsync(Token));
        Assert.True(Directory.Exists(Path.Combine(result.Before!, "documents")));
        Directory.Delete(result.Before!, recursive: true);
    }

    [Fact]
    public async Task Rebuild_ByASourceThatAsksOtherwise_SaysSoAndLeavesTheStore()
    {
        await RunsAsync();
        var other = new AskingSource(run.Server.Url("/unasked"));

        var result = await new RebuildStep(run.Folder, [FetchRun.Ready("s", other), FetchRun.Ready("t", other)], NullLoggerFactory.Instance).RunAsync(null, null, null, Token);

        Assert.Null(result.Before);
        Assert.Contains(result.Problems, problem => problem.Contains("kept no answer to GET", StringComparison.Ordinal));
        Assert.Contains(result.Problems, problem => problem.StartsWith("The policy has no source 'u' any more", StringComparison.Ordinal));
        Assert.NotEmpty(await run.TitlesAsync());
        Directory.Delete(run.Folder + ".rebuilt", recursive: true);
    }

    [Fact]
    public async Task Rebuild_AfterOneThatWasKilledWhileItSwapped_LeavesTheRawAnswersInIt()
    {
        await RunsAsync();
        Directory.Move(Path.Combine(run.Folder, "raw"), Path.Combine(Directory.CreateDirectory(run.Folder + ".rebuilt").FullName, "raw"));

        var refused = await Assert.ThrowsAsync<IOException>(() => new RebuildStep(run.Folder, [], NullLoggerFactory.Instance).RunAsync(null, null, null, Token));

        Assert.Contains("holds raw answers", refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(run.Folder + ".rebuilt", "*.meta.json", SearchOption.AllDirectories));
        Directory.Delete(run.Folder + ".rebuilt", recursive: true);
    }

    [Fact]
    public async Task Rebuild_WithADamagedRawAnswer_SaysWhichAndLeavesTheStore()
    {
        var sources = await RunsAsync();
        var file = run.RawFiles("*.bin")[0];
        await File.AppendAllTextAsync(file, "x", Token);

        var result = await new RebuildStep(run.Folder, [.. sources.Select(pair => FetchRun.Ready(pair.Id, pair.Source))], NullLoggerFactory.Instance)
            .RunAsync(null, Path.Combine(run.Folder, "again"), null, Token);

        Assert.Contains(result.Problems, problem => problem.Contains(Path.GetFileName(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rebuild_OfALoadThatWasKilled_KeepsWhatItsAnswersGive()
    {
        var sources = await RunsAsync();
        var first = run.RawFiles("*-s.load.json")[0];
        await File.WriteAllTextAsync(first, string.Join('\n', (await File.ReadAllLinesAsync(first, Token)).Where(line => !line.Contains("\"finishedAt\"", StringComparison.Ordinal))), Token);

        var result = await new RebuildStep(run.Folder, [.. sources.Select(pair => FetchRun.Ready(pair.Id, pair.Source))], NullLoggerFactory.Instance)
            .RunAsync(null, Path.Combine(run.Folder, "again"), null, Token);

        using var again = TableStore.Open(result.Folder, run.Clock);
        Assert.Empty(result.Problems);
        Assert.Equal(
            (await run.Store.Tables.QueryAsync("SELECT _item_id, title FROM documents ORDER BY ALL")).Rows.Select(row => row.Text("_item_id") + row.Text("title")),
            (await again.Tables.QueryAsync("SELECT _item_id, title FROM documents ORDER BY ALL")).Rows.Select(row => row.Text("_item_id") + row.Text("title")));
    }

    [Fact]
    public async Task Rebuild_OfALoadThatWasStopped_EndsWhereItEnded()
    {
        using var stop = new CancellationTokenSource();
        run.Server.On("/", LoopbackReply.Text("1 One\n2 Two\n3 Three"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync([("s", new LineByLine(run.Server.Url("/"), stop))], run.Clock, stop.Token));
        var before = await RowsAsync(run.Store);

        var result = await new RebuildStep(run.Folder, [FetchRun.Ready("s", new LineByLine(run.Server.Url("/"), null))], NullLoggerFactory.Instance)
            .RunAsync(null, Path.Combine(run.Folder, "again"), null, Token);

        Assert.Empty(result.Problems);
        using var again = TableStore.Open(result.Folder, run.Clock);
        Assert.Equal(before, await RowsAsync(again));
        Assert.Contains("documents_history: 2", before);
    }

    // New, revised, retired, failed, cut off, redirected, unchanged, fresh, refused, by GET and by multipart POST, sources side by side,
    // with a backfill and a cursor that is reset in between.
    private async Task<IReadOnlyList<(string Id, ISource Source)>> RunsAsync()
    {
        run.Server
            .On("/a", LoopbackReply.Text("1 First\n2 Second", ("ETag", "\"1\"")), LoopbackReply.Of(304), LoopbackReply.Text("1 First again\n3 Third", ("ETag", "\"2\"")), LoopbackReply.Text("1 First again", ("ETag", "\"3\"")))
            .On("/b", LoopbackReply.Of(302, ("Location", "/c")))
            .On("/c", LoopbackReply.Text("10 Ten"), LoopbackReply.Text("10 Tio"), LoopbackReply.Bytes("10 Elva"u8.ToArray()) with { CutAfter = 2 }, LoopbackReply.Text("10 Ten", ("Cache-Control", "max-age=100000")))
            .On("/p", LoopbackReply.Text("20 Twenty"), LoopbackReply.Of(503), LoopbackReply.Text("20 Twenty\n21 More"))
            .On("/all", LoopbackReply.Text("30 A\n31 B\n32 C\n33 D\n!x"), LoopbackReply.Text("30 A\n31 Ny\n32 C\n!x\n!y"), LoopbackReply.Text("30 A"), LoopbackReply.Text("30 A\n31 B\n32 C\n34 E"));
        (string, ISource)[] sources =
        [
            ("s", new AskingSource(run.Server.Url("/a"), run.Server.Url("/b"))),
            ("t", new AskingSource(() => new HttpRequestMessage(HttpMethod.Post, run.Server.Url("/p")) { Content = new MultipartFormDataContent { { new StringContent("{}"), "query" } } })),
            ("u", new AskingSource(run.Server.Url("/all")) { IsSnapshot = true }),
        ];
        for (var i = 0; i < 8; i++)
        {
            run.Backfill = i == 3 ? new DayRange(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)) : null;
            await run.RunAsync(i == 3 ? sources[..1] : sources, run.Clock, Token);
            if (i == 4)
            {
                await run.Store.ResetCursorAsync("s", Token);
            }

            await new StoryStep(run.Store).RunAsync(Token);
            run.Clock.Advance(TimeSpan.FromHours(7) + TimeSpan.FromMilliseconds(123));
        }

        return sources;
    }

    /// <summary>A batch for each line; the run is stopped after the second.</summary>
    private sealed class LineByLine(Uri url, CancellationTokenSource? stop) : ISource
    {
        public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) => Task.FromResult(new SourceCheck(true, ""));

        public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var answer = await context.GetAsync(url, Expected.Text, cancellationToken);
            foreach (var (i, line) in (await answer.ReadTextAsync(cancellationToken)).Split('\n').Index())
            {
                if (i == 2)
                {
                    await (stop?.CancelAsync() ?? Task.CompletedTask);
                    cancellationToken.ThrowIfCancellationRequested();
                }

                context.Logger.LogWarning("Line {Line}.", i);
                yield return new DocumentBatch { Documents = [new Document { Id = line[..1], Title = line }], Next = new Cursor(line[..1]) };
            }
        }
    }

    private static async Task<IReadOnlyList<string>> RowsAsync(TableStore store)
    {
        var rows = new List<string>();
        foreach (var view in Views)
        {
            var table = await store.Tables.QueryAsync($"SELECT * FROM {view} ORDER BY ALL");
            rows.Add($"{view}: {table.RowCount}");
            for (var i = 0; i < table.RowCount; i++)
            {
                rows.Add(string.Join(" | ", table.Columns.Select(column => $"{column.Name}={Text(column.Values[i])}")));
            }
        }

        // What is kept out of the tables, and the shapes by which that is judged.
        foreach (var file in new[] { "quarantine", "schemas" }.Select(folder => Path.Combine(store.Folder, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            rows.Add($"{Path.GetRelativePath(store.Folder, file)}: {await File.ReadAllTextAsync(file, Token)}");
        }

        return rows;
    }

    private static string Text(object? value) => value switch
    {
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => string.Join(',', list.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
    };
}
