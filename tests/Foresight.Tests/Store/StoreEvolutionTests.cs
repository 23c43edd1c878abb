using System.Runtime.CompilerServices;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>
/// A store that version 0.1 of the program wrote (tests/fixtures/store-0.1: the documents a and b of s, a once edited; two figures of t, one
/// revised), before there were codes, marks, summaries and retired rows.
/// </summary>
public sealed class StoreEvolutionTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public StoreEvolutionTests()
    {
        var fixture = Fixture();
        foreach (var file in Directory.EnumerateFiles(fixture, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Folder, Path.GetRelativePath(fixture, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Old_AsItIs_IsAskedAndWhole()
    {
        var documents = await folder.Store.Tables.QueryAsync("SELECT _item_id, title, summary, _retired_by FROM documents_history ORDER BY _item_id, _revision");
        var figures = await folder.Store.Tables.QueryAsync("SELECT value, marks FROM observations ORDER BY value");
        var loads = await folder.Store.Tables.QueryAsync("SELECT code, rows_retired, notes FROM loads");

        Assert.Equal(["a Först  ", "a Sedan  ", "b En titel  "], documents.Rows.Select(row => string.Join(' ', documents.Columns.Select(column => row[column.Name]))));
        Assert.Equal([2.0, 3.0], figures["value"].Values);
        Assert.Equal(4, loads.RowCount);
        Assert.All(loads["notes"].Values, Assert.Null);
        Assert.Equal(0, (await folder.Store.Tables.QueryAsync("FROM codes")).RowCount);
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_WrittenTo_GetsItsColumnsOnceAndKnowsItsRows()
    {
        var again = await folder.LoadAsync(
            "s", new DocumentBatch { Documents = [Some.Document("a", "Sedan") with { Summary = "Kort" }, Some.Document("c") with { Summary = "Kort" }] });
        var figures = await folder.LoadAsync(folder.Open(), "t", Some.Figures("d", ("SE", 2024, 4), ("NO", 2024, 2)));

        Assert.Equal([new AppendCounts(1, 0, 1), new AppendCounts(0, 1, 1)], [again.Rows, figures.Rows]);
        var documents = await folder.Store.Tables.QueryAsync("SELECT _item_id, _revision, summary FROM documents ORDER BY 1");
        Assert.Equal(["a 2 ", "b 1 ", "c 1 Kort"], documents.Rows.Select(row => $"{row["_item_id"]} {row["_revision"]} {row["summary"]}"));
        Assert.Equal(2, Logs("documents").Count(log => log.Contains("\"metaData\"", StringComparison.Ordinal)));
        Assert.Single(Logs("documents").SelectMany(log => log.Split('\n')).Where(line => line.StartsWith("{\"metaData\"", StringComparison.Ordinal))
            .Select(line => line.Split("\"id\":\"")[1].Split('"')[0]).Distinct());
        Assert.DoesNotContain(await folder.VerifyAsync(), fault => !fault.StartsWith("The raw answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Old_AtItsOwnVersion_ShowsWhatWasKnownThen()
    {
        var then = folder.Store.Version;
        await folder.LoadAsync("t", Some.Figures("d", ("SE", 2024, 9)));

        var value = await folder.Store.At($"v{then}").QueryAsync("SELECT value FROM observations WHERE ref_area = 'SE'");

        Assert.Equal([3.0], value["value"].Values);
    }

    [Fact]
    public async Task Newer_ThanTheProgram_IsReadButNotWritten()
    {
        var log = Path.Combine(folder.Folder, "documents", "_delta_log", "00000000000000000000.json");
        var text = await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(log, text.Replace("\\\"publisher\\\"", "\\\"sentiment\\\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var store = folder.Open();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.LoadAsync(store, "s", Some.Documents(Some.Document("a"))));

        Assert.Equal(2, (await store.Tables.QueryAsync("FROM documents")).RowCount);
        Assert.Equal(
            "A later version of this program gave the table documents the column sentiment, which this one would lose; write with that version.", fault.Message);
    }

    private IEnumerable<string> Logs(string table) =>
        Directory.GetFiles(Path.Combine(folder.Folder, table, "_delta_log"), "*.json").Select(File.ReadAllText);

    private static string Fixture([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "store-0.1"));
}
