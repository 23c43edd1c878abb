using System.Text;

namespace Foresight.Tests.Fetch;

/// <summary>A scripted answer of a <see cref="SourceServer"/>.</summary>
internal sealed record Reply
{
    public int Status { get; init; } = 200;

    public byte[] Body { get; init; } = [];

    /// <summary>Makes the body for each request anew; null for <see cref="Body"/>.</summary>
    public Func<SeenRequest, byte[]>? BodyOf { get; init; }

    /// <summary>Headers; Content-Length and Connection are set where they are not here.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the body is sent in chunks, without a length.</summary>
    public bool Chunked { get; init; }

    /// <summary>Closes the connection after so many bytes of the body.</summary>
    public int? CutAfter { get; init; }

    /// <summary>Sends the body again and again, in chunks, for as long as somebody listens.</summary>
    public bool Endless { get; init; }

    /// <summary>Says no more after the body (or, without one, not even a head) until the other side gives up.</summary>
    public bool Silent { get; init; }

    /// <summary>Only for requests that fit; null for all.</summary>
    public Func<SeenRequest, bool>? When { get; init; }

    public static Reply Text(string text, params (string Name, string Value)[] headers) => Bytes(Encoding.UTF8.GetBytes(text), headers);

    public static Reply Bytes(byte[] body, params (string Name, string Value)[] headers) => new() { Body = body, Headers = headers.ToDictionary(pair => pair.Name, pair => pair.Value) };

    public static Reply Of(int status, params (string Name, string Value)[] headers) => new() { Status = status, Headers = headers.ToDictionary(pair => pair.Name, pair => pair.Value) };
}

/// <summary>A request that came.</summary>
internal sealed record SeenRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
