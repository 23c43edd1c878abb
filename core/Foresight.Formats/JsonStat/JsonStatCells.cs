using System.Globalization;
using System.Text.Json;

namespace Foresight.Formats.JsonStat;

/// <summary>Reads <c>value</c> and <c>status</c>, each a list or a map from cell number.</summary>
internal static class JsonStatCells
{
    public static JsonStatCell[] Read(JsonElement dataset, long size)
    {
        var value = JsonStatParts.Required(dataset, "value");
        var cells = value.ValueKind switch
        {
            JsonValueKind.Array => FromList(value, size),
            JsonValueKind.Object => FromMap(value, size),
            _ => throw new InvalidDataException("'value' of the dataset is neither a list nor a map."),
        };
        return dataset.TryGetProperty("status", out var status) ? WithStatus(cells, status, size) : [.. cells];
    }

    private static List<JsonStatCell> FromList(JsonElement values, long size)
    {
        if (values.GetArrayLength() != size)
            throw new InvalidDataException($"The dataset has {values.GetArrayLength()} values where its sizes make {size}.");
        var cells = new List<JsonStatCell>(values.GetArrayLength());
        var index = 0L;
        foreach (var value in values.EnumerateArray())
            Add(cells, index++, value);
        return cells;
    }

    private static List<JsonStatCell> FromMap(JsonElement values, long size)
    {
        var cells = new List<JsonStatCell>();
        foreach (var entry in values.EnumerateObject())
            Add(cells, Number(entry.Name, size), entry.Value);
        return InOrder(cells);
    }

    private static void Add(List<JsonStatCell> cells, long index, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var given) && double.IsFinite(given))
            cells.Add(new JsonStatCell(index, given, null));
        else if (value.ValueKind != JsonValueKind.String)
            throw new InvalidDataException($"Cell {index} of the dataset has '{value}' for a value, which is no number.");
        else if (double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            cells.Add(new JsonStatCell(index, number, null));
        else
            cells.Add(new JsonStatCell(index, null, value.GetString())); // ":" or "..": why there is none
    }

    private static JsonStatCell[] WithStatus(List<JsonStatCell> cells, JsonElement status, long size)
    {
        // Eurostat's answers of version 1 wrap the list: {"status": {"value": [":", …], "category": …}}.
        if (status.ValueKind == JsonValueKind.Object && status.TryGetProperty("value", out var wrapped))
            status = wrapped;
        if (status.ValueKind == JsonValueKind.String)
            return [.. cells.Select(cell => cell with { Status = cell.Status ?? status.GetString() })];

        var flags = new List<JsonStatCell>();
        if (status.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in status.EnumerateObject())
                AddFlag(flags, Number(entry.Name, size), entry.Value);
            InOrder(flags);
        }
        else if (status.ValueKind == JsonValueKind.Array)
        {
            // A list of one holds for all cells.
            var one = status.GetArrayLength() == 1 && size > 1;
            if (one)
                return WithStatus(cells, status[0], size);
            if (status.GetArrayLength() > size)
                throw new InvalidDataException($"The dataset has {status.GetArrayLength()} statuses where its sizes make {size}.");
            var index = 0L;
            foreach (var flag in status.EnumerateArray())
                AddFlag(flags, index++, flag);
        }

        return Merge(cells, flags);
    }

    private static void AddFlag(List<JsonStatCell> flags, long index, JsonElement flag)
    {
        if (flag.ValueKind == JsonValueKind.String && flag.GetString() is { Length: > 0 } text)
            flags.Add(new JsonStatCell(index, null, text));
    }

    /// <summary>Both lists rise; a flag may stand where there is no value.</summary>
    private static JsonStatCell[] Merge(List<JsonStatCell> cells, List<JsonStatCell> flags)
    {
        var merged = new List<JsonStatCell>(cells.Count);
        var next = 0;
        foreach (var cell in cells)
        {
            while (next < flags.Count && flags[next].Index < cell.Index)
                merged.Add(flags[next++]);
            merged.Add(next < flags.Count && flags[next].Index == cell.Index ? cell with { Status = flags[next++].Status } : cell);
        }

        merged.AddRange(flags.Skip(next));
        return [.. merged];
    }

    private static List<JsonStatCell> InOrder(List<JsonStatCell> cells)
    {
        cells.Sort((a, b) => a.Index.CompareTo(b.Index));
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells[i].Index == cells[i - 1].Index)
                throw new InvalidDataException($"The dataset gives cell {cells[i].Index} twice.");
        }

        return cells;
    }

    private static long Number(string text, long size) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < size
            ? index : throw new InvalidDataException($"The dataset has a cell '{text}' where its sizes make {size}.");
}
