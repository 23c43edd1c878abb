using System.Runtime.CompilerServices;
using Foresight.Engine.Fetch;
using Foresight.Engine.Ingest;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Foresight.Tests.Store;
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

    private static ReadySource Ready(string id, params RecordBatch[] batches) =>
        new(id, "Test", "1.0.0", new Yielding(batches, new FormatException("It broke.")), null);

    private async Task<IReadOnlyList<LoadResult>> RunAsync(params IReadOnlyList<ReadySource> sources) =>
        await new IngestStep(folder.Store, Input.Live(folder.Clock), NullLoggerFactory.Instance).RunAsync(sources, null, TestContext.Current.CancellationToken);

    private sealed class Yielding(IReadOnlyList<RecordBatch> batches, Exception? end) : ISource
    {
        public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) => Task.FromResult(new SourceCheck(true, ""));

        public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var batch in batches)
            {
                yield return batch;
            }

            await (end is null ? Task.CompletedTask : Task.FromException(end));
        }
    }
}
