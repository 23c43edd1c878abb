using System.Collections.Concurrent;
using System.Globalization;
using Foresight.Engine.Store.Columns;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Merge;

/// <summary>What one load knows of the rows of its source: a merger per table and dataset, and which of these it has read to the end.</summary>
internal sealed class LoadMergers(StoreWriter store, LoadStart start, string loadId)
{
    private const long MostIndexedRows = 8_000_000;

    private readonly Dictionary<(TableShape Table, string? Dataset), Merger> mergers = [];
    private readonly Dictionary<string, KnownPart> parts = [];
    private readonly ConcurrentDictionary<(TableShape Table, string? Dataset), bool> ended = [];

    private readonly Dictionary<(TableShape Table, string? Dataset), long> came = [];

    /// <summary>Whether a full answer has come to its end.</summary>
    public bool AnyEnded => !ended.IsEmpty;

    /// <summary>A full answer has come to its end.</summary>
    public void End(TableShape table, string? dataset) => ended[(table, dataset)] = true;

    /// <summary>So many rows came, those too that were rejected or came before.</summary>
    public void Came(TableShape table, string? dataset, long rows) => came[(table, dataset)] = came.GetValueOrDefault((table, dataset)) + rows;

    /// <summary>The mergers that blocks of one commit are given to: each of its dataset.</summary>
    public Func<KeyedBlock, Merger> For(TableShape table, IReadOnlyList<KeyedBlock> blocks)
    {
        if (table != StoreShapes.Observations)
        {
            return block => Of(table, block.Dataset);
        }

        var mergerOf = blocks.GroupBy(block => block.Dataset!, block => block.Block).ToDictionary(group => group.Key, group => Of(table, group.Key, group));
        return block => mergerOf[block.Dataset!];
    }

    private Merger Of(TableShape table, string dataset, IEnumerable<ColumnBlock> blocks)
    {
        if (!parts.TryGetValue(dataset, out var part))
        {
            parts.Add(dataset, part = new(Of(table, dataset), start.MostKnownRows));
        }

        return part.For(blocks);
    }

    private Merger Of(TableShape table, string? dataset)
    {
        if (!mergers.TryGetValue((table, dataset), out var merger))
        {
            IRowIdentity identity = table == StoreShapes.Documents ? ItemIdentity.OfDocuments
                : table == StoreShapes.Registers ? ItemIdentity.OfRegisters
                : table == StoreShapes.Codes ? CodeIdentity.Instance : ObservationIdentity.Instance;
            mergers.Add((table, dataset), merger = new(store.Log[table], identity, PartitionOf(dataset)));
        }

        return merger;
    }

    /// <summary>Frees what is known of earlier datasets when it grows large: they mostly come one after another. Never within a commit.</summary>
    /// <param name="needed">What the next commit needs: it would only be read again.</param>
    public void FreeMemory(IReadOnlySet<(TableShape Table, string? Dataset)> needed)
    {
        if (mergers.Values.Sum(known => known.Count) <= MostIndexedRows)
        {
            return;
        }

        foreach (var (key, merger) in mergers.Where(merger => !needed.Contains(merger.Key)))
        {
            if (ended.ContainsKey(key) && merger.IsTracked)
            {
                merger.Rest();
            }
            else
            {
                merger.Forget();
            }
        }
    }

