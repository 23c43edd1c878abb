using System.Globalization;

namespace Foresight.Benchmarks.Attention;

/// <summary>Documents streamed through the counting of terms and areas, then searched for bursts and new words.</summary>
internal sealed class BurstsBenchmark : IBenchmark
{
    private const double MostGrowth = 1.5;

    public string Verb => "bursts";

    public string Description => "bursts and new words in a stream of documents, against counting every term in memory [--documents 250000,1000000]";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var counts = (args is ["--documents", var given] ? given : "250000,1000000").Split(',').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToArray();
        var peaks = new List<double>();
        foreach (var count in counts)
        {
            var naive = await Measure.CaseAsync($"{BurstsCase.Prefix}naive-{count}", ".");
            var stream = await Measure.CaseAsync($"{BurstsCase.Prefix}stream-{count}", ".");
            peaks.Add(stream.PeakMegabytes);
            tell(ResultLine.Of($"yardstick: every term of {count:N0} made-up documents in a dictionary, {naive.Note}", naive, "documents"));
            tell(ResultLine.Of($"the same documents streamed: {stream.Note}", stream, "documents") with
            {
                Against = string.Create(CultureInfo.InvariantCulture, $"{naive.ProcessorSeconds / stream.ProcessorSeconds:0.00} of its documents per processor second, {stream.PeakMegabytes / naive.PeakMegabytes:0.00} of its memory"),
            });
        }

        var growth = peaks.Max() / peaks.Min();
        tell(new ResultLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of the streams: {string.Join(", ", counts.Zip(peaks, (count, peak) => $"{count:N0} documents {peak:0} MB"))}"))
        {
            PeakMegabytes = peaks.Max(),
            Against = string.Create(CultureInfo.InvariantCulture, $"greatest over least {growth:0.00}"),
            Goal = ResultLine.Held(string.Create(CultureInfo.InvariantCulture, $"bounded (at most {MostGrowth:0.0##})"), growth <= MostGrowth),
        });
    }
}
