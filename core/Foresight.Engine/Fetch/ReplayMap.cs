using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch;

/// <summary>
/// Answers kept in files, by URL: a small JSON map with the snapshot's own date. The samples are one; <c>--replay MAP</c> takes any
/// (docs/replay.md).
/// </summary>
public sealed class ReplayMap
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private ReplayMap(string file, DateTimeOffset asOf, LocalText? illustrative, IReadOnlySet<string> leftOut, IReadOnlyList<ReplayAnswer> answers) =>
        (File, AsOf, Illustrative, LeftOut, Answers) = (file, asOf, illustrative, leftOut, answers);

    /// <summary>The map's file.</summary>
    public string File { get; }

    /// <summary>The snapshot's own date: the clock of a run stands there.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The banner of a brief made from it, where its texts are no real ones.</summary>
    public LocalText? Illustrative { get; }

    /// <summary>The ids of source entries that it holds no answers of; they are not read.</summary>
    public IReadOnlySet<string> LeftOut { get; }

    /// <summary>The answers; the first whose pattern fits a URL is served.</summary>
    public IReadOnlyList<ReplayAnswer> Answers { get; }

    /// <summary>Reads a map.</summary>
    /// <exception cref="InvalidDataException">The map is wrong; one sentence per fault, joined by line breaks.</exception>
    public static ReplayMap Read(string file)
    {
        MapFile map;
        try
        {
            using var stream = System.IO.File.OpenRead(file);
            map = JsonSerializer.Deserialize<MapFile>(stream, Strict)
                ?? throw new InvalidDataException($"{file}: the map is empty; it needs asOf and answers.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}, line {(e.LineNumber ?? 0) + 1}: the map cannot be read: {e.Message.Split(" Path:")[0]}", e);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"{file}: there is no such map; name the JSON file that lists the answers.", e);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var faults = new List<string>();
        if (!DateTimeOffset.TryParse(map.AsOf, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asOf))
        {
            faults.Add($"{file}: asOf '{map.AsOf}' is no date such as 2026-09-05T05:00:00Z.");
        }

        var answers = map.Answers.Select(answer => new ReplayAnswer(
            answer.Url, Path.GetFullPath(Path.Combine(folder, answer.File)), answer.Status, answer.Headers ?? new Dictionary<string, string>())).ToList();
        faults.AddRange(answers.Where(answer => !System.IO.File.Exists(answer.File))
            .Select(answer => $"{file}: the answer to {answer.UrlPattern} names {answer.File}, which does not exist."));
        faults.AddRange(answers.Where(answer => answer.Status is < 100 or > 599)
            .Select(answer => $"{file}: the answer to {answer.UrlPattern} has the status {answer.Status}, which is none of HTTP (100 to 599)."));
        return faults.Count == 0
            ? new ReplayMap(file, asOf, map.Illustrative is { } texts ? new LocalText(texts.Sv, texts.En) : null, map.LeaveOut.ToHashSet(StringComparer.Ordinal), answers)
            : throw new InvalidDataException(string.Join(Environment.NewLine, faults));
    }

    private sealed record MapFile
    {
        public required string AsOf { get; init; }

        public IllustrativeTexts? Illustrative { get; init; }

        public IReadOnlyList<string> LeaveOut { get; init; } = [];

        public required IReadOnlyList<MapAnswer> Answers { get; init; }
    }

    private sealed record IllustrativeTexts
    {
        public required string Sv { get; init; }

        public required string En { get; init; }
    }

    private sealed record MapAnswer
    {
        public required string Url { get; init; }

        public required string File { get; init; }

        [JsonPropertyName("status")]
        public int Status { get; init; } = 200;

        public Dictionary<string, string>? Headers { get; init; }
    }
}

/// <summary>An answer in a file.</summary>
/// <param name="UrlPattern">The URL, where <c>*</c> stands for any characters.</param>
/// <param name="File">The file's full path.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers.</param>
public sealed record ReplayAnswer(string UrlPattern, string File, int Status, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Whether the pattern fits the URL, to the letter but for <c>*</c>.</summary>
    public bool Fits(string url) => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(Escaped(UrlPattern), url, ignoreCase: false);

    // MatchesSimpleExpression also knows "?" (any one character) and "\" (the next to the letter).
    private static string Escaped(string pattern) => pattern.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("?", @"\?", StringComparison.Ordinal);
}
