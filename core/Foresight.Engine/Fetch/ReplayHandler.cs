using System.Net;

namespace Foresight.Engine.Fetch;

/// <summary>Serves URLs from the files of a <see cref="ReplayMap"/>; a URL that is not in it is answered 404.</summary>
internal sealed class ReplayHandler(ReplayMap map) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // AbsoluteUri is what travels; ToString is what a person writes, with unescaped characters.
        var url = request.RequestUri!;
        var answer = map.Answers.FirstOrDefault(answer => answer.Fits(url.AbsoluteUri) || answer.Fits(url.ToString()));
        if (answer is null)
        {
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound)
            {
                RequestMessage = request,
                Content = new StringContent($"{Path.GetFileName(map.File)} has no answer for this address."),
            });
        }

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new StreamContent(File.OpenRead(answer.File)),
        };
        foreach (var (name, value) in answer.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Task.FromResult(response);
    }
}
