using System.Text.Json;
using System.Text.RegularExpressions;
using Foresight.Formats.Feeds;

namespace Foresight.Formats.Tests.Feeds.Corpus;

/// <summary>What became of a case.</summary>
internal enum Verdict
{
    Holds,
    Fails,

    /// <summary>It is about a field that our model does not carry.</summary>
    OtherField,

    /// <summary>It asks for nothing but that the file is read.</summary>
    ReadOnly,
}

/// <summary>A case of Universal Feed Parser: a file, the headers that it came with, and what it expects.</summary>
internal sealed partial record CorpusCase(string File, string Category, string Expect, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Every case of the corpus.</summary>
    public static IReadOnlyList<CorpusCase> All(string folder)
    {
        using var index = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, "INDEX.json")));
        return
        [
            .. index.RootElement.EnumerateArray().Select(one => new CorpusCase(
                one.GetProperty("file").GetString()!,
                one.GetProperty("category").GetString()!,
                one.GetProperty("expect").GetString()!,
                one.GetProperty("headers").ValueKind == JsonValueKind.Object
                    ? one.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase)
                    : new Dictionary<string, string>())),
        ];
    }

    /// <summary>Reads the file as it came and says whether the expectation holds; the field where it is about one of another model.</summary>
    public async Task<(Verdict Verdict, string Field)> JudgeAsync(string folder)
    {
        ReadFeed? feed = null;
        try
        {
            feed = await ReadFeed.OfAsync(await System.IO.File.ReadAllBytesAsync(Path.Combine(folder, File)), Options());
        }
        catch (FeedFormatException)
        {
            // A refusal: what they call a bozo without entries.
        }

        var expectation = new Expectation(FeedparserView.Of(feed));
        var expression = PythonParser.Parse(Expect);
        var fields = Expectation.Fields(expression).Distinct().ToList();
        if (fields.Count == 0)
            return (Verdict.ReadOnly, "");
        if (fields.FirstOrDefault(field => !expectation.Carries(field)) is { } other)
            return (Verdict.OtherField, string.Join('.', other.Split('.').Take(2)));
        return (expectation.Holds(expression) ? Verdict.Holds : Verdict.Fails, "");
    }

    private FeedReaderOptions Options() => new()
    {
        Charset = Charset().Match(Headers.GetValueOrDefault("Content-type", "")) is { Success: true } match ? match.Groups["charset"].Value : null,
        MediaType = Headers.GetValueOrDefault("Content-type")?.Split(';')[0],
        Language = Headers.GetValueOrDefault("Content-Language"),
        // Those that feedparser fetches from a server have its address as base.
        BaseUri = Headers.TryGetValue("Content-Location", out var location) ? new Uri(location)
            : Path.GetFileName(File).StartsWith("http_", StringComparison.Ordinal) ? new Uri($"http://127.0.0.1:8097/tests/{File}")
            : null,
    };

    [GeneratedRegex(@"charset\s*=\s*[""']?(?<charset>[\w-]+)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