    /// <summary>
    /// Retires what full answers no longer had, dataset by dataset, unless more of one is missing than may be: then its rows stay,
    /// and so does the cursor, or the next answer would be "nothing new" and the loss forgotten. The caller holds the lock.
    /// </summary>
    public async Task<RetireOutcome> RetireAsync(Cursor? cursor, CancellationToken cancellationToken)
    {
        List<string> refused = [], notes = [];
        List<(TableShape Table, Merger Merger)> toRetire = [];
        foreach (var (table, dataset) in ended.Keys.OrderBy(key => key.Dataset, StringComparer.Ordinal))
        {
            var merger = Of(table, dataset);
            if (!merger.IsTracked)
            {
                // Which rows are missing is not known, but how many there are at least.
                var latest = LatestRows(table, dataset);
                var atLeast = latest - came.GetValueOrDefault((table, dataset));
                if (atLeast > start.MayShrinkBy * latest)
                {
                    refused.Add(string.Create(CultureInfo.InvariantCulture, $"at least {atLeast} of the {latest} rows known of {Name(table, dataset)} ({100.0 * atLeast / latest:0.#} %)"));
                    continue;
                }

                notes.Add($"Nothing of {Name(table, dataset)} was retired: it is large, or its batches came between those of other large datasets, so what was missing is not known.");
                continue;
            }

            if (!merger.IsKnown)
            {
                await merger.PrepareAsync(cancellationToken);
            }

            var (known, missing) = merger.Snapshot;
            if (missing > start.MayShrinkBy * known)
            {
                refused.Add(string.Create(CultureInfo.InvariantCulture, $"{missing} of the {known} rows known of {Name(table, dataset)} ({100.0 * missing / known:0.#} %)"));
            }
            else if (missing > 0)
            {
                toRetire.Add((table, merger));
            }
        }

        notes.AddRange(RegistersNotGiven());
        var move = refused.Count == 0 ? cursor : null;
        var retired = 0L;
        var tables = ended.Keys.Select(key => key.Table).Distinct().OrderBy(table => table != StoreShapes.Codes).ToList();
        foreach (var table in tables)
        {
            var its = toRetire.Where(pair => pair.Table == table).Select(pair => pair.Merger).ToList();
            retired += await store.RetireAsync(store.Log[table], start.Source, loadId, its, table == tables[^1] ? move : null, cancellationToken);
        }

        return new(retired, refused.Count == 0 ? null : Sentence(refused), notes);
    }

    // A register whose file is gone may be lost, or no longer kept: which of them a person must say, and until then nothing of it is retired.
    private IEnumerable<string> RegistersNotGiven()
    {
        var given = ended.Keys.Where(key => key.Table == StoreShapes.Registers).Select(key => key.Dataset).ToHashSet(StringComparer.Ordinal);
        return from register in given.Count == 0 ? [] : Register.All
               where !given.Contains(register.Id) && !came.ContainsKey((StoreShapes.Registers, register.Id))
               let rows = LatestRows(StoreShapes.Registers, register.Id)
               where rows > 0
               select string.Create(CultureInfo.InvariantCulture, $"The register '{register.Id}' was not given, and its {rows} row{(rows == 1 ? " stays and counts" : "s stay and count")}: put its file back, or, to end it, give it with its columns and no row.");
    }

    private long LatestRows(TableShape table, string? dataset)
    {
        var partition = PartitionOf(dataset);
        partition[ColumnName.Current] = "true";
        return store.Log[table].Latest.Files.Where(file => partition.All(pair => file.Partition[pair.Key] == pair.Value)).Sum(file => file.Rows);
    }

    private Dictionary<string, string> PartitionOf(string? dataset)
    {
        var partition = new Dictionary<string, string> { [ColumnName.Source] = start.Source };
        if (dataset is not null)
        {
            partition[ColumnName.Dataset] = dataset;
        }

        return partition;
    }

    private string Sentence(List<string> refused)
    {
        var others = refused.Count > 1 ? $" and more than that share of {refused.Count - 1} other datasets" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            The full answer lacks {refused[0]}{others}, the entry allows {100 * start.MayShrinkBy:0.#} %: they stay and the cursor does not move; see whether the source lost data, or raise mayShrinkBy in the policy.
            """);
    }

    private static string Name(TableShape table, string? dataset) =>
        dataset is null ? table.Name : table == StoreShapes.Codes ? $"the codes of {dataset}" : dataset;
}

/// <summary>What became of rows that a full answer no longer had.</summary>
/// <param name="Retired">How many left the latest view.</param>
/// <param name="Shrunk">Why some stayed; null where none had to.</param>
/// <param name="Notes">What could not be told.</param>
internal sealed record RetireOutcome(long Retired, string? Shrunk, IReadOnlyList<string> Notes);
