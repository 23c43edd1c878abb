using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>The pages of one leaf of one row group, as they are in the file.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Pages">The bytes; its reader gives them back.</param>
/// <param name="Slots">The number of its levels.</param>
/// <param name="DataPage">Where the page of the values begins: after the dictionary, if there is one.</param>
/// <param name="Uncompressed">The bytes before they were compressed.</param>
/// <param name="Range">Its least and greatest value and its nulls; null where they are not told.</param>
internal sealed record EncodedChunk(LeafShape Leaf, PageBuffer Pages, int Slots, int DataPage, long Uncompressed, ColumnRange? Range)
{
    public bool HasDictionary => DataPage > 0;

    public int Size { get; } = Pages.Length;

    /// <summary>Where it begins in the file; known when it is written.</summary>
    public long Offset { get; init; }
}
