using Foresight.Engine.Fetch.Decode;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Guard;

/// <summary>The last look at a request: http and https only, no private address, our name, and what we can unpack.</summary>
internal sealed class GuardHandler(GuardedSockets sockets, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { Scheme: "http" or "https" } url)
        {
            throw FetchFaults.ToThrow(FetchFaults.Unsafe($"{request.RequestUri?.Shown()} is no http or https address; sources are read by those only."));
        }

        try
        {
            sockets.ThrowIfPrivate(url);
        }
        catch (Sdk.SourceException refused)
        {
            throw FetchFaults.ToThrow(refused);
        }

        if (request.Headers.UserAgent.Count == 0)
        {
            request.Headers.UserAgent.ParseAdd("Foresight/0.1");
        }

        if (request.Headers.AcceptEncoding.Count == 0)
        {
            request.Headers.AcceptEncoding.ParseAdd(Codings.Accepted);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
