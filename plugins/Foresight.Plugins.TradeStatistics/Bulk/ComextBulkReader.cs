using System.Runtime.CompilerServices;
using Foresight.Formats.Delimited;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Bulk;

/// <summary>Reads a month's unpacked table.</summary>
internal static class ComextBulkReader
{
    public static async IAsyncEnumerable<ObservationBatch> ReadAsync(
        Stream text, ComextBulkOptions options, Uri url, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var blocks = DelimitedReader.ReadAsync(text, ComextBulkTable.LayoutFor(options), options.BatchLines, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = blocks.ConfigureAwait(false);
        while (await MoveNextAsync(blocks, url).ConfigureAwait(false))
            yield return ComextBulkRows.ToBatch(blocks.Current, ComextBulkTable.Dataset);
    }

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<DelimitedBlock> blocks, Uri url)
    {
        try
        {
            return await blocks.MoveNextAsync().ConfigureAwait(false);
        }
        catch (InvalidDataException e)
        {
            throw new SourceException($"The file {url.Shown()} is no table of Comext's that is known: {e.Message}", Recovery.Stop, e) { Fault = Fault.Malformed };
        }
    }
}
