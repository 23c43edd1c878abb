namespace Foresight.Engine.Store.Log;

/// <summary>A table as of one version: its live data files, superseded rows' files included.</summary>
internal sealed record TableState(long Version, IReadOnlyList<AddFile> Files)
{
    /// <summary>The table before its first commit.</summary>
    public static TableState Empty { get; } = new(-1, []);

    /// <summary>The table after the commit.</summary>
    /// <exception cref="InvalidDataException">The commit removes what is not there.</exception>
    public TableState Apply(Commit commit)
    {
        if (commit.Removes.Count == 0)
        {
            return new(commit.Version, commit.Adds.Count == 0 ? Files : [.. Files, .. commit.Adds]);
        }

        var removed = commit.Removes.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var kept = Files.Where(file => !removed.Contains(file.Path)).ToList();
        return Files.Count - kept.Count == removed.Count
            ? new(commit.Version, [.. kept, .. commit.Adds])
            : throw new InvalidDataException($"version {commit.Version} removes a file that the table does not have");
    }
}
