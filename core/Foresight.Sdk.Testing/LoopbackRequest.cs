namespace Foresight.Sdk.Testing;

/// <summary>A request that came to a <see cref="LoopbackServer"/>.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="PathAndQuery">The path with its query, as it was sent.</param>
/// <param name="Headers">The headers; their names in any case.</param>
/// <param name="Body">The body as text; empty where there was none.</param>
public sealed record LoopbackRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>A header; null where it was not sent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
