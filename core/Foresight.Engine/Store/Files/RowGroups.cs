using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Files;

/// <summary>Where rows are parted into row groups: by their number, and where their texts are long by these.</summary>
internal static class RowGroups
{
    /// <summary>Characters of long texts in a group: no page holds 2 GB, and readers take a group's column at once.</summary>
    public const long MostText = 1 << 26;

    public static IEnumerable<(int Start, int Rows)> Of(ColumnBlock block, int mostRows)
    {
        var texts = LongTexts(block);
        for (var start = 0; start < block.Count;)
        {
            // A remainder shorter than a whole group goes with the last one: tiny groups cost every reader.
            var rows = block.Count - start < 2 * mostRows ? block.Count - start : mostRows;
            var text = 0L;
            for (var i = 0; i < rows && texts.Length > 0; i++)
            {
                text += texts.Sum(column => (long)(column[start + i]?.Length ?? 0));
                rows = text > MostText ? Math.Max(1, i) : rows;
            }

            yield return (start, rows);
            start += rows;
        }
    }

    /// <summary>The characters of all long texts.</summary>
    public static long TextOf(ColumnBlock block) =>
        LongTexts(block).Sum(column => column.Codes.Sum(code => code < 0 ? 0L : column.Values[code].Length));

    private static TextColumn[] LongTexts(ColumnBlock block) =>
        [.. block.Shapes.Zip(block.Columns).Where(pair => pair.First.Place == ColumnPlace.FileLongText).Select(pair => (TextColumn)pair.Second)];
}
