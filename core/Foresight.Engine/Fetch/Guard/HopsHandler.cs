using System.Net;
using Foresight.Engine.Fetch.Known;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch.Guard;

/// <summary>Follows redirects, each hop with its own turn and guard: not from https to http, and not for ever.</summary>
internal sealed class HopsHandler(FetchLimits limits, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var first = request.RequestUri!;
        for (var hop = 0; ; hop++)
        {
            Validators.Apply(request);
            var response = await base.SendAsync(request, cancellationToken);
            response.RequestMessage = request;
            if (Location(response) is not { } location)
            {
                return response;
            }

            response.Dispose();
            if (!Uri.TryCreate(request.RequestUri!, location, out var target))
            {
                throw FetchFaults.ToThrow(FetchFaults.Unsafe($"{first.Shown()} is redirected to '{location.Shown()}', which is not followed: it is no address."));
            }

            if (hop == limits.Hops)
            {
                throw FetchFaults.ToThrow(new SourceException($"{first.Shown()} was redirected more than {limits.Hops} times: check the address.", Recovery.Stop) { Fault = Fault.Refused });
            }

            if (target.Scheme is not ("http" or "https") || (request.RequestUri!.Scheme == "https" && target.Scheme != "https"))
            {
                throw FetchFaults.ToThrow(FetchFaults.Unsafe($"{first.Shown()} is redirected to {target.Shown()}, which is not followed: it leads out of https or to no web address."));
            }

            request = Next(request, response.StatusCode, target);
        }
    }

    private static Uri? Location(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 ? response.Headers.Location : null;

    private static HttpRequestMessage Next(HttpRequestMessage request, HttpStatusCode status, Uri target)
    {
        var keepsMethod = (int)status is 307 or 308 || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
        var next = new HttpRequestMessage(keepsMethod ? request.Method : HttpMethod.Get, target) { Content = keepsMethod ? request.Content : null, Version = request.Version };
        var elsewhere = request.RequestUri!.Authority != target.Authority;
        foreach (var (name, values) in request.Headers.NonValidated.Where(header => !Validators.IsOne(header.Key)))
        {
            // A key for one host is no other's business.
            if (!(name is "Host" || (elsewhere && name is "Authorization" or "Cookie")))
            {
                next.Headers.TryAddWithoutValidation(name, values);
            }
        }

        foreach (var (name, value) in request.Options)
        {
            ((IDictionary<string, object?>)next.Options)[name] = value;
        }

        return next;
    }
}
