using System.Globalization;
using System.IO.Compression;
using Foresight.Plugins.PartnerIndicators.EurostatBulk;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Plugins.Tests.PartnerIndicators;

/// <summary>Memory is the process's, so nothing else may run meanwhile.</summary>
[Collection(nameof(EurostatTsvMemoryTests))]
[CollectionDefinition(nameof(EurostatTsvMemoryTests), DisableParallelization = true)]
public class EurostatTsvMemoryTests
{
    [Fact]
    public async Task Read_LongFile_NeedsNoMoreMemoryThanAShortOne()
    {
        var (few, many) = (await PeakAsync(5_000), await PeakAsync(100_000));

        Assert.InRange(many, 0, few + 8_000_000);
    }

    /// <summary>The most memory that is held between two batches of a file with so many lines of twenty values.</summary>
    private static async Task<long> PeakAsync(int lines)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        await using (var text = new StreamWriter(gzip))
        {
            await text.WriteLineAsync("unit,geo\\TIME_PERIOD\t" + string.Join(" \t", Enumerable.Range(2000, 20)));
            for (var line = 0; line < lines; line++)
                await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"U{line / 1000},G{line % 1000}") + string.Concat(Enumerable.Repeat("\t1.5 ", 20)));
        }

        using var http = new HttpClient(new ReplayHandler().Serve("*", packed.ToArray()));
        var context = new SourceContext(null, http, TimeProvider.System, NullLogger.Instance);
        var (peak, rows) = (0L, 0);
        await foreach (var batch in new EurostatTsvSource(new() { Dataset = "d" }).ReadAsync(context, TestContext.Current.CancellationToken))
        {
            rows += ((ObservationBatch)batch).Count;
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
        }

        Assert.Equal(lines * 20, rows);
        return peak;
    }
}
