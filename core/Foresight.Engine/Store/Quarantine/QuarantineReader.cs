using System.Text.Json;

namespace Foresight.Engine.Store.Quarantine;

/// <summary>Reads what is in quarantine.</summary>
internal static class QuarantineReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All of it by reason, and the newest items.</summary>
    /// <exception cref="InvalidDataException">A file was changed.</exception>
    public static async Task<QuarantineContent> ReadAsync(string storeFolder, string? source, int limit, CancellationToken cancellationToken)
    {
        var reasons = new Dictionary<(string Source, string Kind, string Reason), QuarantineReason>();
        var newest = new List<QuarantineEntry>();
        foreach (var file in QuarantineFiles.Items(storeFolder, source).OrderDescending(Comparer<string>.Create(ByName)))
        {
            await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
            {
                var entry = Parse(line) ?? throw new InvalidDataException($"{file} was changed and cannot be read; 'foresight store verify' lists every fault.");
                var own = entry with { Source = entry.Load.Split('-', 3)[^1] };
                var key = (own.Source, own.Kind, own.Reason);
                var known = reasons.GetValueOrDefault(key) ?? new(own.Source, own.Kind, own.Reason, 0, own.Load, own.Load);
                reasons[key] = known with { Items = known.Items + 1, FirstLoad = own.Load };
                if (newest.Count < limit)
                {
                    newest.Add(own);
                }
            }
        }

        return new(
            Path.Combine(storeFolder, QuarantineFiles.Folder),
            [.. reasons.Values.OrderBy(reason => reason.Source, StringComparer.Ordinal).ThenByDescending(reason => reason.LastLoad, StringComparer.Ordinal)],
            newest);
    }

    /// <summary>One line of a file; null where it is none.</summary>
    public static QuarantineEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<QuarantineEntry>(line, Options) is { Load: not null, Kind: not null, Where: not null, Reason: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Names begin with the load, and loads with their time.
    private static int ByName(string a, string b) => string.CompareOrdinal(Path.GetFileName(a), Path.GetFileName(b));
}
