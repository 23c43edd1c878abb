using System.Collections;

namespace Foresight.Formats.JsonStat;

/// <summary>The cells of a dataset that have a value or a status, as columns.</summary>
internal sealed class JsonStatCellTable : IReadOnlyList<JsonStatCell>
{
    private readonly int[]? cells;
    private readonly double[] values;
    private readonly int[]? statuses;
    private readonly IReadOnlyList<string> texts;

    private JsonStatCellTable(int count, int[]? cells, double[] values, int[]? statuses, IReadOnlyList<string> texts) =>
        (Count, this.cells, this.values, this.statuses, this.texts) = (count, cells, values, statuses, texts);

    public int Count { get; }

    public JsonStatCell this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            var value = values[index];
            return new JsonStatCell(
                cells is null ? index : cells[index], double.IsNaN(value) ? null : value, statuses is not null && statuses[index] is >= 0 and var code ? texts[code] : null);
        }
    }

    public IEnumerator<JsonStatCell> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Joins values and statuses of a dataset with so many cells.</summary>
    /// <param name="value">The values.</param>
    /// <param name="status">The statuses; null where there are none.</param>
    /// <param name="forAll">One status that holds for every value; null where there is none.</param>
    /// <param name="size">The number of cells that the sizes make.</param>
    public static JsonStatCellTable Of(JsonStatValueSink value, JsonStatStatusSink? status, string? forAll, long size)
    {
        if (value.ListLength is { } given && given != size)
            throw new InvalidDataException($"The dataset has {given} values where its sizes make {size}.");
        if (value.Cells is not null)
            Sort(value);
        if (value.Count > 0 && CellOf(value, value.Count - 1) is var last && last >= size)
            throw new InvalidDataException($"The dataset has a cell '{last}' where its sizes make {size}.");
        var statuses = status?.Texts;
        // A list of one holds for all cells.
        if (statuses is not null && status!.ListLength == 1 && size > 1)
            (forAll, statuses) = (statuses.Count > 0 ? statuses.Texts[0] : null, null);
        if (status?.ListLength > size)
            throw new InvalidDataException($"The dataset has {status.ListLength} statuses where its sizes make {size}.");
        statuses?.Sort();
        if (statuses?.Count > 0 && statuses.CellAt(statuses.Count - 1) is var marked && marked >= size)
            throw new InvalidDataException($"The dataset has a status for a cell '{marked}' where its sizes make {size}.");
        return Merge(value, statuses, forAll);
    }

    /// <summary>All three rise: values, texts instead of values, statuses. A status may stand where there is no value.</summary>
    private static JsonStatCellTable Merge(JsonStatValueSink value, JsonStatCodes? statuses, string? forAll)
    {
        var texts = value.Texts;
        texts.Sort();
        if (texts.Count == 0 && statuses is not { Count: > 0 } && forAll is null)
            return WithoutGaps(value);

        var names = texts.Texts.Concat(statuses?.Texts ?? []).Append(forAll ?? "").ToArray();
        var room = value.Count + (statuses?.Count ?? 0);
        var (cells, values, codes) = (new int[room], new double[room], new int[room]);
        var (count, text, flag) = (0, 0, 0);
        for (var i = 0; i <= value.Count; i++)
        {
            var cell = i < value.Count ? CellOf(value, i) : int.MaxValue;
            for (; statuses is not null && flag < statuses.Count && statuses.CellAt(flag) < cell; flag++)
                (cells[count], values[count], codes[count++]) = (statuses.CellAt(flag), double.NaN, texts.Texts.Count + statuses.CodeAt(flag));
            if (i == value.Count)
                break;
            var code = -1;
            if (text < texts.Count && texts.CellAt(text) == cell)
                code = texts.CodeAt(text++);
            if (statuses is not null && flag < statuses.Count && statuses.CellAt(flag) == cell)
                code = texts.Texts.Count + statuses.CodeAt(flag++);
            var number = value.Values[i];
            if (code < 0 && double.IsNaN(number))
                continue;
            if (code < 0 && forAll is not null)
                code = names.Length - 1;
            (cells[count], values[count], codes[count++]) = (cell, number, code);
        }

        return new JsonStatCellTable(count, cells, values, codes, names);
    }

    /// <summary>Moves the values together, where some are null.</summary>
    private static JsonStatCellTable WithoutGaps(JsonStatValueSink value)
    {
        var (values, count) = (value.Values, 0);
        var present = value.Count - values.AsSpan(0, value.Count).Count(double.NaN);
        if (present == value.Count)
            return new JsonStatCellTable(present, value.Cells, values, null, []);
        var cells = new int[present];
        for (var i = 0; i < value.Count; i++)
        {
            if (!double.IsNaN(values[i]))
                (values[count], cells[count++]) = (values[i], CellOf(value, i));
        }

        return new JsonStatCellTable(present, cells, values, null, []);
    }

    private static int CellOf(JsonStatValueSink value, int i) => value.Cells is null ? i : value.Cells[i];

    private static void Sort(JsonStatValueSink value)
    {
        Array.Sort(value.Cells!, value.Values, 0, value.Count);
        for (var i = 1; i < value.Count; i++)
        {
            if (value.Cells![i] == value.Cells[i - 1])
                throw new InvalidDataException($"The dataset gives cell {value.Cells[i]} twice.");
        }
    }
}
