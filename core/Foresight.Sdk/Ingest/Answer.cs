using System.Text.Json;

namespace Foresight.Sdk;

/// <summary>What an answer should be.</summary>
public enum Expected
{
    /// <summary>Anything, also a page.</summary>
    Anything,

    /// <summary>JSON.</summary>
    Json,

    /// <summary>XML that is no web page.</summary>
    Xml,

    /// <summary>Text that is no web page: CSV, TSV, PX.</summary>
    Text,

    /// <summary>A packed file, such as ZIP or 7z.</summary>
    Archive,
}

/// <summary>
/// An answer that holds what was asked for: refusals, bot walls, web pages and empty bodies were told apart before, as a
/// <see cref="SourceException"/>. See <see cref="SourceRequests"/>.
/// </summary>
public sealed class Answer : IAsyncDisposable, IDisposable
{
    private readonly HttpResponseMessage response;

    internal Answer(Uri url, HttpResponseMessage response, ReadOnlyMemory<byte> head, Stream body) =>
        (Url, this.response, Head, Body) = (url, response, head, body);

    /// <summary>The address that was asked for.</summary>
    public Uri Url { get; }

    /// <summary>The address that answered, after redirects.</summary>
    public Uri FinalUrl => response.RequestMessage?.RequestUri ?? Url;

    /// <summary>The media type, such as <c>application/json</c>, where stated.</summary>
    public string? MediaType => response.Content.Headers.ContentType?.MediaType;

    /// <summary>The charset of the content type, where stated.</summary>
    public string? Charset => response.Content.Headers.ContentType?.CharSet;

    /// <summary>The first bytes, at most 4,096.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>
    /// All bytes from the first, unpacked. Where they cannot be read to the end, reading throws a <see cref="SourceException"/>.
    /// </summary>
    public Stream Body { get; }

    /// <summary>Where a transport says in which file it keeps the body's bytes: an option of the answered request.</summary>
    public static HttpRequestOptionsKey<string> KeptFile { get; } = new("Foresight.KeptFile");

    /// <summary>
    /// The file that holds just the bytes of <see cref="Body"/>, for formats that must be sought in (7z, ZIP). Never to be changed.
    /// Null where the transport keeps none, or keeps it packed as it travelled.
    /// </summary>
    public string? File => response.RequestMessage is { } request && request.Options.TryGetValue(KeptFile, out var file) ? file : null;

    /// <summary>A header's value; null where it is not there.</summary>
    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>
    /// Reads all of it as JSON: UTF-8, or UTF-16 with a byte order mark; comments are passed over. What is no character (wrong bytes,
    /// half a surrogate pair) becomes U+FFFD, so that every text can be read.
    /// </summary>
    /// <exception cref="SourceException">It is no JSON.</exception>
    public async Task<JsonDocument> ReadJsonAsync(CancellationToken cancellationToken)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        try
        {
            if (Head.Span is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
            {
                return JsonDocument.Parse(await ReadTextAsync(cancellationToken).ConfigureAwait(false), options);
            }

            var body = new MemoryStream();
            await Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
            return JsonDocument.Parse(JsonBytes.Mended(body.GetBuffer().AsMemory(0, (int)body.Length)), options);
        }
        catch (JsonException wrong)
        {
            throw new SourceException(
                $"The answer to {Url.Shown()} is no whole JSON (line {(wrong.LineNumber ?? 0) + 1}): {SourceRequests.OneLine(wrong.Message.Split(" LineNumber:")[0]).TrimEnd('.')}; the next run tries again.",
                Recovery.Retry, wrong)
            { Fault = Fault.Malformed };
        }
    }

    /// <summary>Reads all of it as text: by its byte order mark, else the stated charset, else its own declaration, else as UTF-8 or windows-1252.</summary>
    public async Task<string> ReadTextAsync(CancellationToken cancellationToken)
    {
        if (AnswerCharset.Of(Head.Span, Charset) is { } stated)
        {
            using var reader = new StreamReader(Body, stated, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        }

        using var bytes = new MemoryStream();
        await Body.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        var all = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        return AnswerCharset.Detect(all).GetString(all);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Body.Dispose();
        response.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }
}
