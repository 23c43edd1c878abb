using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Formats.SdmxCsv;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>EU trade by product and partner from Eurostat's Comext, as SDMX-CSV. Each question is read as a stream; it has no cursor, since any month may be revised.</summary>
internal sealed partial class ComextSource(ComextOptions options) : ISource
{
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(0.5);

    /// <summary>Whether an answer is one of Comext's, and what it was asked.</summary>
    public static SourceMatch? Recognise(AnswerHead head)
    {
        var lines = head.Text.TrimStart('\uFEFF').Split('\n', 3);
        if (!lines[0].StartsWith("DATAFLOW,", StringComparison.Ordinal) || lines.Length < 2 || DataflowId().Match(lines[1]) is not { Success: true } dataflow)
            return null;
        var cells = lines[0].TrimEnd('\r').Split(',').Zip(lines[1].Split(',')).ToLookup(pair => pair.First, pair => pair.Second);
        return cells["reporter"].FirstOrDefault() is { } reporter && cells["product"].FirstOrDefault() is { } product
            ? new SourceMatch(new Dictionary<string, string> { ["dataset"] = dataflow.Groups[1].Value, ["reporters"] = reporter, ["products"] = product })
            : null;
    }

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) =>
        options.From is { } from && !Period.TryParse(from, out _)
            ? new SourceCheck(false, $"'{from}' is no period from which Comext could begin: write it as 2024 or 2024-01.")
        : options.Reporters.Count == 0 || options.Products.Count == 0
            ? new SourceCheck(false, "Comext refuses whole datasets: name at least one reporter and one product.")
            : await this.ByReadingAsync(context, $"Comext's {options.Dataset}", cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var codes = new SeenCodes(options.Dataset);
        foreach (var question in ComextQuestions.Of(options, DateOnly.FromDateTime(context.Clock.GetUtcNow().UtcDateTime)))
        {
            context.Pace(question, BetweenQuestions);
            var answer = await TryAskAsync(context, question, cancellationToken).ConfigureAwait(false);
            if (answer is null)
                continue;
            await using var _ = answer.ConfigureAwait(false);
            var blocks = SdmxCsvReader.ReadAsync(answer.Body, options.BatchRows, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var __ = blocks.ConfigureAwait(false);
            while (await MoveNextAsync(blocks, answer.Url).ConfigureAwait(false))
            {
                var batch = ComextRows.ToBatch(blocks.Current, options.Dataset);
                codes.Add(batch);
                yield return batch;
            }
        }

        TellWhatIsMissing(context, codes);
        if (codes.ToBatch(null) is { Codes.Count: > 0 } list)
            yield return list;
    }

    /// <summary>The answer; null where no value fits the filters, which is no fault.</summary>
    private static async Task<EurostatAnswer?> TryAskAsync(SourceContext context, Uri question, CancellationToken cancellationToken)
    {
        try
        {
            return await context.AskEurostatAsync(question, Expected.Text, cancellationToken).ConfigureAwait(false);
        }
        catch (SourceException e) when (e.SaysNothingFits())
        {
            context.Logger.LogInformation("Comext has no value that fits {Url}.", question.Shown());
            return null;
        }
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<SdmxCsvBlock> blocks, Uri url)
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

    /// <summary>Comext passes over a code that it does not know without a word.</summary>
    private void TellWhatIsMissing(SourceContext context, SeenCodes codes)
    {
        foreach (var (what, dimension, asked) in new[]
        {
            ("reporter", Dimension.RefArea, options.Reporters), ("partner", Dimension.CounterpartArea, options.Partners),
            ("product", Dimension.Product, options.Products), ("indicator", Dimension.Indicator, options.Indicators),
        })
        {
            var missing = asked.Where(code => !codes.Contains(dimension, code)).ToList();
            if (missing.Count > 0)
                context.Logger.LogWarning("Comext's {Dataset} has nothing for the {What} {Codes}: such codes are unknown there, or nothing was traded.", options.Dataset, what, string.Join(", ", missing));
        }
    }

    [GeneratedRegex(@"^[^:,]+:([A-Za-z0-9_-]+)\(")]
    private static partial Regex DataflowId();
}
