namespace Foresight.Engine.Store.Columns;

/// <summary>The kinds of columns that the store's tables have.</summary>
internal enum ColumnKind
{
    Text,
    Integer,
    Long,
    Number,
    Boolean,
    Timestamp,
    Date,
    TextList,
    NumberList,
    DateList,
    TextMap,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">The name in the views and files.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Place">Where its values are.</param>
internal sealed record ColumnShape(string Name, ColumnKind Kind, ColumnPlace Place = ColumnPlace.File)
{
    /// <summary>Whether a file's log entry says its least and greatest value; long texts are left out.</summary>
    public bool HasRange => Place != ColumnPlace.FileLongText
        && Kind is ColumnKind.Text or ColumnKind.Integer or ColumnKind.Long or ColumnKind.Number or ColumnKind.Timestamp or ColumnKind.Date;

    public bool IsPartition => Place == ColumnPlace.Path;

    public bool IsNullable => Place != ColumnPlace.FileRequired;
}

/// <summary>Where the values of a column are.</summary>
internal enum ColumnPlace
{
    /// <summary>In the file; may be null.</summary>
    File,

    /// <summary>In the file; never null.</summary>
    FileRequired,

    /// <summary>In the file; too long for a range to be of use.</summary>
    FileLongText,

    /// <summary>In the file's path: one value per file.</summary>
    Path,
}
