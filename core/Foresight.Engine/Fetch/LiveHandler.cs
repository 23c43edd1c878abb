using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace Foresight.Engine.Fetch;

/// <summary>The way to the real sources: http and https only, unpacked, with bounded tries and times.</summary>
internal static class LiveHandler
{
    public static HttpMessageHandler Create()
    {
        var sockets = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(20),
            MaxConnectionsPerServer = 2,
        };
        var tries = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(TimeSpan.FromMinutes(5))
            .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromSeconds(2), UseJitter = true, BackoffType = DelayBackoffType.Exponential })
            .AddTimeout(TimeSpan.FromMinutes(2))
            .Build();
        return new SchemeHandler(new ResilienceHandler(tries) { InnerHandler = sockets });
    }

    private sealed class SchemeHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is not { Scheme: "http" or "https" } url)
            {
                throw new HttpRequestException($"{request.RequestUri} is no http or https address; sources are read by those only.");
            }

            request.Headers.UserAgent.TryParseAdd("Foresight/0.1");
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (TimeoutRejectedException e)
            {
                throw new HttpRequestException("it did not answer in time.", e);
            }
        }
    }
}
