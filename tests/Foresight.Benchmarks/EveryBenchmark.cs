using System.Globalization;
using System.Runtime.InteropServices;

namespace Foresight.Benchmarks;

/// <summary>Runs every benchmark in a process of its own and writes the table of results into the page.</summary>
internal static class EveryBenchmark
{
    public const string Page = "docs/benchmarks.md";
    private const string Begin = "<!-- results: begin; written by the benchmarks' verb all -->";
    private const string End = "<!-- results: end -->";

    public static async Task RunAsync(IEnumerable<IBenchmark> benchmarks)
    {
        var lines = new List<string> { Circumstances(), "", ResultLine.Header };
        lines.ForEach(Console.WriteLine);
        foreach (var benchmark in benchmarks)
        {
            var output = await Measure.ThisProgramAsync(benchmark.Verb);
            var results = output[(output.IndexOf(ResultLine.Header, StringComparison.Ordinal) + ResultLine.Header.Length)..].Trim();
            Console.WriteLine(results);
            lines.Add(results);
        }

        var page = Path.Combine(Repository.Root, Page);
        await File.WriteAllTextAsync(page, WithResults(await File.ReadAllTextAsync(page), string.Join('\n', lines)));
        Console.Error.WriteLine($"Wrote the table in {Page}.");
    }

    private static string WithResults(string page, string results)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin
            ? throw new InvalidDataException($"{Page} lacks the two lines between which the table belongs: {Begin} and {End}.")
            : $"{page[..(begin + Begin.Length)]}\n{results}\n{page[end..]}";
    }

    private static string Circumstances()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {memory:0} GiB, {RuntimeInformation.RuntimeIdentifier},
            {RuntimeInformation.FrameworkDescription}, load average before the run {LoadAverage()}.
            """);
    }

    /// <summary>Of the last one, five and fifteen minutes, where the system tells it: how busy others kept the machine.</summary>
    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
