namespace Foresight.Benchmarks.Samples;

/// <summary>The whole of <c>foresight run --samples</c> by the built command, the first time and once more.</summary>
internal sealed class SamplesBenchmark : IBenchmark
{
    private const int WarmRuns = 3;
    private const int Starts = 5;

    public string Verb => "samples";

    public string Description => "the whole foresight run --samples";

    public async Task RunAsync(string[] args, Action<ResultLine> tell)
    {
        var start = await BestAsync(Starts, "dotnet", "--version");
        var folder = Directory.CreateTempSubdirectory("foresight-benchmark-").FullName;
        try
        {
            // A copy of the data without a store and without a trained model: the user's own stay untouched.
            var data = Path.Combine(folder, "data");
            Copy(Path.Combine(Repository.Root, "data"), data, "store");
            string[] run = ["run", "--samples", "--data", data];
            var cold = await ChildRun.MeasureAsync(Command(), run);
            var warm = await BestAsync(WarmRuns, Command(), run);
            tell(Line("yardstick: `dotnet --version`, which only starts .NET", start, start));
            tell(Line("`foresight run --samples`, the first time: nothing stored, model not trained", cold, start));
            tell(Line("`foresight run --samples` once more: nothing new, model there", warm, start));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ResultLine Line(string what, Measured measured, Measured start) => new(what)
    {
        Seconds = measured.Seconds,
        ProcessorSeconds = measured.ProcessorSeconds,
        PeakMegabytes = measured.PeakMegabytes,
        Against = measured == start ? "" : $"{ResultLine.Number(measured.Seconds / start.Seconds, "0")} times",
    };

    private static async Task<Measured> BestAsync(int times, string command, params string[] args)
    {
        Measured? best = null;
        for (var i = 0; i < times; i++)
        {
            best = (await ChildRun.MeasureAsync(command, args)).Best(best);
        }

        return best!;
    }

    /// <summary>The command of the same configuration; this project's build has built it.</summary>
    private static string Command()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var command = Path.Combine(output.Parent!.Parent!.FullName, "Foresight.Cli", output.Name, OperatingSystem.IsWindows() ? "foresight.exe" : "foresight");
        return File.Exists(command) ? command : throw new FileNotFoundException($"{command} is missing; build core/Foresight.Cli in the same configuration.");
    }

    private static void Copy(string from, string to, string except)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) != except))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)), except);
        }
    }
}
