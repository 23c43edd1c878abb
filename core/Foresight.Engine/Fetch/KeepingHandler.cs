namespace Foresight.Engine.Fetch;

/// <summary>Lets a source read an answer only after it is kept: the source reads the kept file.</summary>
internal sealed class KeepingHandler(RawAnswers raw, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        response.RequestMessage ??= request;
        var file = await raw.KeepAsync(response, cancellationToken);

        var kept = new StreamContent(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        foreach (var (name, values) in response.Content.Headers)
        {
            kept.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content.Dispose();
        response.Content = kept;
        return response;
    }
}
