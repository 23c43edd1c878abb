using System.Text.Json;
using Foresight.Formats.Observations;

namespace Foresight.Formats.JsonStat;

/// <summary>Makes datasets of an answer that the splitter parted.</summary>
internal static class JsonStatDocument
{
    /// <summary>No statistic has nearly as many; each costs a search through all.</summary>
    private const int MostDimensions = 100;

    public static IReadOnlyList<JsonStatDataset> Read(JsonStatSplitter splitter, bool needsCells)
    {
        try
        {
            using var document = JsonDocument.Parse(splitter.Rest);
            return [.. Datasets(document.RootElement).Select(one => Read(one.Name, one.Dataset, splitter.Cells, needsCells))];
        }
        catch (InvalidOperationException exception)
        {
            throw JsonStatSplitter.BrokenText(exception);
        }
    }

    private static List<(string? Name, JsonElement Dataset)> Datasets(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"The answer is no JSON-stat dataset but a JSON {root.ValueKind.ToString().ToLowerInvariant()}.");
        ThrowIfRefused(root);
        var kind = JsonStatParts.Text(root, "class");
        if (kind is not (null or "dataset" or "collection"))
            throw new InvalidDataException($"The answer is a JSON-stat {Shown.Text(kind)}, not a dataset.");
        if (JsonStatParts.Object(root, "dimension") is not null)
            return [(null, root)];

        var found = kind == "collection"
            ? Items(root).Where(IsDataset).Select(one => ((string?)null, one)).ToList()
            : [.. root.EnumerateObject().Where(one => JsonStatSplitter.IsBundled(one.Name) && IsDataset(one.Value)).Select(one => ((string?)one.Name, one.Value))];
        if (found.Count > 0)
            return found;
        throw new InvalidDataException(kind == "collection"
            ? $"The answer is a JSON-stat collection that refers to {Items(root).Count()} others, not a dataset: ask for one of those."
            : "The answer is JSON but no JSON-stat dataset: it has no 'dimension'.");
    }

    private static bool IsDataset(JsonElement element) => JsonStatParts.Object(element, "dimension") is not null;

    private static JsonElement.ArrayEnumerator Items(JsonElement collection) =>
        JsonStatParts.Object(collection, "link") is { } link && link.TryGetProperty("item", out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static JsonStatDataset Read(string? name, JsonElement dataset, List<JsonStatCellSink> cells, bool needsCells)
    {
        var dimension = dataset.GetProperty("dimension");
        var holder = dataset.TryGetProperty("id", out _) ? dataset : dimension;
        var ids = JsonStatParts.Strings(JsonStatParts.Required(holder, "id"), "id");
        var sizes = JsonStatParts.Sizes(JsonStatParts.Required(holder, "size"));
        if (ids.Length != sizes.Length)
            throw new InvalidDataException($"The dataset names {ids.Length} dimensions but gives {sizes.Length} sizes.");
        if (ids.Length > MostDimensions || ids.Distinct().Count() < ids.Length)
            throw new InvalidDataException($"The dataset names {ids.Length} dimensions; {MostDimensions} are the most that are read, and each but once.");
        var size = Product(sizes, needsCells);

        var extension = JsonStatParts.Object(dataset, "extension");
        var withoutData = extension is { } e ? JsonStatParts.Object(e, "positions-with-no-data") : null;
        var roles = JsonStatParts.Roles(JsonStatParts.Object(holder, "role"));
        var dimensions = ids.Select((id, i) => JsonStatParts.Dimension(dimension, id, sizes[i], roles.GetValueOrDefault(id), withoutData)).ToArray();
        return new JsonStatDataset(dimensions, size, needsCells ? Table(dataset, cells, size) : [])
        {
            Name = name,
            Id = extension is { } named ? JsonStatParts.Text(named, "id") : null,
            Label = JsonStatParts.Text(dataset, "label"),
            Source = JsonStatParts.Text(dataset, "source"),
            Updated = JsonStatParts.Text(dataset, "updated"),
            Notes = JsonStatParts.Notes(dataset),
            StatusLabels = JsonStatParts.StatusLabels(extension),
            PxWeb = JsonStatParts.PxWeb(extension),
        };
    }

    private static long Product(int[] sizes, bool isLimited)
    {
        var size = 1L;
        foreach (var one in sizes)
        {
            var limit = isLimited ? JsonStatCellSink.MostCells : long.MaxValue;
            if (one > 0 && size > limit / one)
                throw new InvalidDataException($"The sizes {Shown.Text(string.Join(" x ", sizes))} of the dataset make more than the {limit} cells that are read at most: ask for less at a time.");
            size *= one;
        }

        return size;
    }

    private static JsonStatCellTable Table(JsonElement dataset, List<JsonStatCellSink> cells, long size)
    {
        if (Sink(JsonStatParts.Required(dataset, "value"), cells) is not JsonStatValueSink values)
            throw new InvalidDataException("'value' of the dataset is neither a list nor a map.");
        var status = dataset.TryGetProperty("status", out var given) ? given : default;
        return JsonStatCellTable.Of(values, Sink(status, cells) as JsonStatStatusSink, status.ValueKind == JsonValueKind.String ? status.GetString() : null, size);
    }

    /// <summary>A list of one number stands for the cells.</summary>
    private static JsonStatCellSink? Sink(JsonElement element, List<JsonStatCellSink> cells) =>
        element.ValueKind == JsonValueKind.Array && element[0].TryGetInt32(out var number) && number < cells.Count ? cells[number] : null;

    /// <summary>
    /// Eurostat answers <c>{"error":[{"status","id","label"}]}</c>, and <c>{"warning":{"status":413,…}}</c> with HTTP 200 while it
    /// prepares a large answer; PxWeb <c>{"type","title","status":404}</c>.
    /// </summary>
    private static void ThrowIfRefused(JsonElement root)
    {
        if (root.TryGetProperty("dimension", out _))
            return;
        foreach (var name in (ReadOnlySpan<string>)["error", "warning"])
        {
            if (!root.TryGetProperty(name, out var refusal))
                continue;
            if (refusal.ValueKind == JsonValueKind.Array)
                refusal = refusal.EnumerateArray().FirstOrDefault();
            var label = refusal.ValueKind == JsonValueKind.Object ? JsonStatParts.Text(refusal, "label") : refusal.ToString();
            var status = refusal.ValueKind == JsonValueKind.Object && refusal.TryGetProperty("status", out var code) ? JsonStatParts.Whole(code) : null;
            throw new JsonStatAnswerException($"The service answers with {(name == "error" ? "an error" : "a warning")} {status}: {Shown.Said(label ?? "")}", status, name == "warning");
        }

        if (JsonStatParts.Text(root, "title") is { } title && root.TryGetProperty("status", out var problem) && JsonStatParts.Whole(problem) is { } number)
            throw new JsonStatAnswerException($"The service answers with an error {number}: {Shown.Said($"{title} {JsonStatParts.Text(root, "detail")}")}", number, false);
    }
}
