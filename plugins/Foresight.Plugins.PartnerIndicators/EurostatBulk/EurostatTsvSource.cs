using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Formats.EurostatTsv;
using Foresight.Formats.Observations;
using Foresight.Plugins.PartnerIndicators.Blocks;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators.EurostatBulk;

/// <summary>
/// A whole dataset of Eurostat's as TSV, read as a stream. Its observations are those of the source <c>eurostat</c>, under the same
/// identities. It has no cursor: any period may be revised, and a file is always whole.
/// </summary>
internal sealed partial class EurostatTsvSource(EurostatTsvOptions options) : ISource
{
    private const string Place = "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data/";
    private const int BatchRows = 50_000;

    private Uri Url => new(options.Url ?? $"{Place}{options.Dataset.ToUpperInvariant()}?format=TSV&compressed=true");

    /// <summary>Whether an answer is Eurostat's TSV; only the name of its file, or the end of its address, says which dataset.</summary>
    public static SourceMatch? Recognise(AnswerHead head) =>
        Header().IsMatch(head.Text)
            ? new SourceMatch(new Dictionary<string, string>
            {
                ["dataset"] = FileName().Match(head.Url.AbsolutePath) is { Success: true } name ? name.Groups[1].Value : "unnamed",
                ["url"] = head.Url.AbsoluteUri,
            })
            : null;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.From is { } from && !Period.TryParse(from, out _)
            ? new SourceCheck(false, WrongFrom(from))
            : await this.ByReadingAsync(context, $"Eurostat's bulk file of {options.Dataset}", cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Period? first = options.From is not { } from ? null : Period.TryParse(from, out var period) ? period
            : throw new SourceException(WrongFrom(from), Recovery.Stop) { Fault = Fault.Options };
        var batches = new BlockBatches(options.Dataset.ToLowerInvariant(), EurostatRows.NameOf, options.Filters, first);
        var answer = await context.AskEurostatAsync(Url, Expected.Text, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        var blocks = EurostatTsvReader.ReadAsync(answer.Body, BatchRows, cancellationToken: cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var __ = blocks.ConfigureAwait(false);
        var (rows, faults) = (0L, 0L);
        while (await MoveNextAsync(blocks, answer.Url).ConfigureAwait(false))
        {
            var batch = batches.ToBatch(blocks.Current);
            (rows, faults) = (rows + batch.Count, faults + batch.Rejections.Count);
            if (batch.Count + batch.Rejections.Count > 0)
                yield return batch;
        }

        if (rows + faults == 0)
            throw new SourceException($"{answer.Url.Shown()} has no value for the codes and periods of {options.Dataset} that are to be kept: check 'filters' and 'from'.", Recovery.Stop) { Fault = Fault.UnknownId };
        if (batches.Missing.Select(one => one.Code).ToList() is { Count: > 0 } missing)
            context.Logger.LogWarning("{Dataset} has nothing for these codes of 'filters': {Codes}.", options.Dataset, string.Join(", ", missing));
    }

    private string WrongFrom(string from) => $"'{from}' is no period from which {options.Dataset} could begin: write it as 2015 or 2015-03.";

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<ObservationBlock> blocks, Uri url)
    {
        try
        {
            return await blocks.MoveNextAsync().ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new SourceException($"The answer to {url.Shown()} cannot be read: {e.Message}", Recovery.Stop, e) { Fault = Fault.Malformed };
        }
    }

    [GeneratedRegex(@"^\uFEFF?""?[A-Za-z0-9_]+(,[A-Za-z0-9_]+)*\\(time|TIME_PERIOD)""?[\t,]", RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    // A dataset's code holds no point: what follows one, or the number of a second download, is no part of it.
    [GeneratedRegex(@"/(?:estat_)?([A-Za-z0-9_$-]+)(?:\.[^/]*|(?:%20)?\([0-9]+\)[^/]*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex FileName();
}
