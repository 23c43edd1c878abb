using System.Runtime.CompilerServices;
using System.Text;
using Foresight.Formats.JsonStat;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.TradeStatistics.Scb;

/// <summary>
/// Sweden's foreign trade from SCB's PxWeb (version 1). A table is asked for its codes first, then for its figures in as many calls as
/// its limits make necessary. It has no cursor, since any month may be revised.
/// </summary>
internal sealed class ScbTradeSource(ScbTradeOptions options) : ISource
{
    private readonly ScbTradeNames names = new(options);

    private string Dataset => options.Table[(options.Table.LastIndexOf('/') + 1)..];

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var table = await DescribeAsync(context, "sv", cancellationToken).ConfigureAwait(false);
            _ = PxSelection.Of(table, options);
            return new SourceCheck(true, $"SCB can be asked for {options.Table}: {table.Title}.");
        }
        catch (SourceException e)
        {
            return new SourceCheck(false, e.Message);
        }
    }

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        context.Pace(UrlOf("sv"), PxLimits.Usual.BetweenCalls);
        var swedish = await DescribeAsync(context, "sv", cancellationToken).ConfigureAwait(false);
        var limits = await LimitsAsync(context, cancellationToken).ConfigureAwait(false);
        context.Pace(UrlOf("sv"), limits.BetweenCalls);
        var english = await DescribeAsync(context, "en", cancellationToken).ConfigureAwait(false);
        var selection = PxSelection.Of(swedish, options);
        if (selection.Parts.Any(part => part.Codes.Count == 0))
        {
            context.Logger.LogWarning("SCB's {Table} has nothing from {From} on.", options.Table, options.From);
            yield break;
        }

        foreach (var part in selection.Split(limits.MostCells))
        {
            foreach (var batch in await AskAsync(context, part, swedish.Time.Code, cancellationToken).ConfigureAwait(false))
                yield return batch;
        }

        yield return names.LabelsOf(selection, swedish, english, Dataset);
    }

    private async Task<IReadOnlyList<ObservationBatch>> AskAsync(SourceContext context, PxSelection part, string time, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, UrlOf("sv")) { Content = new StringContent(part.ToJson(), Encoding.UTF8, "application/json") };
        var answer = await context.SendAsync(request, Expected.Json, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        using var document = await answer.ReadJsonAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return [.. ScbTradeRows.ToBatches(document.RootElement, names, Dataset, time)];
        }
        catch (Exception e) when (e is InvalidDataException or JsonStatAnswerException)
        {
            throw new SourceException($"The answer to {answer.Url.Shown()} cannot be read: {e.Message}", Recovery.Stop, e) { Fault = Fault.Malformed };
        }
    }

    private async Task<PxTable> DescribeAsync(SourceContext context, string language, CancellationToken cancellationToken)
    {
        var answer = await context.GetAsync(UrlOf(language), Expected.Json, cancellationToken).ConfigureAwait(false);
        await using var _ = answer.ConfigureAwait(false);
        using var document = await answer.ReadJsonAsync(cancellationToken).ConfigureAwait(false);
        return PxTable.Read(document.RootElement, answer.Url);
    }

    private async Task<PxLimits> LimitsAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await context.GetAsync(new Uri($"{options.BaseUrl}/sv/ssd?config"), Expected.Json, cancellationToken).ConfigureAwait(false);
            await using var _ = answer.ConfigureAwait(false);
            using var document = await answer.ReadJsonAsync(cancellationToken).ConfigureAwait(false);
            return PxLimits.Read(document.RootElement);
        }
        catch (SourceException e) when (e.Fault is Fault.NotFound or Fault.Refused or Fault.Malformed)
        {
            context.Logger.LogInformation("SCB does not tell its limits; the usual ones are kept. {Why}", e.Message);
            return PxLimits.Usual;
        }
    }

    private Uri UrlOf(string language) => new($"{options.BaseUrl}/{language}/ssd/{options.Table}");
}
