using System.Globalization;
using System.Security.Cryptography;
using Foresight.Engine.Fetch.Decode;
using Foresight.Engine.Fetch.Known;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>
/// Keeps every answer of one load before anything is parsed: <c>raw/&lt;source&gt;/&lt;yyyy&gt;/&lt;mm&gt;/&lt;dd&gt;/&lt;sha256&gt;.&lt;ext&gt;</c> and
/// beside it <c>&lt;load&gt;-&lt;n&gt;.meta.json</c>. The same bytes are kept once a day.
/// </summary>
internal sealed class RawAnswers(string storeFolder, LoadOpening opening, LoadWriter load, KnownAnswers? known, FetchLimits limits, TimeProvider clock)
{
    private readonly Lock gate = new();
    private int begun;
    private int newest;

    /// <summary>The number of the newest answer that is kept whole; 0 before the first.</summary>
    public int Newest => newest;

    /// <summary>A request is about to be made: it takes its number, for a source may ask for several answers at once.</summary>
    public AnswerMeta Begin(HttpRequestMessage request, RequestKey key)
    {
        var now = clock.GetUtcNow();
        return new AnswerMeta
        {
            Load = load.LoadId,
            Answer = Interlocked.Increment(ref begun),
            Source = opening.Source,
            Origin = opening.Origin,
            Method = request.Method.Method,
            Url = request.RequestUri!.AbsoluteUri,
            Key = key.Key,
            RequestBody = key.Body,
            RequestBodySha256 = key.BodySha256,
            AskedAt = now,
            FetchedAt = now,
        };
    }

    /// <summary>A name under which a body of that answer may be written while it comes.</summary>
    public string Aside(AnswerMeta meta) => Path.Combine(storeFolder, DayOf(meta), $".{Name(meta)}-{Path.GetRandomFileName()}{RawFile.Aside}");

    /// <summary>Keeps an answer, and notes it in the load.</summary>
    public async Task<AnswerMeta> KeepAsync(AnswerMeta begun, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answered = begun with
        {
            FetchedAt = clock.GetUtcNow(),
            FinalUrl = response.RequestMessage?.RequestUri?.AbsoluteUri is { } final && final != begun.Url ? final : null,
            Status = (int)response.StatusCode,
            Protocol = response.Version.ToString(2),
            Headers = HeadersOf(response),
        };
        var meta = response.Content is ReusedContent { Kept: var kept } ? Reused(answered, kept) : await PlaceAsync(answered, (SpooledContent)response.Content, cancellationToken);
        var file = Write(meta);
        if (meta.Fault is { } fault)
        {
            throw fault.ToException();
        }

        if (meta.NotModified is null || meta.Status == 304)
        {
            known?.Note(meta, Path.GetRelativePath(storeFolder, file).Replace(Path.DirectorySeparatorChar, '/'));
        }

        lock (gate)
        {
            load.AddAnswer(meta.ToRow());
            newest = meta.Answer;
        }

        return meta;
    }

    /// <summary>Keeps that there was no answer, and why: a rebuild fails at the same place.</summary>
    public void Fail(AnswerMeta begun, SourceException fault) => Write(begun with { FetchedAt = clock.GetUtcNow(), Fault = KeptFault.Of(fault) });

    /// <summary>Whether the bytes of an answer are there and are the same.</summary>
    public static async Task<bool> IsWholeAsync(string storeFolder, AnswerMeta meta, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(storeFolder, meta.File!));
        if (!file.Exists || file.Length != meta.Bytes)
        {
            return false;
        }

        await using var stream = file.OpenRead();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) == meta.Sha256;
    }

    /// <summary>Removes what an interrupted load left half written; an answer that another program is writing now is left alone.</summary>
    public static void RemoveHalfWritten(string storeFolder, string source) => RawFile.RemoveHalfWritten(Path.Combine(storeFolder, "raw", source), below: true);

    private async Task<AnswerMeta> PlaceAsync(AnswerMeta meta, SpooledContent body, CancellationToken cancellationToken)
    {
        var (aside, stated) = (body.Take(), body.Headers.ContentEncoding.ToArray());
        Unpacking? unpacking = null;
        SourceException? fault = null;
        try
        {
            unpacking = await Unpacking.OfAsync(new Uri(meta.Url), aside, stated, limits, cancellationToken);
        }
        catch (SourceException e)
        {
            // A refusal is told by its status; what it says with it matters less.
            if (meta.Status is >= 200 and < 300)
            {
                fault = e;
            }
            else
            {
                unpacking = new Unpacking([], body.Bytes);
            }
        }
        catch
        {
            File.Delete(aside);
            throw;
        }

        var file = Path.Combine(DayOf(meta), body.Sha256 + FileExtension.Of(meta.Header("Content-Type"), unpacking?.Codings));
        var placed = meta with
        {
            File = file.Replace(Path.DirectorySeparatorChar, '/'),
            Bytes = body.Bytes,
            Sha256 = body.Sha256,
            Codings = unpacking?.Codings ?? [],
            DecodedBytes = unpacking?.Bytes,
            Fault = fault is null ? null : KeptFault.Of(fault),
        };
        await PlaceAsync(aside, placed, cancellationToken);
        return placed;
    }

    private static AnswerMeta Reused(AnswerMeta meta, AnswerMeta kept)
    {
        var headers = new Dictionary<string, string>(kept.Headers, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in meta.Headers.Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
        {
            headers[name] = value;
        }

        return meta with
        {
            FinalUrl = kept.FinalUrl,
            Headers = headers,
            File = kept.File,
            Bytes = kept.Bytes,
            Sha256 = kept.Sha256,
            Codings = kept.Codings,
            DecodedBytes = kept.DecodedBytes,
            NotModified = kept.NotModified ?? string.Create(CultureInfo.InvariantCulture, $"{kept.Load}/{kept.Answer}"),
        };
    }

    // The same bytes under the same name may be read at this moment: they are left where they lie, unless they were damaged there.
    private async Task PlaceAsync(string aside, AnswerMeta meta, CancellationToken cancellationToken)
    {
        var file = Path.Combine(storeFolder, meta.File!);
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            if (await IsWholeAsync(storeFolder, meta, cancellationToken))
            {
                File.Delete(aside);
            }
            else
            {
                File.Move(aside, file, overwrite: true);
            }
        }
    }

    private string Write(AnswerMeta meta)
    {
        var file = Path.Combine(storeFolder, DayOf(meta), Name(meta) + ".meta.json");
        RawFile.WriteJson(file, meta);
        return file;
    }

    // A cookie is a key to somebody's session, and no part of an answer.
    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response) => response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
        .Where(header => !header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
        .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    private static string Name(AnswerMeta meta) => string.Create(CultureInfo.InvariantCulture, $"{meta.Load}-{meta.Answer:0000}");

    private static string DayOf(AnswerMeta meta) => RawFolder.DayOf(meta.Source, meta.AskedAt);
}
