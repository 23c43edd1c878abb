namespace Foresight.Engine.Store.Log;

/// <summary>A data file joins the table.</summary>
/// <param name="Path">Relative to the table's folder, with forward slashes, not URI-encoded.</param>
/// <param name="Partition">The values of the partition columns.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="ModificationTime">Milliseconds since 1970.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Statistics">The protocol's statistics as JSON.</param>
internal sealed record AddFile(
    string Path, IReadOnlyDictionary<string, string> Partition, long Size, long ModificationTime, long Rows, string Statistics);

/// <summary>A data file leaves the table; it stays on disk for earlier versions.</summary>
internal sealed record RemoveFile(string Path, IReadOnlyDictionary<string, string> Partition, long Size);

/// <summary>What a commit says of itself, beyond the protocol's own fields.</summary>
internal sealed record CommitInfo
{
    /// <summary>The operation by which a source entry's cursor is forgotten: it has no rows and no cursor.</summary>
    public const string CursorReset = "RESET CURSOR";

    public required long Timestamp { get; init; }

    public required string Operation { get; init; }

    /// <summary>1, 2, … over all tables of the store; 0 for the commits that create them.</summary>
    public required long StoreVersion { get; init; }

    public string? Source { get; init; }

    public string? LoadId { get; init; }

    public string? Cursor { get; init; }

    /// <summary>The number of the source's last batch in the commit, over all its loads.</summary>
    public long? Batch { get; init; }

    public long RowsAdded { get; init; }

    public long RowsRevised { get; init; }

    public long RowsUnchanged { get; init; }
}

/// <summary>One log file.</summary>
internal sealed record Commit(long Version, CommitInfo Info, IReadOnlyList<AddFile> Adds, IReadOnlyList<RemoveFile> Removes);
