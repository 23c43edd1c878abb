using System.Net.Http.Headers;

namespace Foresight.Engine.Fetch.Decode;

/// <summary>The content that a source reads: a kept file, unpacked, with the answer's headers but for those that speak of the packing.</summary>
internal static class UnpackedContent
{
    public static HttpContent Of(Stream packed, IReadOnlyList<string> codings, IEnumerable<KeyValuePair<string, string>> headers)
    {
        var content = new StreamContent(Codings.Open(packed, codings), 1 << 16);
        AddTo(content.Headers, headers.Where(header => codings.Count == 0 || !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)));
        return content;
    }

    private static void AddTo(HttpContentHeaders target, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                target.TryAddWithoutValidation(name, value);
            }
        }
    }
}
