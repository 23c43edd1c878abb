using System.IO.Enumeration;
using System.Net;
using System.Text;

namespace Foresight.Plugins.Tests;

/// <summary>Answers requests from memory, by URL pattern (<c>*</c> for any text), and remembers them. The first pattern that fits wins.</summary>
internal sealed class ReplayHandler : HttpMessageHandler
{
    private readonly List<(string Pattern, byte[] Body, HttpStatusCode Status, string ContentType)> answers = [];

    private readonly HashSet<int> once = [];
    private readonly HashSet<int> served = [];
    private readonly Dictionary<int, HttpMethod> methods = [];
    private readonly Dictionary<int, Func<string, string>> computed = [];

    /// <summary>The URLs that were asked for, in order.</summary>
    public List<Uri> Requests { get; } = [];

    /// <summary>A server that answers by what it is asked (address and body), before any pattern; null where it has no answer.</summary>
    public Func<Uri, string, (HttpStatusCode Status, string Body)?> Server { get; set; } = (_, _) => null;

    /// <summary>What was sent with those requests that sent something, in order.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>The language that each answer states.</summary>
    public string? ContentLanguage { get; set; }

    /// <summary>Serves a text to requests of one method only.</summary>
    public ReplayHandler ServeTo(HttpMethod method, string pattern, string body)
    {
        methods[answers.Count] = method;
        return Serve(pattern, body);
    }

    /// <summary>Serves a text made of what was sent, to requests of one method only.</summary>
    public ReplayHandler ServeTo(HttpMethod method, string pattern, Func<string, string> bodyOf)
    {
        computed[answers.Count] = bodyOf;
        return ServeTo(method, pattern, "");
    }

    /// <summary>Serves bytes.</summary>
    public ReplayHandler Serve(string pattern, byte[] body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "application/octet-stream")
    {
        answers.Add((pattern, body, status, contentType));
        return this;
    }

    /// <summary>Serves a text as UTF-8.</summary>
    public ReplayHandler Serve(string pattern, string body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "text/plain") =>
        Serve(pattern, Encoding.UTF8.GetBytes(body), status, contentType);

    /// <summary>Serves texts one after the other, and the last of them for good.</summary>
    public ReplayHandler ServeInTurn(string pattern, params IReadOnlyList<string> bodies)
    {
        for (var i = 0; i < bodies.Count - 1; i++)
            once.Add(answers.Count + i);
        foreach (var body in bodies)
            Serve(pattern, body);
        return this;
    }

    /// <summary>Serves a file.</summary>
    public ReplayHandler ServeFile(string pattern, string path, string contentType = "application/octet-stream") =>
        Serve(pattern, File.ReadAllBytes(path), HttpStatusCode.OK, contentType);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        Requests.Add(url);
        if (request.Content is { } content)
            Bodies.Add(await content.ReadAsStringAsync(cancellationToken));
        if (Server(url, request.Content is null ? "" : Bodies[^1]) is { } live)
            return Answer(request, Encoding.UTF8.GetBytes(live.Body), live.Status, "application/json");
        for (var i = 0; i < answers.Count; i++)
        {
            var (pattern, body, status, contentType) = answers[i];
            // In these patterns a question mark is a question mark: URLs have one.
            if (FileSystemName.MatchesSimpleExpression(pattern.Replace("?", "\\?", StringComparison.Ordinal), url.AbsoluteUri, ignoreCase: false)
                && (!methods.TryGetValue(i, out var method) || method == request.Method) && !(once.Contains(i) && !served.Add(i)))
                return Answer(request, computed.TryGetValue(i, out var bodyOf) ? Encoding.UTF8.GetBytes(bodyOf(Bodies[^1])) : body, status, contentType);
        }

        return Answer(request, [], HttpStatusCode.NotFound, "text/plain");
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[] body, HttpStatusCode status, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (ContentLanguage is not null)
            content.Headers.Add("Content-Language", ContentLanguage);
        return new HttpResponseMessage(status) { Content = content, RequestMessage = request };
    }
}
