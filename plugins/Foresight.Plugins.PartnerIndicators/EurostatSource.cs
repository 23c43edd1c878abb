using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Formats.JsonStat;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>A dataset of Eurostat's statistics API, as JSON-stat. It has no cursor, since any year may be revised.</summary>
internal sealed partial class EurostatSource(EurostatOptions options) : ISource
{
    private const string Root = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/";
    private const int BatchRows = 100_000;

    /// <summary>Whether an answer is a JSON-stat dataset of Eurostat's, and which. PxWeb's have a variable of contents, and another source.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        DatasetClass().IsMatch(head.Text) && !head.Text.Contains("\"ContentsCode\"", StringComparison.Ordinal)
            ? new SourceMatch(new Dictionary<string, string> { ["dataset"] = DatasetId().Match(head.Text) is { Success: true } id ? id.Groups[1].Value : "unnamed" })
            : null;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.From is { } from && !Period.TryParse(from, out _)
            ? new SourceCheck(false, $"'{from}' is no period from which {options.Dataset} could begin: write it as 2015 or 2015-03.")
            : await this.ByReadingAsync(context, $"Eurostat's {options.Dataset}", cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await context.AskEurostatAsync(Question(), Expected.Json, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        var dataset = await ReadDatasetAsync(answer, cancellationToken).ConfigureAwait(false);
        if (dataset.Cells.Count == 0)
            throw new SourceException($"Eurostat answers {answer.Url.Shown()} with no value at all: check the filters' codes.", Recovery.Stop) { Fault = Fault.UnknownId };
        foreach (var batch in EurostatRows.ToBatches(dataset, options.Dataset.ToLowerInvariant(), BatchRows))
            yield return batch;
    }

    private static async Task<JsonStatDataset> ReadDatasetAsync(EurostatAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonStatReader.ReadAsync(answer.Body, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (JsonStatAnswerException exception) when (exception.IsWarning)
        {
            throw new SourceException(
                $"Eurostat prepares a large answer to {answer.Url.Shown()}: try again later, or set narrower filters. {exception.Message}", Recovery.Retry, exception)
            { Fault = Fault.NotReady };
        }
        catch (JsonStatAnswerException exception)
        {
            throw new SourceException($"Eurostat refuses {answer.Url.Shown()}: check the dataset and its filters. {exception.Message}", Recovery.Stop, exception) { Fault = Fault.Refused };
        }
        catch (InvalidDataException exception)
        {
            throw new SourceException($"The answer to {answer.Url.Shown()} cannot be read: {exception.Message}", Recovery.Retry, exception) { Fault = Fault.Malformed };
        }
    }

    private Uri Question()
    {
        var filters = options.Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal)
            .SelectMany(filter => filter.Value.Select(code => $"&{Uri.EscapeDataString(filter.Key)}={Uri.EscapeDataString(code)}"));
        var from = options.From is { } period ? "&sinceTimePeriod=" + Uri.EscapeDataString(period) : "";
        return new Uri($"{Root}{options.Dataset}?format=JSON&lang={options.Language}{string.Concat(filters)}{from}");
    }

    [GeneratedRegex("\"class\"\\s*:\\s*\"dataset\"")]
    private static partial Regex DatasetClass();

    // The dimensions' "id" is a list; the first text by that name is the dataset's, in "extension".
    [GeneratedRegex("\"id\"\\s*:\\s*\"([A-Za-z0-9_$-]+)\"")]
    private static partial Regex DatasetId();
}
