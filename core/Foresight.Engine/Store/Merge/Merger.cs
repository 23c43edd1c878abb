using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// Recognises new, unchanged and revised rows of one partition: a source of a table, for observations one of its datasets. Used
/// by one writer, while it holds the store's lock.
/// </summary>
internal sealed class Merger(TableLog table, IRowIdentity identity, IReadOnlyDictionary<string, string> partition)
{
    private readonly List<AddFile?> files = [];
    private IdentityIndex? index;
    private long knownVersion = -1;

    public TableLog Table => table;

    public IRowIdentity Identity => identity;

    /// <summary>How many rows are known.</summary>
    public long Count => index?.Count ?? 0;

    public IdentityIndex Index => index!;

    /// <summary>Reads the partition's latest rows, unless they are known and nobody else has written since.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var foreign = table.CommitsAfter(knownVersion).Any(commit => commit.Adds.Any(file => IsOurs(file.Partition))
            || commit.Removes.Any(file => IsOurs(file.Partition)));
        knownVersion = table.Latest.Version;
        if (index is not null && !foreign)
        {
            return;
        }

        Forget();
        var latest = table.Latest.Files.Where(file => IsOurs(file.Partition) && file.Partition[ColumnName.Current] == "true").ToList();
        var built = new IdentityIndex(latest.Sum(file => file.Rows));
        foreach (var file in latest)
        {
            files.Add(file);
            await foreach (var block in ParquetFileReader.ReadAsync(PathOf(file), identity.Columns, cancellationToken))
            {
                var (identities, contents) = identity.Compute(block);
                for (var i = 0; i < identities.Length; i++)
                {
                    if (i % IdentityIndex.WarmRows == 0)
                    {
                        built.Warm(identities, i);
                    }

                    ref var entry = ref built.GetOrAdd(identities[i], out _);
                    (entry.Content, entry.File) = (contents[i], files.Count);
                }
            }
        }

        index = built;
    }

    /// <summary>Forgets what is known, after a write that failed or to free memory.</summary>
    public void Forget()
    {
        index = null;
        files.Clear();
    }

    /// <summary>The number by which the index will know a file that is still to be written.</summary>
    public int Reserve()
    {
        files.Add(null);
        return files.Count;
    }

    public AddFile FileOf(int number) => files[number - 1]
        ?? throw new InvalidOperationException($"The rows of {table.Shape.Name} point to a file that was never written.");

    public void Place(int number, AddFile? file) => files[number - 1] = file;

    public string PathOf(AddFile file) => Path.Combine(table.Folder, file.Path);

    public IReadOnlyDictionary<string, string> Partition(bool current) =>
        new Dictionary<string, string>(partition, StringComparer.Ordinal) { [ColumnName.Current] = current ? "true" : "false" };

    /// <summary>This merger's own rows were committed as that version of the table.</summary>
    public void Committed(long version) => knownVersion = version;

    private bool IsOurs(IReadOnlyDictionary<string, string> other) => partition.All(pair => other[pair.Key] == pair.Value);
}
