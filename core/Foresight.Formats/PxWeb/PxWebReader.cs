using System.Text.Json;
using Foresight.Formats.JsonStat;
using Foresight.Formats.Observations;

namespace Foresight.Formats.PxWeb;

/// <summary>Reads what a PxWeb service says of itself and of a table, version 2 (JSON-stat) and version 1 (<c>variables</c>).</summary>
public static class PxWebReader
{
    private const int DeepestJson = 64;

    /// <summary>
    /// Reads the answer of <c>/config</c> (version 2) or <c>?config</c> (version 1, which says nothing of languages and formats, and not
    /// always how often it may be asked: then 10 calls in 10 seconds).
    /// </summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="InvalidDataException">The answer is no configuration.</exception>
    public static PxWebConfig ReadConfig(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = Parse(json);
            return Config(document.RootElement);
        }
        catch (InvalidOperationException exception)
        {
            throw JsonStatSplitter.BrokenText(exception);
        }
    }

    /// <summary>Reads a table's metadata: <c>/tables/{id}/metadata</c> of version 2, or the table's address of version 1.</summary>
    /// <param name="json">UTF-8.</param>
    /// <exception cref="JsonStatAnswerException">The answer is an error of the service.</exception>
    /// <exception cref="InvalidDataException">The answer is no table's metadata, or contradicts itself.</exception>
    public static PxWebTable ReadTable(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                throw new InvalidDataException("The answer is a list: the path must lead to a table, not to a folder of tables.");
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("variables", out _))
                return ReadVersion1(document.RootElement);
        }
        catch (InvalidOperationException exception)
        {
            throw JsonStatSplitter.BrokenText(exception);
        }

        var dataset = JsonStatReader.ReadMetadata(json);
        return new PxWebTable(dataset.PxWeb?.TableId, dataset.Label, [.. dataset.Dimensions.Select(Of)])
        {
            Source = dataset.Source,
            Updated = dataset.Updated,
            NextUpdate = dataset.PxWeb?.NextUpdate,
            Notes = dataset.Notes,
        };
    }

    private static PxWebConfig Config(JsonElement root)
    {
        // Version 1 has two limits of cells; where both are stated, maxCells is the one that is kept.
        var isFirst = root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("maxCalls", out _) || root.TryGetProperty("maxCells", out _));
        var cells = Number(root, !isFirst ? "maxDataCells" : root.TryGetProperty("maxCells", out _) ? "maxCells" : "maxValues");
        var (calls, window) = isFirst && !root.TryGetProperty("maxCalls", out _) ? (10, 10)
            : (Number(root, isFirst ? "maxCalls" : "maxCallsPerTimeWindow"), Number(root, "timeWindow"));
        return new PxWebConfig(
            JsonStatParts.Text(root, "apiVersion") ?? "", cells, calls, TimeSpan.FromSeconds(window), JsonStatParts.Text(root, "defaultLanguage") ?? "en",
            [.. Items(root, "languages").Select(one => one.ValueKind == JsonValueKind.Object ? JsonStatParts.Text(one, "id") : null).OfType<string>()],
            [.. Items(root, "dataFormats").Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)],
            JsonStatParts.Text(root, "license"))
        {
            Citations = Items(root, "sourceReferences").Where(one => one.ValueKind == JsonValueKind.Object)
                .Select(one => (Language: JsonStatParts.Text(one, "language"), Text: JsonStatParts.Text(one, "text"))).Where(one => one is { Language: not null, Text: not null })
                .GroupBy(one => one.Language!).ToDictionary(group => group.Key, group => group.First().Text!),
        };
    }

    private static PxWebDimension Of(JsonStatDimension dimension) => new(dimension.Id, dimension.Label ?? dimension.Id, dimension.Codes, dimension.Labels)
    {
        IsTime = dimension.Role == "time",
        IsContents = dimension.Role == "metric",
        CanBeLeftOut = dimension.CanBeLeftOut ?? false,
        TotalCode = dimension.TotalCode,
        Units = dimension.Units,
    };

    private static PxWebTable ReadVersion1(JsonElement root)
    {
        var dimensions = new List<PxWebDimension>();
        foreach (var variable in Items(root, "variables"))
        {
            if (variable.ValueKind != JsonValueKind.Object || JsonStatParts.Text(variable, "code") is not { } code)
                throw new InvalidDataException($"Variable {dimensions.Count + 1} of the table has no code.");
            string[] codes = [.. Items(variable, "values").Select(one => one.ToString())];
            string[] labels = [.. Items(variable, "valueTexts").Select(one => one.ToString())];
            if (labels.Length != codes.Length && labels.Length > 0)
                throw new InvalidDataException($"Variable '{Shown.Text(code)}' of the table has {codes.Length} values but {labels.Length} texts.");
            dimensions.Add(new PxWebDimension(code, JsonStatParts.Text(variable, "text") ?? code, codes, labels.Length > 0 ? labels : codes)
            {
                IsTime = IsTrue(variable, "time"),
                // Version 1 does not say which one it is; these are the names that SCB, Statistics Norway and Statistics Finland give it.
                IsContents = code is "ContentsCode" or "Tiedot",
                CanBeLeftOut = IsTrue(variable, "elimination"),
            });
        }

        return new PxWebTable(null, JsonStatParts.Text(root, "title"), dimensions);
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json, new JsonReaderOptions { MaxDepth = DeepestJson });
            return JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The answer is no JSON: {Shown.Text(exception.Message.TrimEnd('.'))}.", exception);
        }
    }

    private static int Number(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var number) && JsonStatParts.Whole(number) is { } whole and > 0
            ? whole : throw new InvalidDataException($"The answer is no configuration of PxWeb: it has no '{name}' above 0.");

    private static bool IsTrue(JsonElement parent, string name) => parent.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    private static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;
}
