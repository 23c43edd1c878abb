using System.Globalization;
using System.Runtime.CompilerServices;
using Foresight.Formats.PxWeb;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Plugins.PartnerIndicators.PxWeb;

/// <summary>
/// A table of a statistical office's PxWeb. Any period may be revised, so each run reads all that is selected; the cursor only says
/// which vintage (the table's <c>updated</c>) was read last.
/// </summary>
internal sealed class PxWebSource(PxWebOptions options) : ISource
{
    private readonly PxWebService service = new(options.BaseUrl, options.Version, options.Table, options.Languages[0]);

    /// <summary>The table's id, without the folders and the ending of version 1.</summary>
    private string Dataset => options.Table[(options.Table.LastIndexOf('/') + 1)..] is var last && last.EndsWith(".px", StringComparison.OrdinalIgnoreCase) ? last[..^3] : last;

    public async Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken)
    {
        try
        {
            var table = await service.DescribeAsync(context, options.Languages[0], cancellationToken).ConfigureAwait(false);
            var selection = Select(table);
            return new SourceCheck(true, FormattableString.Invariant(
                $"{options.Table} of {options.BaseUrl} can be asked for {selection.Cells:0} cells: {table.Label?.Trim().TrimEnd('.')}."));
        }
        catch (SourceException e)
        {
            return new SourceCheck(false, e.Message);
        }
    }

    public async IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var config = await service.KeepLimitsAsync(context, cancellationToken).ConfigureAwait(false);
        var table = await service.DescribeAsync(context, options.Languages[0], cancellationToken).ConfigureAwait(false);
        var selection = Select(table);
        if (selection.Cells == 0)
        {
            context.Logger.LogWarning("{Table} has nothing for the periods that 'filters' names.", options.Table);
            yield break;
        }

        var time = PxWebPeriods.Of(table, options.Table);
        var dimensions = new PxVariableNames(options.StoreAs).Of(table.Dimensions.Where(one => one != time).Select(one => (one.Code, one.IsContents)));
        var rows = new PxWebRows(Dataset, time.Code, table.Contents?.Code, dimensions, (variable, code) => PxVariableNames.CodeOf(dimensions[variable], code));
        string? vintage = null;
        foreach (var part in selection.Split(config.MaxDataCells))
        {
            var cube = await service.AskAsync(context, part, cancellationToken).ConfigureAwait(false);
            if (cube.Size != part.Cells)
            {
                throw new SourceException(
                    FormattableString.Invariant($"{options.BaseUrl} answered with {cube.Size} cells of {options.Table} where {part.Cells:0} were asked for: the table may just be changing; the next run tries again."), Recovery.Retry)
                { Fault = Fault.Malformed };
            }

            if (vintage is not null && cube.Updated != vintage)
            {
                throw new SourceException(
                    $"The table {options.Table} was updated while it was read (from {vintage} to {cube.Updated}); the next run reads it anew.", Recovery.Retry)
                { Fault = Fault.NotReady };
            }

            vintage ??= cube.Updated;
            foreach (var batch in rows.ToBatches(cube))
                yield return batch;
        }

        vintage ??= table.Updated;
        var (sv, en) = await LabelsAsync(context, config, table, cancellationToken).ConfigureAwait(false);
        yield return new CodeListBatch
        {
            Dataset = Dataset,
            Codes = PxWebLabels.Of(table, selection, dimensions, sv, en),
            Next = vintage is null ? null : new Cursor($"{Dataset}={vintage}"),
            About = new AnswerAbout(
                table.Label, null, options.Languages[0],
                DateTimeOffset.TryParse(vintage, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var updated) ? Moment.At(updated) : null),
        };
    }

    private PxWebSelection Select(PxWebTable table) => PxWebSelection.Of(table, options.Table, options.Filters, options.StoreAs, options.MostCells);

    private async Task<(PxWebTable? Sv, PxWebTable? En)> LabelsAsync(
        SourceContext context, PxWebConfig config, PxWebTable table, CancellationToken cancellationToken)
    {
        var (sv, en) = (default(PxWebTable), default(PxWebTable));
        foreach (var language in options.Languages.Where(one => config.Languages.Count == 0 || config.Languages.Contains(one, StringComparer.OrdinalIgnoreCase)))
        {
            if (language is not ("sv" or "en"))
                continue;
            var said = language == options.Languages[0] ? table : await service.DescribeAsync(context, language, cancellationToken).ConfigureAwait(false);
            (sv, en) = language == "sv" ? (said, en) : (sv, said);
        }

        return (sv, en);
    }
}
