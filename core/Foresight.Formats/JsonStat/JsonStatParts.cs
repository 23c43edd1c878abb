using System.Globalization;
using System.Text.Json;
using Foresight.Formats.Observations;

namespace Foresight.Formats.JsonStat;

/// <summary>Reads the members of a dataset around its cells.</summary>
internal static class JsonStatParts
{
    public static JsonElement Required(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) ? member : throw new InvalidDataException($"The dataset has no '{name}'.");

    public static JsonElement? Object(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    public static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    public static string[] Strings(JsonElement array, string name) => array.ValueKind == JsonValueKind.Array
        ? [.. array.EnumerateArray().Select(item => item.ToString())]
        : throw new InvalidDataException($"'{name}' of the dataset is no array.");

    /// <summary>Sizes are numbers; some services of version 1 wrote them as texts.</summary>
    public static int[] Sizes(JsonElement array) => [.. Strings(array, "size").Select(text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size : throw new InvalidDataException($"The dataset gives a size of '{Shown.Text(text)}'."))];

    public static IReadOnlyDictionary<string, string> Roles(JsonElement? role)
    {
        var roles = new Dictionary<string, string>();
        foreach (var one in role?.EnumerateObject() ?? default)
        {
            foreach (var id in Strings(one.Value, "role"))
                roles[id] = one.Name;
        }

        return roles;
    }

    public static IReadOnlyDictionary<string, string> StatusLabels(JsonElement? extension) =>
        extension is { } one && Object(one, "status") is { } status && Object(status, "label") is { } labels
            ? Texts(labels)
            : [];

    public static JsonStatDimension Dimension(JsonElement dimensions, string id, int size, string? role, JsonElement? withoutData)
    {
        var dimension = Object(dimensions, id) ?? throw new InvalidDataException($"The dataset does not describe its dimension '{Shown.Text(id)}'.");
        var category = Object(dimension, "category") ?? throw new InvalidDataException($"Dimension '{Shown.Text(id)}' has no categories.");
        var codes = Codes(category, id, size);
        var names = Texts(Object(category, "label"));
        var labels = Array.ConvertAll(codes, code => names.GetValueOrDefault(code, code));
        var extension = Object(dimension, "extension");
        int[] empty = withoutData is { } named && named.TryGetProperty(id, out var positions) && positions.ValueKind == JsonValueKind.Array
            ? [.. positions.EnumerateArray().Select(Whole).OfType<int>()] : [];
        return new JsonStatDimension(id, Text(dimension, "label"), role, codes, labels, empty)
        {
            Units = Units(category),
            CanBeLeftOut = extension is { } said && said.TryGetProperty("elimination", out var can) && can.ValueKind is JsonValueKind.True or JsonValueKind.False ? can.GetBoolean() : null,
            TotalCode = extension is { } with ? Text(with, "eliminationValueCode") : null,
        };
    }

    /// <summary>Notes are a list of texts; some services give a single one.</summary>
    public static IReadOnlyList<string> Notes(JsonElement dataset) =>
        !dataset.TryGetProperty("note", out var note) ? []
        : note.ValueKind == JsonValueKind.String ? [note.GetString()!]
        : note.ValueKind == JsonValueKind.Array ? [.. note.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)] : [];

    public static JsonStatPxWeb? PxWeb(JsonElement? extension) =>
        extension is { } one && Object(one, "px") is { } px
            ? new JsonStatPxWeb(Text(px, "tableid") ?? Text(px, "matrix"), Text(px, "contents"), Text(px, "language"), WholeOf(px, "decimals"), Text(px, "nextUpdate"))
            : null;

    private static Dictionary<string, string> Texts(JsonElement? parent)
    {
        var texts = new Dictionary<string, string>();
        foreach (var one in parent?.EnumerateObject() ?? default)
        {
            if (one.Value.ValueKind == JsonValueKind.String)
                texts[one.Name] = one.Value.GetString()!;
        }

        return texts;
    }

    private static Dictionary<string, JsonStatUnit> Units(JsonElement category)
    {
        var units = new Dictionary<string, JsonStatUnit>();
        foreach (var unit in Object(category, "unit")?.EnumerateObject() ?? default)
        {
            if (unit.Value.ValueKind == JsonValueKind.Object)
                units[unit.Name] = new JsonStatUnit(Text(unit.Value, "base") ?? Text(unit.Value, "label"), WholeOf(unit.Value, "decimals"));
        }

        return units;
    }

    private static int? WholeOf(JsonElement parent, string name) => parent.TryGetProperty(name, out var number) ? Whole(number) : null;

    /// <summary>A whole number; null for anything else.</summary>
    public static int? Whole(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;

    /// <summary>The index is a list of codes, or a map from code to position in any order; with one category it may be left out.</summary>
    private static string[] Codes(JsonElement category, string id, int size)
    {
        (string Code, int? Position)[] entries;
        if (!category.TryGetProperty("index", out var index))
            entries = [.. Object(category, "label")?.EnumerateObject().Select((label, i) => (label.Name, (int?)i)) ?? []];
        else if (index.ValueKind == JsonValueKind.Array)
            entries = [.. index.EnumerateArray().Select((code, i) => (code.ToString(), (int?)i))];
        else if (index.ValueKind == JsonValueKind.Object)
            entries = [.. index.EnumerateObject().Select(entry => (entry.Name, Whole(entry.Value)))];
        else
            entries = [];

        if (entries.Length != size)
            throw new InvalidDataException($"Dimension '{Shown.Text(id)}' has {entries.Length} categories where its size is {size}.");
        var codes = new string[size];
        foreach (var (code, position) in entries)
        {
            if (position is not { } at || at < 0 || at >= size || codes[at] is not null)
                throw new InvalidDataException($"Category '{Shown.Text(code)}' of dimension '{Shown.Text(id)}' has no position of its own below its size of {size}.");
            codes[at] = code;
        }

        return codes;
    }
}
