using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Foresight.Formats.Observations;

namespace Foresight.Formats.JsonStat;

/// <summary>
/// Parts an answer as it comes: <c>value</c> and <c>status</c> of each dataset go straight into arrays, all the rest (dimensions,
/// labels, notes) is kept as JSON, in which a list of one number stands for the cells. So an answer is never held whole.
/// </summary>
internal sealed class JsonStatSplitter
{
    /// <summary>Members of a dataset or an answer; at the top any other name is that of a dataset in a bundle of version 1.</summary>
    private static readonly HashSet<string> Members =
    [
        "version", "class", "href", "label", "source", "updated", "id", "size", "role", "dimension", "link", "note", "extension", "category",
        "error", "warning", "value", "status",
    ];

    private readonly ArrayBufferWriter<byte> rest = new(1024);
    private readonly Stack<Place> places = new();
    private JsonReaderState state;
    private JsonStatCellSink? sink;
    private bool needsComma;
    private string property = "";

    private enum Place
    {
        /// <summary>A dataset, or the top of the answer.</summary>
        Dataset,

        /// <summary><c>link</c> of a collection.</summary>
        Link,

        /// <summary><c>item</c> of a collection's links.</summary>
        Items,

        /// <summary>Anything else.</summary>
        Other,
    }

    /// <summary>The cells, by the number that stands for them.</summary>
    public List<JsonStatCellSink> Cells { get; } = [];

    /// <summary>All but the cells.</summary>
    public ReadOnlyMemory<byte> Rest => rest.WrittenMemory;

    /// <summary>Whether a member at the top can be a dataset of a bundle.</summary>
    public static bool IsBundled(string name) => !Members.Contains(name);

    /// <summary>Takes whole tokens and returns the number of bytes taken.</summary>
    public int Take(ReadOnlySpan<byte> bytes, bool ended)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, ended, state);
            while (reader.Read())
            {
                if (sink is not null)
                    TakeCells(ref reader);
                else
                    Copy(ref reader);
            }

            state = reader.CurrentState;
            return (int)reader.BytesConsumed;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The answer is no JSON: {Shown.Text(exception.Message.TrimEnd('.'))}.", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw BrokenText(exception);
        }
    }

    /// <summary>The runtime's reader finds out about a text's bytes when the text is asked for, and calls it an invalid operation.</summary>
    public static InvalidDataException BrokenText(Exception exception) =>
        new("The answer has a text that is no UTF-8, or half a character (a lone surrogate): ask for it again.", exception);

    private void TakeCells(ref Utf8JsonReader reader)
    {
        if (!sink!.Take(ref reader))
            return;
        // Its end has been read.
        WriteRaw(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[{Cells.Count - 1}]")));
        (sink, needsComma) = (null, true);
    }

    private void Copy(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                // Only names that matter become texts.
                property = places.Peek() == Place.Other ? "" : reader.GetString()!;
                Separate();
                WriteText(reader.ValueSpan);
                WriteRaw(":"u8);
                needsComma = false;
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(reader.TokenType == JsonTokenType.StartObject);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                places.Pop();
                WriteRaw(reader.TokenType == JsonTokenType.EndObject ? "}"u8 : "]"u8);
                needsComma = true;
                break;
            case JsonTokenType.String:
                Separate();
                WriteText(reader.ValueSpan);
                needsComma = true;
                break;
            default:
                Separate();
                WriteRaw(reader.ValueSpan);
                needsComma = true;
                break;
        }
    }

    private void Open(bool isObject)
    {
        var inside = places.Count == 0 ? Place.Other : places.Peek();
        if (inside == Place.Dataset && property is ("value" or "status"))
        {
            sink = JsonStatCellSink.Of(property, isObject);
            Cells.Add(sink);
            return;
        }

        Separate();
        WriteRaw(isObject ? "{"u8 : "["u8);
        needsComma = false;
        places.Push((inside, isObject) switch
        {
            (_, true) when places.Count == 0 => Place.Dataset,
            (Place.Dataset, true) when property == "link" => Place.Link,
            (Place.Dataset, true) when places.Count == 1 && IsBundled(property) => Place.Dataset,
            (Place.Link, false) when property == "item" => Place.Items,
            (Place.Items, true) => Place.Dataset,
            _ => Place.Other,
        });
    }

    private void Separate()
    {
        if (needsComma)
            WriteRaw(","u8);
    }

    private void WriteText(ReadOnlySpan<byte> escaped)
    {
        WriteRaw("\""u8);
        WriteRaw(escaped);
        WriteRaw("\""u8);
    }

    private void WriteRaw(ReadOnlySpan<byte> bytes) => rest.Write(bytes);
}
