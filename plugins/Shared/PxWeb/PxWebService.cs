using System.Text;
using System.Text.Json;
using Foresight.Formats.JsonStat;
using Foresight.Formats.PxWeb;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins;

/// <summary>How a PxWeb service is asked, version 2 and version 1.</summary>
/// <param name="baseUrl">Where the API is.</param>
/// <param name="version">Its version.</param>
/// <param name="table">The table: its id, or in version 1 its path.</param>
/// <param name="language">The language in which it is asked.</param>
/// <param name="database">Of which database in version 1 the limits are asked for; empty for the whole service.</param>
internal sealed class PxWebService(string baseUrl, int version, string table, string language, string database = "")
{
    /// <summary>What holds where the service does not say: the least of what the Nordic offices allow.</summary>
    private static readonly PxWebConfig Usual = new("", 100_000, 10, TimeSpan.FromSeconds(10), "", [], [], null);

    /// <summary>Proxies and servers cut longer addresses off.</summary>
    private const int LongestUrl = 2000;

    private Uri ConfigUrl => new(version == 2 ? $"{baseUrl}/config" : $"{baseUrl}/{Uri.EscapeDataString(language)}/{database}?config");

    /// <summary>Reads the limits, and keeps them from now on.</summary>
    /// <exception cref="SourceException">The service does not answer, or has no such language.</exception>
    public async Task<PxWebConfig> KeepLimitsAsync(SourceContext context, CancellationToken cancellationToken)
    {
        context.Pace(ConfigUrl, Usual.Interval);
        PxWebConfig config;
        try
        {
            config = await ReadAsync(context, ConfigUrl, PxWebReader.ReadConfig, cancellationToken).ConfigureAwait(false);
        }
        catch (SourceException e) when (version == 1 && e.Fault is Fault.NotFound or Fault.Refused or Fault.Malformed)
        {
            context.Logger.LogInformation("{Service} does not tell its limits; the usual ones are kept. {Why}", baseUrl, e.Message);
            config = Usual;
        }

        context.Pace(ConfigUrl, config.Interval);
        return config.Languages.Count == 0 || config.Languages.Contains(language, StringComparer.OrdinalIgnoreCase) ? config : throw new SourceException(
            $"{baseUrl} has no language '{language}': it has {string.Join(", ", config.Languages)}; name one of them first in 'languages'.", Recovery.Stop)
        { Fault = Fault.Options };
    }

    /// <summary>Reads what the table holds.</summary>
    public Task<PxWebTable> DescribeAsync(SourceContext context, string saidIn, CancellationToken cancellationToken) =>
        ReadAsync(context, TableUrl(saidIn, "metadata"), PxWebReader.ReadTable, cancellationToken);

    /// <summary>Asks for cells.</summary>
    /// <exception cref="SourceException">The answer has none.</exception>
    public async Task<JsonStatDataset> AskAsync(SourceContext context, PxWebSelection selection, CancellationToken cancellationToken)
    {
        using var request = Question(selection);
        var answer = await context.SendAsync(request, Expected.Json, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        try
        {
            return await JsonStatReader.ReadAsync(answer.Body, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or JsonStatAnswerException)
        {
            throw new SourceException($"The answer to {answer.Url.Shown()} cannot be read: {e.Message}", Recovery.Retry, e) { Fault = Fault.Malformed };
        }
    }

    /// <summary>Version 2 is asked by address, which says all of the question; where that grew too long, and in version 1, by body.</summary>
    private HttpRequestMessage Question(PxWebSelection selection)
    {
        var url = TableUrl(language, "data");
        if (version == 1)
        {
            return Post(url, new
            {
                query = selection.Parts.Select(part => new { code = part.Variable.Code, selection = new { filter = "item", values = part.Codes } }),
                response = new { format = "json-stat2" },
            });
        }

        var codes = selection.Parts.Select(part => $"&valueCodes[{Uri.EscapeDataString(part.Variable.Code)}]={string.Join(',', part.Codes.Select(Uri.EscapeDataString))}");
        var whole = new Uri(url.OriginalString + string.Concat(codes));
        return whole.AbsoluteUri.Length <= LongestUrl && !selection.Parts.Any(part => part.Codes.Any(code => code.Contains(',', StringComparison.Ordinal)))
            ? new HttpRequestMessage(HttpMethod.Get, whole)
            : Post(url, new { selection = selection.Parts.Select(part => new { variableCode = part.Variable.Code, valueCodes = part.Codes }) });
    }

    private static HttpRequestMessage Post(Uri url, object body) =>
        new(HttpMethod.Post, url) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };

    private Uri TableUrl(string saidIn, string what) => new(version == 2
        ? $"{baseUrl}/tables/{table}/{what}?lang={Uri.EscapeDataString(saidIn)}&outputFormat=json-stat2"
        : $"{baseUrl}/{Uri.EscapeDataString(saidIn)}/{table}");

    private delegate T Reader<T>(ReadOnlySpan<byte> json);

    private static async Task<T> ReadAsync<T>(SourceContext context, Uri url, Reader<T> read, CancellationToken cancellationToken)
    {
        var answer = await context.GetAsync(url, Expected.Json, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        var body = new MemoryStream();
        await answer.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        try
        {
            return read(body.GetBuffer().AsSpan(0, (int)body.Length));
        }
        catch (Exception e) when (e is InvalidDataException or JsonStatAnswerException)
        {
            throw new SourceException($"The answer to {url.Shown()} cannot be read: {e.Message}", e is InvalidDataException ? Recovery.Stop : Recovery.Retry, e) { Fault = Fault.Malformed };
        }
    }
}
