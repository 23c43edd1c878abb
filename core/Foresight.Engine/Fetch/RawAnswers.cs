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
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int count;

    /// <summary>The number of the newest answer; 0 before the first.</summary>
    public int Newest => count;

    /// <summary>Writes an answer's body to its place and notes it in the load.</summary>
    /// <returns>The file.</returns>
    public async Task<string> KeepAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var day = Path.Combine("raw", source, now.ToString("yyyy", CultureInfo.InvariantCulture), now.ToString("MM", CultureInfo.InvariantCulture), now.ToString("dd", CultureInfo.InvariantCulture));
        var folder = Directory.CreateDirectory(Path.Combine(storeFolder, day)).FullName;
        var aside = Path.Combine(folder, $".{load.LoadId}-{count + 1}.part");
        var (hash, bytes) = await WriteAsync(response.Content, aside, cancellationToken);

        var name = hash + Extension(response.Content.Headers.ContentType?.MediaType);
        File.Move(aside, Path.Combine(folder, name), overwrite: true);
        var number = ++count;
        var url = response.RequestMessage?.RequestUri?.AbsoluteUri ?? "";
        var meta = new
        {
            load = load.LoadId,
            answer = number,
            source,
            method = response.RequestMessage?.Method.Method ?? "GET",
            url,
            status = (int)response.StatusCode,
            headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)),
            fetchedAt = now.UtcDateTime,
            bytes,
            sha256 = hash,
            file = name,
        };
        var metaFile = Path.Combine(folder, $"{load.LoadId}-{number.ToString("0000", CultureInfo.InvariantCulture)}.meta.json");
        await File.WriteAllTextAsync(metaFile + ".part", JsonSerializer.Serialize(meta, Readable), cancellationToken);
        File.Move(metaFile + ".part", metaFile, overwrite: true);

        load.AddAnswer(new AnswerRow(
            number, url, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), now, bytes, hash,
            Path.Combine(day, name).Replace(Path.DirectorySeparatorChar, '/')));
        return Path.Combine(folder, name);
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
            while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                total += read;
            }

            output.Flush(flushToDisk: true);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), total);
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
