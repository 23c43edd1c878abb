using System.Text;
using System.Text.Json;
using Foresight.Formats.Observations;

namespace Foresight.Formats.JsonStat;

/// <summary>Takes the tokens of <c>value</c> or <c>status</c>: a list, or a map from cell number.</summary>
internal abstract class JsonStatCellSink(bool isMap)
{
    /// <summary>More cells than any service gives; a cell's number is kept in 32 bits.</summary>
    public const int MostCells = 50_000_000;

    private bool isList = !isMap;
    private bool isWrapped;
    private bool isSkipping;
    private int skippedDepth;

    /// <summary>The number of entries of a list, also of those that are null; null for a map.</summary>
    public int? ListLength { get; private set; } = isMap ? null : 0;

    /// <summary>The cell that the next token is of.</summary>
    protected int Cell { get; private set; }

    public static JsonStatCellSink Of(string member, bool isMap) => member == "value" ? new JsonStatValueSink(isMap) : new JsonStatStatusSink(isMap);

    /// <summary>Takes tokens while there are any; whether the end was among them.</summary>
    public bool Take(ref Utf8JsonReader reader)
    {
        do
        {
            if (isSkipping)
            {
                Skip(reader.TokenType);
                continue;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    TakeName(ref reader);
                    break;
                case JsonTokenType.StartArray when isWrapped && !isList:
                    (isList, ListLength, Cell) = (true, 0, 0);
                    break;
                case JsonTokenType.EndArray when isWrapped:
                    (isList, isWrapped) = (false, false);
                    break;
                case JsonTokenType.EndArray or JsonTokenType.EndObject:
                    return true;
                case JsonTokenType.StartArray or JsonTokenType.StartObject:
                    throw new InvalidDataException($"Cell {Cell} of the dataset is a list or a map where a single value was due.");
                default:
                    TakeCell(ref reader);
                    if (isList)
                        Next();
                    break;
            }
        }
        while (reader.Read());
        return false;
    }

    /// <summary>Takes the value of the cell.</summary>
    protected abstract void TakeCell(ref Utf8JsonReader reader);

    /// <summary>Whether a name that is no number is allowed: Eurostat's answers of version 1 wrap the list of statuses.</summary>
    protected abstract bool MayBeWrapped { get; }

    private void TakeName(ref Utf8JsonReader reader)
    {
        if (TryNumber(reader.ValueSpan, out var cell))
            Cell = cell;
        else if (!MayBeWrapped)
            throw new InvalidDataException($"The dataset has a cell '{Shown.Text(Encoding.UTF8.GetString(reader.ValueSpan))}', which is no number below {MostCells}.");
        else if (reader.ValueTextEquals("value"u8))
            isWrapped = true;
        else
            isSkipping = true;
    }

    private void Skip(JsonTokenType token)
    {
        if (token is JsonTokenType.StartArray or JsonTokenType.StartObject)
            skippedDepth++;
        else if (token is JsonTokenType.EndArray or JsonTokenType.EndObject)
            skippedDepth--;
        isSkipping = skippedDepth > 0;
    }

    private void Next()
    {
        Cell++;
        ListLength = Cell <= MostCells ? Cell : throw new InvalidDataException($"The dataset has more than the {MostCells} cells that are read at most.");
    }

    private static bool TryNumber(ReadOnlySpan<byte> name, out int number)
    {
        number = 0;
        if (name.Length is 0 or > 8)
            return false;
        foreach (var sign in name)
        {
            var digit = (uint)(sign - '0');
            if (digit > 9)
                return false;
            number = (number * 10) + (int)digit;
        }

        return number < MostCells;
    }
}
