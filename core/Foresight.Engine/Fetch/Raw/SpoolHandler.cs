using System.Globalization;
using System.Security.Cryptography;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>
/// Writes a body aside while it comes, so that a body that breaks off is a try that failed and not half an answer. Bounded in size,
/// and in how slowly it may come.
/// </summary>
internal sealed class SpoolHandler(FetchLimits limits, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            response.RequestMessage ??= request;
            request.Options.TryGetValue(SpooledContent.Place, out var place);
            var spooled = await SpoolAsync(request.RequestUri!, response.Content, place!(), cancellationToken);
            foreach (var (name, values) in response.Content.Headers.NonValidated)
            {
                spooled.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content.Dispose();
            response.Content = spooled;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<SpooledContent> SpoolAsync(Uri url, HttpContent content, string file, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var total = 0L;
            await using (var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                await using var body = new PatientBody(url, await OpenAsync(url, content, cancellationToken), limits, clock);
                var buffer = new byte[1 << 16];
                for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
                {
                    total += read;
                    if (total > limits.Bytes)
                    {
                        throw FetchFaults.ToThrow(FetchFaults.TooBig(url, string.Create(CultureInfo.InvariantCulture, $"more than {limits.Bytes} bytes came")));
                    }

                    hash.AppendData(buffer, 0, read);
                    await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                output.Flush(flushToDisk: true);
            }

            return new SpooledContent(file, Convert.ToHexStringLower(hash.GetHashAndReset()), total);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    private static async Task<Stream> OpenAsync(Uri url, HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsStreamAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw FetchFaults.ToThrow(FetchFaults.Broken(url, e));
        }
    }
}
