using System.Net;
using System.Text;
using System.Text.Json;
using Foresight.Formats;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>An answer with its beginning already at hand. Whatever goes wrong with it is told as a <see cref="SourceException"/>.</summary>
internal sealed class Answer : IAsyncDisposable
{
    private readonly HttpResponseMessage response;

    private Answer(Uri url, HttpResponseMessage response, HeadStream body) => (Url, this.response, Body) = (url, response, body);

    public Uri Url { get; }

    public HeadStream Body { get; }

    /// <summary>The beginning as text.</summary>
    public string Head => Encoding.UTF8.GetString(Body.Head).TrimStart('\uFEFF').TrimStart();

    /// <summary>Asks for an answer that holds data: any other status, and a page for people, is an error.</summary>
    public static async Task<Answer> GetAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            var body = await HeadStream.OpenAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            var answer = new Answer(url, response, body);
            answer.ThrowIfRefused();
            return answer;
        }
        catch (Exception exception)
        {
            response?.Dispose();
            if (Explain(url, exception, cancellationToken) is { } explained)
                throw explained;
            throw;
        }
    }

    /// <summary>Reads from the body.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception exception) when (Explain(Url, exception, cancellationToken) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Reads the body as JSON.</summary>
    public ValueTask<JsonDocument> ReadJsonAsync(CancellationToken cancellationToken) =>
        ReadAsync(() => new ValueTask<JsonDocument>(JsonDocument.ParseAsync(Body, cancellationToken: cancellationToken)), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }

    private static SourceException? Explain(Uri url, Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when !cancellationToken.IsCancellationRequested =>
            new($"{url.Host} did not answer {url} in time; try again later.", Recovery.Retry, exception),
        HttpRequestException or IOException =>
            new($"{url.Host} broke off the answer to {url} ({exception.Message}); try again later.", Recovery.Retry, exception),
        InvalidDataException or JsonException => new($"The answer to {url} cannot be read: {exception.Message}", Recovery.Stop, exception),
        _ => null,
    };

    private void ThrowIfRefused()
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.Accepted || status is 429 or >= 500)
            throw new SourceException($"{Url.Host} answers {status} to {Url}: it cannot serve this now; try again later.", Recovery.Retry);
        if (!response.IsSuccessStatusCode)
            throw new SourceException($"{Url.Host} answers {status} to {Url}: check the entry's options. It says: {Excerpt()}", Recovery.Stop);
        if (Head.StartsWith('<') && Head.Contains("<html", StringComparison.OrdinalIgnoreCase))
            throw new SourceException($"{Url.Host} answers {Url} with a web page where data were due, as it does during faults; try again later.", Recovery.Retry);
    }

    private string Excerpt() => Head.Length == 0 ? "nothing." : string.Join(' ', Head[..Math.Min(Head.Length, 300)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
