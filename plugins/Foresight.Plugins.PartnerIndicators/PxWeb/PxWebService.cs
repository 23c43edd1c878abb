using System.Text;
using System.Text.Json;
using Foresight.Formats.JsonStat;
using Foresight.Formats.PxWeb;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators.PxWeb;

/// <summary>How a PxWeb service is asked, version 2 and version 1.</summary>
internal sealed class PxWebService(PxWebOptions options)
{
    /// <summary>What holds where the service does not say: the least of what the Nordic offices allow.</summary>
    private static readonly PxWebConfig Usual = new("", 100_000, 10, TimeSpan.FromSeconds(10), "", [], [], null);

    /// <summary>Proxies and servers cut longer addresses off.</summary>
    private const int LongestUrl = 2000;

    private Uri ConfigUrl => new(options.Version == 2 ? $"{options.BaseUrl}/config" : $"{options.BaseUrl}/{options.Languages[0]}/?config");

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
        catch (SourceException e) when (options.Version == 1 && e.Fault is Fault.NotFound or Fault.Malformed)
        {
            context.Logger.LogInformation("{Service} does not tell its limits; the usual ones are kept. {Why}", options.BaseUrl, e.Message);
            config = Usual;
        }

        context.Pace(ConfigUrl, config.Interval);
        return config.Languages.Count == 0 || config.Languages.Contains(options.Languages[0], StringComparer.OrdinalIgnoreCase) ? config : throw new SourceException(
            $"{options.BaseUrl} has no language '{options.Languages[0]}': it has {string.Join(", ", config.Languages)}; name one of them first in 'languages'.", Recovery.Stop)
        { Fault = Fault.Options };
    }

    /// <summary>Reads what the table holds.</summary>
    public Task<PxWebTable> DescribeAsync(SourceContext context, string language, CancellationToken cancellationToken) =>
        ReadAsync(context, TableUrl(language, "metadata", "json-stat2"), PxWebReader.ReadTable, cancellationToken);

    /// <summary>Asks for cells.</summary>
    /// <exception cref="SourceException">The answer has others than were asked for, or none.</exception>
    public async Task<JsonStatDataset> AskAsync(SourceContext context, PxWebSelection selection, CancellationToken cancellationToken)
    {
        using var request = Question(selection);
        var answer = await context.SendAsync(request, Expected.Json, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        try
        {
            var cube = await JsonStatReader.ReadAsync(answer.Body, cancellationToken: cancellationToken).ConfigureAwait(false);
            return cube.Size == selection.Cells ? cube : throw new SourceException(
                FormattableString.Invariant($"{answer.Url.Shown()} answered with {cube.Size} cells where {selection.Cells:0} were asked for: the table may just be changing; the next run tries again."), Recovery.Retry)
            { Fault = Fault.Malformed };
        }
        catch (Exception e) when (e is InvalidDataException or JsonStatAnswerException)
        {
            throw new SourceException($"The answer to {answer.Url.Shown()} cannot be read: {e.Message}", Recovery.Retry, e) { Fault = Fault.Malformed };
        }
    }

    /// <summary>Version 2 is asked by address, which says all of the question; where that grew too long, and in version 1, by body.</summary>
    private HttpRequestMessage Question(PxWebSelection selection)
    {
        var url = TableUrl(options.Languages[0], "data", "json-stat2");
        if (options.Version == 1)
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

    private Uri TableUrl(string language, string what, string format) => new(options.Version == 2
        ? $"{options.BaseUrl}/tables/{options.Table}/{what}?lang={Uri.EscapeDataString(language)}&outputFormat={format}"
        : $"{options.BaseUrl}/{Uri.EscapeDataString(language)}/{options.Table}");

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
            throw new SourceException($"The answer to {url.Shown()} cannot be read: {e.Message}", Recovery.Retry, e) { Fault = Fault.Malformed };
        }
    }
}
