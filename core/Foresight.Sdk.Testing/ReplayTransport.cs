using System.IO.Enumeration;
using System.Net;
using System.Text;

namespace Foresight.Sdk.Testing;

/// <summary>A request that a source made.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Url">The address.</param>
/// <param name="Body">The body as text; empty where there was none.</param>
public sealed record SentRequest(string Method, Uri Url, string Body);

/// <summary>
/// Answers a source from memory or from files: the first answer whose pattern fits is served, in a pattern <c>*</c> stands for any
/// text. What fits none is answered 404. It remembers the requests.
/// </summary>
public sealed class ReplayTransport : HttpMessageHandler
{
    private readonly List<Route> routes = [];
    private readonly List<SentRequest> requests = [];

    /// <summary>The requests, in order.</summary>
    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    /// <summary>Serves bytes.</summary>
    /// <param name="pattern">The address; <c>*</c> stands for any text.</param>
    /// <param name="body">The answer's bytes.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="whenBody">Only for requests whose body contains this text; null for all.</param>
    /// <param name="headers">Further headers.</param>
    public ReplayTransport Serve(
        string pattern, byte[] body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "application/octet-stream",
        string? whenBody = null, IReadOnlyDictionary<string, string>? headers = null)
    {
        routes.Add(new Route(pattern, body, status, contentType, whenBody, headers ?? new Dictionary<string, string>()));
        return this;
    }

    /// <summary>Serves a text as UTF-8.</summary>
    /// <inheritdoc cref="Serve(string, byte[], HttpStatusCode, string, string?, IReadOnlyDictionary{string, string}?)"/>
    public ReplayTransport Serve(string pattern, string body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "text/plain", string? whenBody = null) =>
        Serve(pattern, Encoding.UTF8.GetBytes(body), status, contentType, whenBody);

    /// <summary>Serves a file.</summary>
    /// <param name="pattern">The address; <c>*</c> stands for any text.</param>
    /// <param name="path">The file.</param>
    /// <param name="contentType">The content type.</param>
    /// <param name="whenBody">Only for requests whose body contains this text; null for all.</param>
    public ReplayTransport ServeFile(string pattern, string path, string contentType = "application/octet-stream", string? whenBody = null) =>
        Serve(pattern, File.ReadAllBytes(path), HttpStatusCode.OK, contentType, whenBody);

    /// <summary>The recorded answer as a reply of a <see cref="LoopbackServer"/>, so that a source can be tried over real connections.</summary>
    /// <param name="url">The address that the source asked for.</param>
    /// <param name="request">The request that came to the server.</param>
    public LoopbackReply ReplyTo(Uri url, LoopbackRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Find(new SentRequest(request.Method, url, request.Body)) is { } route
            ? new LoopbackReply { Status = (int)route.Status, Body = route.Body, Headers = new Dictionary<string, string>(route.Headers) { ["Content-Type"] = route.ContentType } }
            : LoopbackReply.Of(404);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var route = Find(new SentRequest(request.Method.Method, request.RequestUri!, sent));
        var answer = new HttpResponseMessage(route?.Status ?? HttpStatusCode.NotFound)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(route?.Body ?? []),
        };
        if (route is not null)
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", route.ContentType);
            foreach (var (name, value) in route.Headers)
            {
                if (!answer.Headers.TryAddWithoutValidation(name, value))
                {
                    answer.Content.Headers.TryAddWithoutValidation(name, value);
                }
            }
        }

        return answer;
    }

    private Route? Find(SentRequest request)
    {
        lock (requests)
        {
            requests.Add(request);
        }

        return routes.FirstOrDefault(route => route.Fits(request.Url.AbsoluteUri, request.Body));
    }

    private sealed record Route(
        string Pattern, byte[] Body, HttpStatusCode Status, string ContentType, string? WhenBody, IReadOnlyDictionary<string, string> Headers)
    {
        // The matcher knows "?" (any one character) and "\" (the next to the letter): in an address they are themselves.
        private readonly string expression = Pattern.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("?", @"\?", StringComparison.Ordinal);

        public bool Fits(string url, string body) =>
            FileSystemName.MatchesSimpleExpression(expression, url, ignoreCase: false) && (WhenBody is null || body.Contains(WhenBody, StringComparison.Ordinal));
    }
}
