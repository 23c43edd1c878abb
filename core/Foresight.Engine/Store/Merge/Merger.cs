using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// Recognises new, unchanged and revised rows of one partition: a source of a table, for observations one of its datasets. Used
/// by one writer, while it holds the store's lock.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="identity">How its rows are known.</param>
/// <param name="partition">The partition.</param>
internal sealed class Merger(TableLog table, IRowIdentity identity, IReadOnlyDictionary<string, string> partition)
{
    private readonly List<AddFile?> files = [];
    private readonly Dictionary<string, RowRange?> ranges = new(StringComparer.Ordinal);
    private IdentityIndex? index;
    private long knownVersion = -1;
    private UInt128[]? missing;
    private long? known;
    private bool isTurned;

    public TableLog Table => table;

    public IRowIdentity Identity => identity;

    /// <summary>How many rows are known.</summary>
    public long Count => index?.Count ?? 0;

    public IdentityIndex Index => index!;

    /// <summary>Whether the rows were looked at.</summary>
    public bool IsKnown => known is not null;

    /// <summary>Whether it is still known which rows this load has brought.</summary>
    public bool IsTracked { get; private set; } = true;

    /// <summary>How many rows were the latest when this load came to them, and how many of those it has not brought.</summary>
    public (long Known, long Missing) Snapshot => (known ?? 0, index is null ? missing?.Length ?? 0 : index.Where(IsMissing).LongCount());

    /// <summary>The part of the partition that it is given rows of; null for all.</summary>
    public RowRange? Range { get; private set; }

    /// <summary>From now on it is given rows of that part only. What it knows of other files is forgotten when the next rows come.</summary>
    public void TurnTo(RowRange? part)
    {
        IsTracked &= part is null; // Rows that it does not know cannot be told from missing ones.
        isTurned |= part != Range;
        Range = part;
    }

    /// <summary>How many latest rows there are in the files that may hold some of that part.</summary>
    public long RowsIn(RowRange? part) => LatestIn(part).Sum(file => file.Rows);

    /// <summary>How many of these it would have to read.</summary>
    public long RowsToRead(RowRange? part)
    {
        var had = PathsHad();
        return LatestIn(part).Where(file => !had.Contains(file.Path)).Sum(file => file.Rows);
    }

    /// <summary>Reads the partition's latest rows, unless they are known and nobody else has written since.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var since = knownVersion;
        knownVersion = table.Latest.Version;
        var foreign = index is null || table.CommitsAfter(since).Any(commit => commit.Adds.Any(IsOurs) || commit.Removes.Any(file => IsOfPartition(file.Partition)));
        if (!foreign && !isTurned)
        {
            return;
        }

        isTurned = false;
        var ours = table.Latest.Files.Where(IsOurs).ToLookup(file => file.Partition[ColumnName.Current] == "true");
        // Retired rows first, oldest first: what came again since stands over them.
        var toRead = ours[false].Where(file => file.IsRetired).Select(file => (File: file, IsRetired: true))
            .Concat(ours[true].Select(file => (File: file, IsRetired: false))).ToList();
        var had = PathsHad();
        if (!foreign && !toRead.Exists(file => file.IsRetired && !had.Contains(file.File.Path)))
        {
            // Latest rows come on top of what is known: each identity has one.
            toRead.RemoveAll(file => had.Contains(file.File.Path));
            ForgetOthers();
        }
        else
        {
            Rest();
        }

        var built = index ?? new IdentityIndex(toRead.Sum(file => file.File.Rows));
        index = null; // Until all is read.
        foreach (var (file, isRetired) in toRead)
        {
            files.Add(file);
            await foreach (var block in ParquetFileReader.ReadAsync(PathOf(file), identity.Columns, cancellationToken))
            {
                Add(built, block, isRetired);
            }
        }

        index = built;
        known ??= ours[true].Sum(file => file.Rows);
        missing = null;
    }

    /// <summary>Frees the memory, and still knows which rows this load has not brought.</summary>
    public void Rest()
    {
        if (index is not null && IsTracked)
        {
            missing = [.. index.Where(IsMissing)];
            Array.Sort(missing);
        }

        index = null;
        files.Clear();
    }

    /// <summary>Forgets all, after a write that failed or to free memory.</summary>
    public void Forget()
    {
        IsTracked = false;
        (index, missing, Range) = (null, null, null);
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

    public static bool IsMissing(IdentityIndex.Entry entry) => !entry.Seen && !entry.Retired;

    private void Add(IdentityIndex built, ColumnBlock block, bool isRetired)
    {
        var (identities, contents) = identity.Compute(block);
        for (var i = 0; i < identities.Length; i++)
        {
            if (i % IdentityIndex.WarmRows == 0)
            {
                built.Warm(identities, i);
            }

            ref var entry = ref built.GetOrAdd(identities[i], out _);
            (entry.Content, entry.File, entry.Retired) = (contents[i], files.Count, isRetired);
            // What was not missing when memory was freed was brought, or another program has written it since: it stays.
            entry.Seen = missing is not null && Array.BinarySearch(missing, identities[i]) < 0;
        }
    }

    /// <summary>Forgets the files that can have no row of its part.</summary>
    private void ForgetOthers()
    {
        var kept = files.Select(file => file is not null && IsOurs(file)).Prepend(false).ToArray();
        var had = PathsHad().Count;
        for (var number = 1; number < kept.Length; number++)
        {
            files[number - 1] = kept[number] ? files[number - 1] : null;
        }

        if (PathsHad().Count < had)
        {
            index!.KeepOnly(kept);
        }
    }

    private HashSet<string> PathsHad() => [.. files.Where(file => file is not null).Select(file => file!.Path)];

    private IEnumerable<AddFile> LatestIn(RowRange? part) =>
        table.Latest.Files.Where(file => file.Partition[ColumnName.Current] == "true" && IsOfPartition(file.Partition) && MayHold(file, part));

    private bool IsOurs(AddFile file) => IsOfPartition(file.Partition) && MayHold(file, Range);

    private bool IsOfPartition(IReadOnlyDictionary<string, string> other) => partition.All(pair => other[pair.Key] == pair.Value);

    /// <summary>A file that does not say its range may hold any row.</summary>
    private bool MayHold(AddFile file, RowRange? part)
    {
        if (part is null)
        {
            return true;
        }

        if (!ranges.TryGetValue(file.Path, out var held))
        {
            ranges.Add(file.Path, held = RowRange.Of(file));
        }

        return held is null || part.Meets(held);
    }
}
