using System.Text.Json;

namespace Foresight.Formats.JsonStat;

/// <summary>Takes <c>status</c>: texts; anything else is none.</summary>
internal sealed class JsonStatStatusSink(bool isMap) : JsonStatCellSink(isMap)
{
    /// <summary>The statuses.</summary>
    public JsonStatCodes Texts { get; } = new();

    protected override bool MayBeWrapped => true;

    protected override void TakeCell(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueSpan.IsEmpty)
            Texts.Add(Cell, reader.ValueSpan.Contains((byte)'\\') ? reader.GetString()! : Texts.Intern(reader.ValueSpan));
    }
}
