using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>
/// What is kept beside an answer's bytes: enough to give the same answer to the same request again, in its turn and at its time, and
/// to say where it came from.
/// </summary>
internal sealed record AnswerMeta
{
    public required string Load { get; init; }

    /// <summary>1, 2, … over the requests of the load, in the order in which they were made.</summary>
    public required int Answer { get; init; }

    public required string Source { get; init; }

    public required Origin Origin { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    /// <summary>The whole request, see <see cref="RequestKey"/>.</summary>
    public required string Key { get; init; }

    public string? RequestBody { get; init; }

    public string? RequestBodySha256 { get; init; }

    /// <summary>The address that answered, where redirects led to another.</summary>
    public string? FinalUrl { get; init; }

    public int? Status { get; init; }

    public string? Protocol { get; init; }

    /// <summary>As they came, without cookies; of an answer that had not changed those of the kept one, renewed.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The file that holds the bytes as they came, relative to the store's folder; null where there are none.</summary>
    public string? File { get; init; }

    public long? Bytes { get; init; }

    public string? Sha256 { get; init; }

    /// <summary>What is taken off the bytes before they are read, outermost first.</summary>
    public IReadOnlyList<string> Codings { get; init; } = [];

    public long? DecodedBytes { get; init; }

    /// <summary>The answer that was kept before and has not changed, as load and number; null for one that came whole.</summary>
    public string? NotModified { get; init; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public KeptFault? Fault { get; init; }

    public AnswerRow ToRow() => new(
        Answer, Url, Status!.Value, Header("Content-Type"), FetchedAt, Bytes!.Value, Sha256!, File!)
    { NotModified = NotModified is not null };

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}

/// <summary>Where data come from, as the policy says.</summary>
internal sealed record Origin(string? Producer, string? Licence, string? Citation, Uri? UrlMain);

/// <summary>A fault as it was told.</summary>
internal sealed record KeptFault(Fault Fault, Recovery Recovery, string Sentence)
{
    public static KeptFault Of(SourceException e) => new(e.Fault, e.Recovery, e.Message);

    public SourceException ToException() => new(Sentence, Recovery) { Fault = Fault };
}
