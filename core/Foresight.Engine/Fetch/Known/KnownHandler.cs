using System.Net;
using Foresight.Engine.Fetch.Raw;

namespace Foresight.Engine.Fetch.Known;

/// <summary>
/// Asks only whether something changed where the answer is kept, and not at all while it holds. Only of GET: to a server a POST with
/// a condition is another thing.
/// </summary>
internal sealed class KnownHandler(KnownAnswers known, bool refresh, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(RequestKey.Option, out var key);
        if (refresh || request.Method != HttpMethod.Get || known.Find(key!) is not { } answer
            || await known.WholeAsync(answer, cancellationToken) is not { } kept)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        // A clock that was set back must not let an old answer hold for ever.
        if (clock.GetUtcNow() < answer.FreshUntil && clock.GetUtcNow() >= answer.CheckedAt)
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ReusedContent(kept) };
        }

        new Validators(answer.FinalUrl, answer.ETag, answer.LastModified).Attach(request);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotModified)
        {
            response.Content.Dispose();
            response.Content = new ReusedContent(kept);
        }

        return response;
    }
}
