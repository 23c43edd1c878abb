using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Foresight.Engine.Store;

namespace Foresight.Engine.Fetch;

/// <summary>
/// Keeps every answer of one load before anything is parsed: <c>raw/&lt;source&gt;/&lt;yyyy&gt;/&lt;mm&gt;/&lt;dd&gt;/&lt;sha256&gt;.&lt;ext&gt;</c> and
/// beside it <c>&lt;load&gt;-&lt;n&gt;.meta.json</c> with the request, the status and the headers. The same bytes are kept once a day.
/// </summary>
internal sealed class RawAnswers(string storeFolder, string source, LoadWriter load, TimeProvider clock)
{
    private const string Aside = ".part";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan Stall = TimeSpan.FromMinutes(2);

    private static readonly EnumerationOptions EveryFile = new() { RecurseSubdirectories = true, AttributesToSkip = 0 };

    private readonly Lock gate = new();
    private int begun;
    private int newest;

    /// <summary>The number of the newest answer that is kept whole; 0 before the first.</summary>
    public int Newest => newest;

    /// <summary>Writes an answer's body to its place and notes it in the load.</summary>
    /// <returns>The file.</returns>
    public async Task<string> KeepAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // A source may ask for several answers at once: each takes its number before its bytes come.
        var number = Interlocked.Increment(ref begun);
        var now = clock.GetUtcNow();
        var day = Path.Combine("raw", source, now.ToString("yyyy", CultureInfo.InvariantCulture), now.ToString("MM", CultureInfo.InvariantCulture), now.ToString("dd", CultureInfo.InvariantCulture));
        var folder = Directory.CreateDirectory(Path.Combine(storeFolder, day)).FullName;
        var aside = Path.Combine(folder, $".{load.LoadId}-{number.ToString("0000", CultureInfo.InvariantCulture)}{Aside}");
        var (hash, bytes) = await WriteAsync(response.Content, aside, cancellationToken);

        var name = hash + Extension(response.Content.Headers.ContentType?.MediaType);
        Place(aside, Path.Combine(folder, name));
        var url = response.RequestMessage?.RequestUri?.AbsoluteUri ?? "";
        var meta = new
        {
            load = load.LoadId,
            answer = number,
            source,
            method = response.RequestMessage?.Method.Method ?? "GET",
            url,
            status = (int)response.StatusCode,
            // A cookie is a key to somebody's session, and no part of an answer.
            headers = response.Headers.Concat(response.Content.Headers).Where(h => h.Key is not "Set-Cookie").ToDictionary(h => h.Key, h => string.Join(", ", h.Value)),
            fetchedAt = now.UtcDateTime,
            bytes,
            sha256 = hash,
            file = name,
        };
        var metaFile = Path.Combine(folder, $"{load.LoadId}-{number.ToString("0000", CultureInfo.InvariantCulture)}.meta.json");
        await File.WriteAllTextAsync(metaFile + Aside, JsonSerializer.Serialize(meta, Readable), cancellationToken);
        File.Move(metaFile + Aside, metaFile, overwrite: true);

        lock (gate)
        {
            load.AddAnswer(new AnswerRow(
                number, url, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), now, bytes, hash,
                Path.Combine(day, name).Replace(Path.DirectorySeparatorChar, '/')));
            newest = number;
        }

        return Path.Combine(folder, name);
    }

    /// <summary>Removes what an interrupted load left half written; an answer that another program is writing now is left alone.</summary>
    public static void RemoveHalfWritten(string storeFolder, string source)
    {
        var folder = Path.Combine(storeFolder, "raw", source);
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*" + Aside, EveryFile))
        {
            try
            {
                // Its writer holds it open alone; the system lets go of it when the writer dies.
                new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                File.Delete(file);
            }
            catch (IOException)
            {
                // Somebody writes it, or has just moved it to its place.
            }
        }
    }

    // The same bytes under the same name may be read at this moment: they are left where they lie.
    private static void Place(string aside, string file)
    {
        try
        {
            File.Move(aside, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(aside);
        }
    }

    private static async Task<(string Hash, long Bytes)> WriteAsync(HttpContent content, string file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var total = 0L;
        await using (var body = await content.ReadAsStreamAsync(cancellationToken))
        await using (var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await ReadAsync(body, buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                total += read;
            }

            output.Flush(flushToDisk: true);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), total);
    }

    private static async Task<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Stall);
        try
        {
            return await body.ReadAsync(buffer, patience.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(FormattableString.Invariant($"its answer broke off: no byte came for {Stall.TotalMinutes:0} minutes."), e);
        }
    }

    private static string Extension(string? mediaType) => mediaType switch
    {
        null => ".bin",
        _ when mediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase) => ".json",
        _ when mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) => ".xml",
        _ when mediaType.Contains("csv", StringComparison.OrdinalIgnoreCase) => ".csv",
        _ when mediaType.EndsWith("html", StringComparison.OrdinalIgnoreCase) => ".html",
        _ when mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => ".txt",
        _ => ".bin",
    };
}
