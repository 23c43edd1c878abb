using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Foresight.Formats.SdmxCsv;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.TradeStatistics;

/// <summary>EU trade by product and partner from Eurostat's Comext, as SDMX-CSV. One question, read as a stream; it has no cursor, since any month may be revised.</summary>
internal sealed partial class ComextSource(ComextOptions options) : ISource
{
    private const string Root = "https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/";

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

    public Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken) => Task.FromResult(
        options.From is { } from && !Period.TryParse(from, out _)
            ? new SourceCheck(false, $"'{from}' is no period from which Comext could begin: write it as 2024 or 2024-01.")
        : options.Reporters.Count == 0 || options.Products.Count == 0
            ? new SourceCheck(false, "Comext refuses whole datasets: name at least one reporter and one product.")
            : new SourceCheck(true, $"Comext can be asked for {options.Products.Count} products of {string.Join(", ", options.Reporters)} in {options.Dataset}."));

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var answer = await Answer.GetAsync(context.Http, Question(), cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        ThrowIfPostponed(answer);
        var blocks = SdmxCsvReader.ReadAsync(answer.Body, options.BatchRows, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var __ = blocks.ConfigureAwait(false);
        var rows = 0L;
        while (await answer.ReadAsync(blocks.MoveNextAsync, cancellationToken).ConfigureAwait(false))
        {
            rows += blocks.Current.Count;
            yield return ComextRows.ToBatch(blocks.Current, options.Dataset);
        }

        if (rows == 0)
            context.Logger.LogWarning("Comext answers {Url} with a header and no rows: check the codes.", answer.Url);
    }

    private Uri Question()
    {
        var key = string.Join('.', new[] { [options.Frequency], options.Reporters, options.Partners, options.Products, options.Flows, options.Indicators }
            .Select(codes => string.Join('+', codes.Select(Uri.EscapeDataString))));
        var from = options.From is { } period ? "&startPeriod=" + Uri.EscapeDataString(period) : "";
        return new Uri($"{Root}{options.Dataset}/{key}?format=SDMX-CSV{from}");
    }

    /// <summary>A large answer is prepared first: an XML message with a footer, or only the ticket's id, comes instead of rows.</summary>
    private static void ThrowIfPostponed(Answer answer)
    {
        if (Guid.TryParse(answer.Head.Trim(), out var ticket))
            throw Postponed(answer, $"the ticket {ticket}");
        if (answer.Head.StartsWith('<') && answer.Head.Contains("footer", StringComparison.OrdinalIgnoreCase))
            throw Postponed(answer, "an XML message");
    }

    private static SourceException Postponed(Answer answer, string what) => new(
        $"Eurostat prepares a large answer to {answer.Url} and gave {what} instead of rows: try again later, or ask for fewer products, partners or periods.",
        Recovery.Retry);

    [GeneratedRegex(@"^[^:,]+:([A-Za-z0-9_-]+)\(")]
    private static partial Regex DataflowId();
}
