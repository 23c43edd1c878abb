namespace Foresight.Sdk;

/// <summary>The beginning of an answer, from which a source says whether it is one of its own.</summary>
/// <param name="Url">Where it came from; for a file on disk an address that leads nowhere and ends in its name.</param>
/// <param name="ContentType">The content type where one is known.</param>
/// <param name="Bytes">The first bytes, at most 64 KiB, unpacked when the answer was compressed.</param>
public sealed record AnswerHead(Uri Url, string? ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The first bytes as text, read as UTF-8 with faulty bytes replaced.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes.Span);
}

/// <summary>A source recognises an answer as its own.</summary>
/// <param name="Options">The options by which a source instance reads just this answer, as <c>key=value</c> of a policy entry.</param>
public sealed record SourceMatch(IReadOnlyDictionary<string, string> Options)
{
    /// <summary>A match that needs no options.</summary>
    public static SourceMatch Plain { get; } = new(new Dictionary<string, string>());
}
