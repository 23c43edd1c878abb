using System.Net;
using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Fetch;

/// <summary>One answer as a file: one that lies there, or one fetched from its address into a temporary file, unpacked.</summary>
public sealed class AnswerFile : IDisposable
{
    private readonly bool temporary;

    private AnswerFile(string path, Uri? url, string? contentType, bool temporary) =>
        (Path, Url, ContentType, this.temporary) = (path, url, contentType, temporary);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The address; null for a file that lay there.</summary>
    public Uri? Url { get; }

    /// <summary>The content type, where known.</summary>
    public string? ContentType { get; }

    /// <summary>Opens a file, or fetches an address.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The address could not be fetched.</exception>
    public static async Task<AnswerFile> OpenAsync(string fileOrUrl, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(fileOrUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return File.Exists(fileOrUrl)
                ? new AnswerFile(fileOrUrl, null, null, temporary: false)
                : throw new FileNotFoundException($"{fileOrUrl}: {(Directory.Exists(fileOrUrl) ? "this is a folder" : "there is no such file")}; name a file or an http(s) address.");
        }

        using var outlet = new LiveOutlet(storeFolder: null, Rules(url), refresh: true, new FetchLimits(), clock);
        using var http = new HttpClient(outlet.Unkept()) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidDataException($"{url.Shown()} answered {(int)response.StatusCode}; nothing to preview.");
            }

            var answer = new AnswerFile(System.IO.Path.GetTempFileName(), url, response.Content.Headers.ContentType?.ToString(), temporary: true);
            try
            {
                await using var output = File.Create(answer.Path);
                await response.Content.CopyToAsync(output, cancellationToken);
                return answer;
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
        catch (HttpRequestException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (temporary)
        {
            File.Delete(Path);
        }
    }

    // Who writes this machine's own address means it; a name or a redirect that leads here does not.
    private static FetchingRules Rules(Uri url) =>
        new() { PrivateHosts = IPAddress.TryParse(url.IdnHost, out _) || url.IdnHost == "localhost" ? [url.IdnHost] : [] };
}
