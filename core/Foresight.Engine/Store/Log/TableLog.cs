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
                    latest = latest.Apply(commit);
                    commits.Add(commit);
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
            var commit = new Commit(commits.Count, info, adds, removes);
            var next = latest.Apply(commit);
            Directory.CreateDirectory(LogFolder);
            TemporaryFile.Write(CommitFile(commit.Version), CommitJson.Write(Shape, commit));
            latest = next;
            commits.Add(commit);
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

    private string CommitFile(long version) =>
        Path.Combine(LogFolder, version.ToString("D20", CultureInfo.InvariantCulture) + ".json");
}
