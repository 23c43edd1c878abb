using Foresight.Sdk;

namespace Foresight.Plugins.FundingCalls.Esif;

/// <summary>Where the fields of a row lie: the file and the query service name the same columns differently, and so did earlier editions.</summary>
internal sealed class EsifColumns
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <exception cref="SourceException">A column without which a row says nothing is not there.</exception>
    public EsifColumns(IReadOnlyList<string> names, Uri url)
    {
        for (var i = 0; i < names.Count; i++)
            places.TryAdd(Plain(names[i]), i);
        foreach (var needed in new[] { "ms", "cci", "fund", "eu_amount" })
        {
            if (!places.ContainsKey(needed))
            {
                throw new SourceException(
                    $"The answer to {url.Shown()} has no column {needed}, but {string.Join(", ", names.Take(20))}: it is another dataset, or the platform has changed it.", Recovery.Stop)
                { Fault = Fault.SchemaChanged };
            }
        }
    }

    /// <summary>A field by the first of these names that there is; null where it says nothing.</summary>
    public string? Of(string?[] row, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (places.TryGetValue(name, out var place))
                return row[place]?.Trim() is { Length: > 0 } text && text != "VOID" ? text : null;
        }

        return null;
    }

    // "EAFRD Measure code" of the file is eafrd_measure_code of the service.
    private static string Plain(string name) => string.Join('_', name.Trim().TrimStart('\uFEFF').ToUpperInvariant().Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
        .Select(part => string.Concat(part.Select(char.ToLowerInvariant))));
}
