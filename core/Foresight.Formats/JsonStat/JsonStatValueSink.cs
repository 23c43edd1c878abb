using System.Text.Json;
using Foresight.Formats.Observations;

namespace Foresight.Formats.JsonStat;

/// <summary>Takes <c>value</c>: numbers, nulls, and texts that say why there is no number (<c>:</c>, <c>..</c>).</summary>
internal sealed class JsonStatValueSink(bool isMap) : JsonStatCellSink(isMap)
{
    private const int FirstCells = 16;
    private double[] values = new double[FirstCells];
    private int[]? cells;

    /// <summary>The texts that stand instead of numbers.</summary>
    public JsonStatCodes Texts { get; } = new();

    /// <summary>The number of values kept: all of a list, with NaN for null; those of a map that are not null.</summary>
    public int Count { get; private set; }

    /// <summary>The values kept, NaN where there is none.</summary>
    public double[] Values => values;

    /// <summary>The cells of the values; null where value <c>i</c> is of cell <c>i</c>.</summary>
    public int[]? Cells => cells;

    protected override bool MayBeWrapped => false;

    protected override void TakeCell(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && NumberText.TryParseNumber(reader.ValueSpan, out var number))
            Keep(number);
        else
            TakeOther(ref reader);
    }

    private void TakeOther(ref Utf8JsonReader reader)
    {
        var value = double.NaN;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                if (ListLength is null)
                    return;
                break;
            case JsonTokenType.Number:
                throw NoNumber(System.Text.Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.String:
                if (!NumberText.TryParseNumber(reader.ValueSpan, out value))
                {
                    value = double.NaN;
                    Texts.Add(Cell, reader.GetString()!);
                }

                break;
            default:
                throw NoNumber(reader.GetBoolean() ? "true" : "false");
        }

        Keep(value);
    }

    private void Keep(double value)
    {
        if (Count == values.Length)
            Widen();
        if (cells is null && Cell != Count)
            Part();
        if (cells is not null)
            cells[Count] = Cell;
        values[Count++] = value;
    }

    /// <summary>From here on a value's place is no longer its cell.</summary>
    private void Part()
    {
        cells = new int[values.Length];
        for (var i = 0; i < Count; i++)
            cells[i] = i;
    }

    private void Widen()
    {
        values = Widened(values, Count);
        if (cells is not null)
            cells = Widened(cells, Count);
    }

    private static T[] Widened<T>(T[] full, int count)
    {
        var wider = GC.AllocateUninitializedArray<T>(count * 2);
        full.AsSpan(0, count).CopyTo(wider);
        return wider;
    }

    private InvalidDataException NoNumber(string text) => new($"Cell {Cell} of the dataset has '{Shown.Text(text)}' for a value, which is no number.");
}
