using System.Security.Cryptography;
using System.Text;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>
/// A request as a whole: method, address, headers that the source set, and body. Two requests with one key ask the same question;
/// nothing else may be given the other's answer. Names of ours and secrets are left out, and so is a multipart body's boundary,
/// which is another each time.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Body">The body as text; null where there is none, or none that is text.</param>
/// <param name="BodySha256">The hash of its bytes.</param>
internal sealed record RequestKey(string Key, string? Body, string? BodySha256)
{
    /// <summary>Where the way in notes it for the handlers behind it.</summary>
    public static HttpRequestOptionsKey<string> Option { get; } = new("Foresight.RequestKey");

    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase) { "Host", "User-Agent", "Accept-Encoding", "Authorization", "Cookie", "Traceparent" };

    /// <summary>Reads a request; its content can be sent afterwards, also more than once.</summary>
    public static async Task<RequestKey> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[]? body = null;
        if (request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync(cancellationToken);
            body = await request.Content.ReadAsByteArrayAsync(cancellationToken);
        }

        var text = new StringBuilder().Append(request.Method.Method).Append('\n').Append(request.RequestUri!.AbsoluteUri).Append('\n');
        foreach (var (name, values) in request.Headers.NonValidated.Where(header => !LeftOut.Contains(header.Key)).OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
        {
            text.Append(name.ToLowerInvariant()).Append(": ").Append(values.ToString()).Append('\n');
        }

        if (body is not null)
        {
            var type = request.Content!.Headers.ContentType;
            var boundary = type?.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
            // Latin-1 is each byte as it is.
            var canonical = Encoding.Latin1.GetString(body);
            var media = type?.ToString() ?? "";
            if (boundary is { Length: > 0 })
            {
                (canonical, media) = (canonical.Replace(boundary, "boundary", StringComparison.Ordinal), media.Replace(boundary, "boundary", StringComparison.Ordinal));
            }

            text.Append(media).Append('\n').Append(canonical);
        }

        return new RequestKey(
            Hash(Encoding.UTF8.GetBytes(text.ToString())), body is null ? null : Text(body), body is null ? null : Hash(body));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? Text(byte[] body)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            // No text: its hash says what it was.
            return null;
        }
    }
}
