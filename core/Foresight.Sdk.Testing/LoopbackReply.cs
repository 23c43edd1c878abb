using System.Text;

namespace Foresight.Sdk.Testing;

/// <summary>A scripted answer of a <see cref="LoopbackServer"/>.</summary>
public sealed record LoopbackReply
{
    /// <summary>The HTTP status; 200 where nothing else is set.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The body, as it travels.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Makes the body for each request anew; null for <see cref="Body"/>.</summary>
    public Func<LoopbackRequest, byte[]>? BodyOf { get; init; }

    /// <summary>Headers; Content-Length is set where it is not here.</summary>
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
    public Func<LoopbackRequest, bool>? When { get; init; }

    /// <summary>Status 200 with a text in UTF-8.</summary>
    public static LoopbackReply Text(string text, params (string Name, string Value)[] headers) => Bytes(Encoding.UTF8.GetBytes(text), headers);

    /// <summary>Status 200 with a body.</summary>
    public static LoopbackReply Bytes(ReadOnlyMemory<byte> body, params (string Name, string Value)[] headers) => Of(200, headers) with { Body = body };

    /// <summary>A status without a body.</summary>
    public static LoopbackReply Of(int status, params (string Name, string Value)[] headers) =>
        new() { Status = status, Headers = headers.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase) };
}
