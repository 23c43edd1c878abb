using System.Text.Json;

namespace Foresight.Formats.JsonStat;

/// <summary>
/// Reads a JSON-stat dataset: version 2.0 as Eurostat, SCB and others write it, and version 1 with its ids and sizes inside
/// <c>dimension</c>, also when it is the only one of a bundle.
/// </summary>
public static class JsonStatReader
{
    /// <summary>The greatest answer that is read if nothing else is said: 256 MiB, some five million cells.</summary>
    public const long DefaultLimit = 256L * 1024 * 1024;

    /// <summary>Reads a dataset.</summary>
    /// <param name="stream">UTF-8; it is read to its end and left open.</param>
    /// <param name="limit">The greatest number of bytes.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="JsonStatAnswerException">The answer is an error or a warning of the service.</exception>
    /// <exception cref="InvalidDataException">The answer is no JSON-stat dataset, contradicts itself or is too large.</exception>
    public static async Task<JsonStatDataset> ReadAsync(Stream stream, long limit = DefaultLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var limited = new LimitedStream(stream, limit);
        try
        {
            using var document = await JsonDocument.ParseAsync(limited, cancellationToken: cancellationToken).ConfigureAwait(false);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The answer is no JSON: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a dataset from parsed JSON.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static JsonStatDataset Read(JsonElement root)
    {
        var dataset = Unwrap(root);
        var dimension = dataset.GetProperty("dimension");
        var holder = dataset.TryGetProperty("id", out _) ? dataset : dimension;
        var ids = JsonStatParts.Strings(JsonStatParts.Required(holder, "id"), "id");
        var sizes = JsonStatParts.Sizes(JsonStatParts.Required(holder, "size"));
        if (ids.Length != sizes.Length)
            throw new InvalidDataException($"The dataset names {ids.Length} dimensions but gives {sizes.Length} sizes.");

        var size = 1L;
        foreach (var one in sizes)
        {
            // Beyond this a cell's number would no longer fit, and no service gives as much.
            if (one > 0 && size > long.MaxValue / one)
                throw new InvalidDataException($"The sizes {string.Join(" x ", sizes)} of the dataset are too large.");
            size *= one;
        }

        var extension = JsonStatParts.Object(dataset, "extension");
        var withoutData = extension is { } e ? JsonStatParts.Object(e, "positions-with-no-data") : null;
        var roles = JsonStatParts.Roles(JsonStatParts.Object(holder, "role"));
        var dimensions = ids.Select((id, i) => JsonStatParts.Dimension(dimension, id, sizes[i], roles.GetValueOrDefault(id), withoutData)).ToArray();
        return new JsonStatDataset(dimensions, size, JsonStatCells.Read(dataset, size))
        {
            Id = extension is { } named ? JsonStatParts.Text(named, "id") : null,
            Label = JsonStatParts.Text(dataset, "label"),
            Source = JsonStatParts.Text(dataset, "source"),
            Updated = JsonStatParts.Text(dataset, "updated"),
            StatusLabels = JsonStatParts.StatusLabels(extension),
        };
    }

    private static JsonElement Unwrap(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new InvalidDataException($"The answer is no JSON-stat dataset but a JSON {root.ValueKind.ToString().ToLowerInvariant()}.");
        ThrowIfRefused(root);
        if (JsonStatParts.Text(root, "class") is { } kind && kind != "dataset")
            throw new InvalidDataException($"The answer is a JSON-stat {kind}, not a dataset.");
        if (JsonStatParts.Object(root, "dimension") is not null)
            return root;

        var bundled = root.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object && JsonStatParts.Object(p.Value, "dimension") is not null).ToList();
        return bundled.Count switch
        {
            1 => bundled[0].Value,
            0 => throw new InvalidDataException("The answer is JSON but no JSON-stat dataset: it has no 'dimension'."),
            var count => throw new InvalidDataException($"The answer is a bundle of {count} JSON-stat datasets where one was due."),
        };
    }

    /// <summary>Eurostat answers <c>{"error":[{"status","id","label"}]}</c>, and <c>{"warning":{"status":413,…}}</c> with HTTP 200 while it prepares a large answer.</summary>
    private static void ThrowIfRefused(JsonElement root)
    {
        foreach (var name in (ReadOnlySpan<string>)["error", "warning"])
        {
            if (!root.TryGetProperty(name, out var refusal) || root.TryGetProperty("dimension", out _))
                continue;
            if (refusal.ValueKind == JsonValueKind.Array)
                refusal = refusal.EnumerateArray().FirstOrDefault();
            var label = refusal.ValueKind == JsonValueKind.Object ? JsonStatParts.Text(refusal, "label") : refusal.ToString();
            var status = refusal.ValueKind == JsonValueKind.Object && refusal.TryGetProperty("status", out var code) ? JsonStatParts.Whole(code) : null;
            throw new JsonStatAnswerException($"The service answers with {(name == "error" ? "an error" : "a warning")} {status}: {label}".TrimEnd(), status, name == "warning");
        }
    }
}
