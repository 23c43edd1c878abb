namespace Foresight.Engine.Fetch.Raw;

/// <summary>An extension by which a person's programs open a kept answer; nothing here reads it.</summary>
internal static class FileExtension
{
    public static string Of(string? contentType, IReadOnlyList<string>? codings) =>
        Of(contentType?.Split(';')[0].Trim()) + string.Concat((codings ?? []).Reverse().Select(coding => coding switch { "gzip" => ".gz", "br" => ".br", _ => ".z" }));

    private static string Of(string? mediaType) => mediaType switch
    {
        null => ".bin",
        _ when mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) => ".json",
        _ when mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) => ".xml",
        _ when mediaType.Contains("csv", StringComparison.OrdinalIgnoreCase) => ".csv",
        _ when mediaType.EndsWith("html", StringComparison.OrdinalIgnoreCase) => ".html",
        _ when mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => ".txt",
        _ => ".bin",
    };
}
