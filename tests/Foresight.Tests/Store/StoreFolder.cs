using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>A store in a folder of its own, gone after the test.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly System.Collections.Concurrent.ConcurrentBag<TableStore> opened = [];

    public StoreFolder() => Store = Open();

    public string Folder { get; } = Directory.CreateTempSubdirectory("foresight-store-").FullName;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 5, 5, 0, 0, TimeSpan.Zero));

    public TableStore Store { get; private set; }

    /// <summary>Another instance on the same folder, as another process has it.</summary>
    public TableStore Open()
    {
        var store = TableStore.Open(Folder, Clock);
        opened.Add(store);
        return store;
    }

    /// <summary>Loads batches as one load of one answer.</summary>
    public Task<LoadResult> LoadAsync(string source, params RecordBatch[] batches) => LoadAsync(Store, source, batches);

    public Task<LoadResult> LoadAsync(TableStore store, string source, params RecordBatch[] batches) =>
        LoadAsync(store, new LoadStart(source, "Test", "1.0.0"), batches);

    public Task<LoadResult> LoadAsync(LoadStart start, params RecordBatch[] batches) => LoadAsync(Store, start, batches);

    public async Task<LoadResult> LoadAsync(TableStore store, LoadStart start, params RecordBatch[] batches)
    {
        await using var load = store.BeginLoad(start);
        load.AddAnswer(Some.Answer(Clock.GetUtcNow()));
        foreach (var batch in batches)
        {
            await load.AppendAsync(batch, 1, TestContext.Current.CancellationToken);
        }

        return await load.FinishAsync(LoadHealth.Ok, "Read to the end.", TestContext.Current.CancellationToken);
    }

    public Task<IReadOnlyList<string>> VerifyAsync() => Store.VerifyAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        foreach (var store in opened)
        {
            store.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
