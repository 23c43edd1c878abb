namespace Foresight.Engine.Store.Columns;

/// <summary>Rows of a table as columns: all that are kept in its files, or those that were asked for.</summary>
internal sealed class ColumnBlock(IReadOnlyList<ColumnShape> shapes, IReadOnlyList<Column> columns, int count)
{
    public IReadOnlyList<ColumnShape> Shapes { get; } = shapes;

    public IReadOnlyList<Column> Columns { get; } = columns;

    public int Count { get; } = count;

    public Column this[string name]
    {
        get
        {
            for (var i = 0; i < Shapes.Count; i++)
            {
                if (Shapes[i].Name == name)
                {
                    return Columns[i];
                }
            }

            throw new KeyNotFoundException($"The block has no column '{name}'.");
        }
    }

    public TextColumn Text(string name) => (TextColumn)this[name];

    public T[] Values<T>(string name) where T : struct, IComparable => ((ValueColumn<T>)this[name]).Values;

    public ColumnBlock Select(ReadOnlySpan<int> rows)
    {
        if (rows.Length == Count)
        {
            return this; // Rows are only ever taken in their order, so all of them are the block itself.
        }

        var selected = new Column[Columns.Count];
        for (var i = 0; i < selected.Length; i++)
        {
            selected[i] = Columns[i].Select(rows);
        }

        return new(Shapes, selected, rows.Length);
    }

    /// <summary>The same rows with another column in place of the one of that name.</summary>
    public ColumnBlock With(string name, Column column) =>
        new(Shapes, [.. Shapes.Select((shape, i) => shape.Name == name ? column : Columns[i])], Count);

    public static ColumnBlock Join(IReadOnlyList<ColumnBlock> blocks)
    {
        if (blocks.Count == 1)
        {
            return blocks[0];
        }

        var columns = blocks[0].Columns.Select((column, i) => column.Join([.. blocks.Skip(1).Select(block => block.Columns[i])]));
        return new(blocks[0].Shapes, [.. columns], blocks.Sum(block => block.Count));
    }

    /// <summary>Builds a block of a table's file columns from rows; for what comes in hundreds, not millions.</summary>
    public static ColumnBlock OfRows(TableShape table, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows)
    {
        var columns = table.FileColumns.Select(shape => OfValues(shape, [.. rows.Select(row => row[shape.Name])]));
        return new(table.FileColumns, [.. columns], rows.Count);
    }

    /// <summary>A column without any value.</summary>
    public static Column OfNulls(ColumnShape shape, int count) => OfValues(shape, new object?[count]);

    private static Column OfValues(ColumnShape shape, IReadOnlyList<object?> values) => shape.Kind switch
    {
        ColumnKind.Text => TextColumn.Of(values.Cast<string?>()),
        ColumnKind.Integer => ValueColumn<int>.Of(values),
        ColumnKind.Long => ValueColumn<long>.Of(values),
        ColumnKind.Number => ValueColumn<double>.Of(values),
        ColumnKind.Boolean => ValueColumn<bool>.Of(values),
        ColumnKind.Timestamp => ValueColumn<DateTime>.Of(values),
        ColumnKind.Date => ValueColumn<DateOnly>.Of(values),
        // JSON's null among texts is no text.
        ColumnKind.TextList => new ListColumn<string>([.. values.Cast<string[]?>().Select(texts => texts?.OfType<string>().ToArray())]),
        ColumnKind.NumberList => new ListColumn<double>([.. values.Cast<double[]?>()]),
        ColumnKind.DateList => new ListColumn<DateOnly>([.. values.Cast<DateOnly[]?>()]),
        ColumnKind.TextMap => new MapColumn([.. values.Select(map => (KeyValuePair<string, string>[]?)map ?? [])], [.. values.Select((map, row) => map is null ? -1 : row)]),
        _ => throw new NotSupportedException($"{shape.Name} is not built from rows."),
    };
}
