using System.Net;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>Asks a server, and says in one sentence why there is no answer to read.</summary>
internal static class Answer
{
    public static async Task<HttpResponseMessage> GetAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw new SourceException($"{url.Host} could not be reached ({unreachable.Message.TrimEnd('.')}); the next run tries again.", Recovery.Retry, unreachable);
        }

        // 202 without a body is a bot wall's answer; nothing of ours answers so.
        if (response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.Accepted)
            return response;
        var status = (int)response.StatusCode;
        response.Dispose();
        throw status is 202 or 408 or 429 or >= 500
            ? new SourceException($"{url} answered {status}; the next run tries again.", Recovery.Retry)
            : new SourceException($"{url} answered {status}: check the address in the policy.", Recovery.Stop);
    }
}
