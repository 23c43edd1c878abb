using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>Indicators of countries from the World Bank's API, version 2: one question per indicator. It has no cursor, since any year may be revised.</summary>
internal sealed partial class WorldBankSource(WorldBankOptions options) : ISource
{
    /// <summary>Whether an answer is a page of an indicator; the match asks for it once.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        FirstPage().IsMatch(head.Text) && Indicator().Match(head.Text) is { Success: true } indicator
            ? new SourceMatch(new Dictionary<string, string>
            {
                ["indicators"] = indicator.Groups[1].Value,
                ["countries"] = Country().Match(head.Text) is { Success: true } country ? country.Groups[1].Value : "all",
                ["maxPages"] = "1",
            })
            : null;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.Indicators.Count == 0 || options.Countries.Count == 0
            ? new SourceCheck(false, "The World Bank must be told what and for whom: name at least one indicator and one country.")
            : await this.ByReadingAsync(context, "The World Bank", cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var refused = new List<SourceException>();
        var rows = 0;
        foreach (var indicator in options.Indicators.Distinct(StringComparer.Ordinal))
        {
            for (var (page, pages) = (1, 1); page <= pages; page++)
            {
                WorldBankPage? read = null;
                try
                {
                    read = await WorldBankPage.ReadAsync(context, Question(context.Clock, indicator, page), cancellationToken).ConfigureAwait(false);
                }
                catch (SourceException exception) when (exception.Recovery != Recovery.Retry)
                {
                    // An indicator that was renamed says nothing of the others; the run still ends with this error.
                    refused.Add(exception);
                }

                if (read is null)
                    break;
                if (page > 1 && read.Number != page)
                    throw new SourceException($"The World Bank answers page {page} of {indicator} with page {read.Number}: try again later.", Recovery.Retry) { Fault = Fault.Malformed };
                pages = Math.Min(read.Pages, options.MaxPages);
                if (page == 1 && read.Pages > pages)
                    context.Logger.LogWarning("The World Bank has {Pages} pages of {Indicator}, of which {Most} are read: raise maxPages.", read.Pages, indicator, pages);
                if (read.Batch.Count == 0)
                    context.Logger.LogWarning("The World Bank has nothing for {Indicator} on page {Page}.", indicator, page);
                rows += read.Batch.Count + read.Batch.Rejections.Count;
                yield return read.Batch;
            }
        }

        if (refused.Count > 0)
            throw new SourceException(string.Join(" ", refused.Select(one => one.Message)), Recovery.Stop, refused[0]) { Fault = refused[0].Fault };
        if (rows == 0)
            throw new SourceException("The World Bank has nothing for any of the indicators and countries: check their ids.", Recovery.Stop) { Fault = Fault.UnknownId };
    }

    private Uri Question(TimeProvider clock, string indicator, int page)
    {
        var countries = string.Join(';', options.Countries.Distinct(StringComparer.Ordinal).Select(Uri.EscapeDataString));
        return new Uri(
            $"https://api.worldbank.org/v2/country/{countries}/indicator/{Uri.EscapeDataString(indicator)}" +
            $"?format=json&per_page={options.PerPage}&date={options.From}:{clock.GetUtcNow().Year}&page={page}");
    }

    [GeneratedRegex("""^\uFEFF?\s*\[\s*\{\s*"page"\s*:""")]
    private static partial Regex FirstPage();

    [GeneratedRegex("""
        "indicator"\s*:\s*\{\s*"id"\s*:\s*"([^"]+)"
        """)]
    private static partial Regex Indicator();

    [GeneratedRegex("""
        "countryiso3code"\s*:\s*"([A-Z]{3})"
        """)]
    private static partial Regex Country();
}
