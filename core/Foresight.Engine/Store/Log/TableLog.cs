using System.Globalization;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Store.Log;

/// <summary>A table's commits, read from its log as they come.</summary>
internal sealed class TableLog(string storeFolder, TableShape shape)
{
    private readonly Lock gate = new();
    private readonly List<Commit> commits = [];
    private TableState latest = TableState.Empty;
    private TableMetaData? metaData;
    private IReadOnlyList<ColumnShape> fileColumns = shape.FileColumns;

    public TableShape Shape { get; } = shape;

    public string Folder { get; } = Path.Combine(storeFolder, shape.Name);

    public string LogFolder { get; } = Path.Combine(storeFolder, shape.Name, "_delta_log");

    /// <summary>The table as of the last <see cref="Refresh"/>.</summary>
    public TableState Latest
    {
        get
        {
            lock (gate)
            {
                return latest;
            }
        }
    }

    /// <summary>The commits after that version, oldest first.</summary>
    public IReadOnlyList<Commit> CommitsAfter(long version)
    {
        lock (gate)
        {
            return commits[(int)(version + 1)..];
        }
    }

    /// <summary>The table after all commits up to that version of the store.</summary>
    public TableState At(long storeVersion) =>
        CommitsAfter(-1).Where(commit => commit.Info.StoreVersion <= storeVersion).Aggregate(TableState.Empty, (state, commit) => state.Apply(commit));

    /// <summary>Reads what was committed since.</summary>
    /// <exception cref="InvalidDataException">A log file cannot be read.</exception>
    public void Refresh()
    {
        lock (gate)
        {
            while (File.Exists(CommitFile(commits.Count)))
            {
                var file = CommitFile(commits.Count);
                try
                {
                    var commit = CommitJson.Read(commits.Count, File.ReadAllText(file));
                    Take(commit);
                }
                catch (InvalidDataException fault)
                {
                    throw new InvalidDataException(
                        $"The log file {file} cannot be read ({fault.Message}); restore it from a backup, it is needed for all later versions.", fault);
                }
            }
        }
    }

    /// <summary>Writes the next commit; the caller holds the store's lock and has refreshed.</summary>
    public void Append(CommitInfo info, IReadOnlyList<AddFile> adds, IReadOnlyList<RemoveFile> removes)
    {
        lock (gate)
        {
            var commit = new Commit(commits.Count, info, adds, removes) { MetaData = NewMetaData(info.Timestamp) };
            _ = latest.Apply(commit); // What cannot be applied is never written.
            Directory.CreateDirectory(LogFolder);
            TemporaryFile.Write(CommitFile(commit.Version), CommitJson.Write(Shape, commit));
            Take(commit);
        }
    }

    /// <summary>Whether the next commit will have to give the table columns that it lacks: an earlier version of the program wrote it.</summary>
    /// <exception cref="InvalidOperationException">The table has columns that this program does not know: a later version wrote it.</exception>
    public bool LacksColumns()
    {
        lock (gate)
        {
            if (metaData is null)
            {
                return false;
            }

            var names = DeltaSchema.Names(metaData.Schema);
            var unknown = names.Except(Shape.Columns.Select(column => column.Name)).Order(StringComparer.Ordinal).ToArray();
            return unknown.Length == 0 ? Shape.Columns.Any(column => !names.Contains(column.Name)) : throw new InvalidOperationException(
                $"A later version of this program gave the table {Shape.Name} the column {string.Join(", ", unknown)}, which this one would lose; write with that version.");
        }
    }

    /// <summary>Deletes what a killed writer left: files that no commit names. The caller holds the store's lock and has refreshed.</summary>
    public void RemoveOrphans()
    {
        foreach (var file in Orphans())
        {
            File.Delete(file);
        }
    }

    /// <summary>Files that no commit names.</summary>
    public IReadOnlyList<string> Orphans()
    {
        if (!Directory.Exists(Folder))
        {
            return [];
        }

        var known = CommitsAfter(-1).SelectMany(commit => commit.Adds)
            .Select(file => Path.GetFullPath(Path.Combine(Folder, file.Path))).ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(TemporaryFile.Suffix, StringComparison.Ordinal)
                || (file.EndsWith(".parquet", StringComparison.Ordinal) && !known.Contains(Path.GetFullPath(file))))];
    }

    private void Take(Commit commit)
    {
        if (commit.MetaData is { } given)
        {
            var names = DeltaSchema.Names(given.Schema);
            metaData = given;
            fileColumns = Shape.FileColumns.All(column => names.Contains(column.Name))
                ? Shape.FileColumns : [.. Shape.FileColumns.Where(column => names.Contains(column.Name))];
        }

        var whole = commit with { Adds = [.. commit.Adds.Select(file => file with { Columns = fileColumns })] };
        latest = latest.Apply(whole);
        commits.Add(whole);
    }

    private TableMetaData? NewMetaData(long timestamp)
    {
        var schema = DeltaSchema.ToJson(Shape);
        return metaData is null ? new(Guid.NewGuid().ToString(), schema, timestamp)
            : metaData.Schema == schema ? null
            : metaData with { Schema = schema };
    }

    private string CommitFile(long version) =>
        Path.Combine(LogFolder, version.ToString("D20", CultureInfo.InvariantCulture) + ".json");
}
