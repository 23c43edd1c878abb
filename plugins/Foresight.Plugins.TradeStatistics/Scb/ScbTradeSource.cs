using System.Runtime.CompilerServices;
using Foresight.Formats.PxWeb;
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
    private readonly PxWebService service = new(options.BaseUrl, 1, $"ssd/{options.Table}", "sv", "ssd");

    private string Dataset => options.Table[(options.Table.LastIndexOf('/') + 1)..];

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var table = await service.DescribeAsync(context, "sv", cancellationToken).ConfigureAwait(false);
            _ = Select(table);
            return new SourceCheck(true, $"SCB can be asked for {options.Table}: {table.Label}.");
        }
        catch (SourceException e)
        {
            return new SourceCheck(false, e.Message);
        }
    }

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The table first: what is wrong with its path is no matter of the limits.
        var swedish = await service.DescribeAsync(context, "sv", cancellationToken).ConfigureAwait(false);
        var config = await service.KeepLimitsAsync(context, cancellationToken).ConfigureAwait(false);
        var english = await service.DescribeAsync(context, "en", cancellationToken).ConfigureAwait(false);
        var (time, selection) = Select(swedish);
        if (selection.Cells == 0)
        {
            context.Logger.LogWarning("SCB's {Table} has nothing from {From} on.", options.Table, options.From);
            yield break;
        }

        var dimensions = swedish.Dimensions.Where(one => one != time).DistinctBy(one => one.Code).ToDictionary(one => one.Code, one => names.DimensionOf(one.Code));
        var rows = new PxWebRows(Dataset, time.Code, swedish.Contents?.Code, dimensions, ScbTradeNames.CodeOf) { Area = ScbTradeNames.HomeArea };
        // Time first, so that a call holds whole months and rows come month by month.
        foreach (var part in selection.Split(config.MaxDataCells, time))
        {
            foreach (var batch in rows.ToBatches(await service.AskAsync(context, part, cancellationToken).ConfigureAwait(false)))
                yield return batch;
        }

        yield return names.LabelsOf(selection, swedish, english, time, Dataset);
    }

    private (PxWebDimension Time, PxWebSelection Selection) Select(PxWebTable table)
    {
        var selection = PxWebSelection.Of(table, options.Table, options.Filters, options.StoreAs);
        var time = PxWebPeriods.Of(table, options.Table);
        return (time, options.From is { } first ? selection.From(time, Period.Parse(first)) : selection);
    }
}
