using System.Text.Json;
using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Log;

/// <summary>A data file joins the table.</summary>
/// <param name="Path">Relative to the table's folder, with forward slashes, not URI-encoded.</param>
/// <param name="Partition">The values of the partition columns.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="ModificationTime">Milliseconds since 1970.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Statistics">The protocol's statistics as JSON.</param>
internal sealed record AddFile(
    string Path, IReadOnlyDictionary<string, string> Partition, long Size, long ModificationTime, long Rows, string Statistics)
{
    /// <summary>The columns that it has: those of the table when it was written. One list for all files of the same age.</summary>
    public IReadOnlyList<ColumnShape> Columns { get; init; } = [];

    /// <summary>Whether it holds rows that were retired: they have a file of their own.</summary>
    public bool IsRetired
    {
        get
        {
            if (Partition.GetValueOrDefault(ColumnName.Current) != "false" || !Columns.Any(column => column.Name == ColumnName.RetiredBy))
            {
                return false;
            }

            using var parsed = JsonDocument.Parse(Statistics);
            return parsed.RootElement.GetProperty("nullCount").GetProperty(ColumnName.RetiredBy).GetInt64() == 0;
        }
    }
}

/// <summary>A data file leaves the table; it stays on disk for earlier versions.</summary>
internal sealed record RemoveFile(string Path, IReadOnlyDictionary<string, string> Partition, long Size);

/// <summary>What a commit says of itself, beyond the protocol's own fields.</summary>
internal sealed record CommitInfo
{
    /// <summary>The operation by which a source entry's cursor is forgotten: it has no rows and no cursor.</summary>
    public const string CursorReset = "RESET CURSOR";

    /// <summary>The operation that only writes the same rows to fewer files.</summary>
    public const string Compact = "OPTIMIZE";

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

    public long RowsRetired { get; init; }
}

/// <summary>What the log says of a table itself.</summary>
/// <param name="Id">The table's id, the same for ever.</param>
/// <param name="Schema">Its columns as <see cref="DeltaSchema"/> writes them.</param>
/// <param name="CreatedTime">When it was created, milliseconds since 1970.</param>
internal sealed record TableMetaData(string Id, string Schema, long CreatedTime);

/// <summary>One log file.</summary>
internal sealed record Commit(long Version, CommitInfo Info, IReadOnlyList<AddFile> Adds, IReadOnlyList<RemoveFile> Removes)
{
    /// <summary>The table's columns from here on; null where they stay.</summary>
    public TableMetaData? MetaData { get; init; }
}
