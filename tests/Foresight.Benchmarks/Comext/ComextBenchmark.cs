using System.Globalization;
using SharpCompress.Common;
using SharpCompress.Writers.SevenZip;

namespace Foresight.Benchmarks.Comext;

/// <summary>Comext's monthly files into the store, beside DuckDB, and out of their archive: <c>comext [--rows N,N,…]</c>.</summary>
internal sealed class ComextBenchmark : IBenchmark
{
    private const int PackedRows = 400_000;
    private const int Rounds = 2;

    public string Verb => "comext";

    public string Description => "Comext's monthly files into the store, against DuckDB and bare unpacking [--rows 1000000,5000000]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var sizes = (args is ["--rows", var given] ? given : "1000000,5000000").Split(',').Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToArray();
        var peaks = new List<(int Rows, double Read, double One, double Whole)>();
        foreach (var rows in sizes)
            await InFolderAsync(async folder => peaks.Add(await IntoStoreAsync(rows, folder, tell)));
        if (peaks.Count > 1)
        {
            tell(Flat(peaks, "read into batches", peak => peak.Read));
            tell(Flat(peaks, "one reporter's rows into the store", peak => peak.One));
            tell(Flat(peaks, "all rows into the store", peak => peak.Whole));
        }

        await InFolderAsync(folder => OutOfArchiveAsync(folder, tell));
    }

    private static async Task<(int Rows, double Read, double One, double Whole)> IntoStoreAsync(int rows, string folder, Action<ResultLine> tell)
    {
        var megabytes = BulkFile.Write(folder, rows).Sum(file => new FileInfo(file).Length) / 1e6;
        Measured? duck = null, read = null, one = null, whole = null;
        for (var round = 0; round < Rounds; round++)
        {
            // In turns: what else the machine does meets all of them alike.
            duck = (await Measure.CaseAsync("comext-unpivot", folder)).Best(duck);
            read = (await Measure.CaseAsync("comext-read", folder)).Best(read);
            DeleteStore(folder);
            one = (await Measure.CaseAsync("comext-store-one", folder)).Best(one);
            DeleteStore(folder);
            whole = (await Measure.CaseAsync("comext-store", folder)).Best(whole);
        }

        tell(ResultLine.Of($"yardstick: DuckDB `UNPIVOT`s {rows:N0} rows of Comext's monthly form ({megabytes:0} MB) to Parquet, {Environment.ProcessorCount} threads", duck!, "observations"));
        tell(ResultLine.Of("the same rows read into batches, nothing stored", read!, "observations"));
        tell(ResultLine.Of($"the same file's rows of one reporter into the store: {one!.Note}", one, "observations"));
        var share = whole!.RowsPerSecond / duck!.RowsPerSecond;
        var byProcessor = whole.Rows / whole.ProcessorSeconds / (duck.Rows / duck.ProcessorSeconds);
        tell(ResultLine.Of($"all rows into the store: {whole.Note}", whole, "observations") with
        {
            Against = $"{ResultLine.Number(share, "0.00")} of its rows/s ({ResultLine.Number(byProcessor, "0.00")} per processor second)",
            Goal = ResultLine.Held("at least 0.6", share >= 0.6),
        });
        return (rows, read!.PeakMegabytes, one.PeakMegabytes, whole.PeakMegabytes);
    }

    private static async Task OutOfArchiveAsync(string folder, Action<ResultLine> tell)
    {
        using (var text = File.OpenRead(BulkFile.Write(folder, PackedRows)[0]))
        using (var packed = File.Create(ComextCase.Packed(folder)))
        using (var writer = new SevenZipWriter(packed, new SevenZipWriterOptions(CompressionType.LZMA)))
            writer.Write("full.dat", text, null);
        Measured? unpack = null, all = null, one = null;
        for (var round = 0; round < Rounds; round++)
        {
            unpack = (await Measure.CaseAsync("comext-unpack", folder)).Best(unpack);
            all = (await Measure.CaseAsync("comext-7z", folder)).Best(all);
            one = (await Measure.CaseAsync("comext-7z-one", folder)).Best(one);
        }

        tell(ResultLine.Of($"yardstick: a `.7z` of {PackedRows:N0} rows only unpacked", unpack!, "bytes"));
        tell(OutOfArchive("all rows of that `.7z` read into batches", all!, unpack!));
        tell(OutOfArchive("one reporter's rows of that `.7z` read into batches", one!, unpack!));
    }

    private static ResultLine OutOfArchive(string what, Measured measured, Measured unpack)
    {
        var times = measured.Seconds / unpack.Seconds;
        return ResultLine.Of(what, measured, "observations") with
        {
            Against = $"{ResultLine.Number(times, "0.00")} of its time",
            Goal = ResultLine.Held("at most 1.5", times <= 1.5),
        };
    }

    private static ResultLine Flat(List<(int Rows, double Read, double One, double Whole)> peaks, string what, Func<(int Rows, double Read, double One, double Whole), double> peakOf)
    {
        var grew = peaks.Max(peakOf) / peaks.Min(peakOf);
        return new ResultLine($"peak memory, {what}: {string.Join(", ", peaks.Select(peak => $"{peak.Rows:N0} rows {ResultLine.Number(peakOf(peak), "0")} MB"))}")
        {
            PeakMegabytes = peaks.Max(peakOf),
            Against = $"greatest over least {ResultLine.Number(grew, "0.00")}",
            Goal = ResultLine.Held("flat (at most 1.25)", grew <= 1.25),
        };
    }

    private static void DeleteStore(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "store")))
            Directory.Delete(Path.Combine(folder, "store"), recursive: true);
    }

    private static async Task InFolderAsync(Func<string, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("foresight-benchmark-").FullName;
        try
        {
            await work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
