using Foresight.Engine.Fetch.Decode;
using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch;

/// <summary>For a question whose answer nobody keeps: unpacked, and gone when it is read.</summary>
internal sealed class UnkeptHandler(FetchLimits limits, HttpMessageHandler way) : HttpMessageHandler
{
    // The way is the run's, and does not go with one client.
    private readonly HttpMessageInvoker invoker = new(way, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        request.Options.Set(SpooledContent.Place, () => Path.Combine(Path.GetTempPath(), "foresight-" + Path.GetRandomFileName()));
        try
        {
            await RequestKey.OfAsync(request, cancellationToken);
            var response = await invoker.SendAsync(request, cancellationToken);
            try
            {
                await UnpackAsync(url, response, cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && FetchFaults.Of(url, e) is { } fault)
        {
            throw FetchFaults.ToThrow(fault);
        }
    }

    private async Task UnpackAsync(Uri url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = (SpooledContent)response.Content;
        var file = body.Take();
        try
        {
            var unpacking = await Unpacking.OfAsync(url, file, body.Headers.ContentEncoding, limits, cancellationToken);
            var kept = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose);
            response.Content = UnpackedContent.Of(kept, unpacking.Codings, body.Headers.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString())));
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }
}
