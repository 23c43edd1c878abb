using System.Globalization;
using Foresight.Benchmarks;
using Foresight.Benchmarks.Attention;
using Foresight.Benchmarks.Classify;
using Foresight.Benchmarks.Classify.Yardsticks;
using Foresight.Benchmarks.Comext;
using Foresight.Benchmarks.Feeds;
using Foresight.Benchmarks.Forecasts;
using Foresight.Benchmarks.Formats;
using Foresight.Benchmarks.Languages;
using Foresight.Benchmarks.Samples;
using Foresight.Benchmarks.Store;
using Foresight.Benchmarks.Stories;

// Each benchmark is a verb; "all" runs every one, and "case" is one measurement of the store's in a process of its own.
IBenchmark[] benchmarks = [new StoreBenchmark(), new ClassifyBenchmark(), new QualityBenchmark(), new YardsticksBenchmark(), new ComextBenchmark(), new FeedBenchmark(), new StatisticsBenchmark(), new StoriesBenchmark(), new ForecastBenchmark(), new BurstsBenchmark(), new SamplesBenchmark()];

switch (args)
{
    case ["case", var name, var folder] when name.StartsWith(ComextCase.Prefix, StringComparison.Ordinal):
        await ComextCase.RunAsync(name, folder);
        return 0;
    case ["case", var name, var folder] when name.StartsWith(StoriesCase.Prefix, StringComparison.Ordinal):
        await StoriesCase.RunAsync(name, folder);
        return 0;
    case ["case", var name, var folder] when name.StartsWith(YardstickCase.Prefix, StringComparison.Ordinal):
        await YardstickCase.RunAsync(name, folder);
        return 0;
    case ["case", var name, _] when name.StartsWith(BurstsCase.Prefix, StringComparison.Ordinal):
        await BurstsCase.RunAsync(name);
        return 0;
    case ["case", var name, var folder]:
        await StoreCase.RunAsync(name, folder);
        return 0;
    case ["train-languages", var folder, var target]:
        LanguageTraining.Run(folder, target);
        return 0;
    case ["planted-signals", .. var years]:
        PlantedTable.Write(years is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 400, Console.Out);
        return 0;
    case ["all"]:
        await EveryBenchmark.RunAsync(benchmarks);
        return 0;
    case [var verb, ..] when benchmarks.FirstOrDefault(benchmark => benchmark.Verb == verb) is { } chosen:
        Console.WriteLine(ResultLine.Header);
        await chosen.RunAsync(args[1..], line => Console.WriteLine(line.ToMarkdown()));
        return 0;
}

Console.Error.WriteLine("dotnet run -c Release --project tests/Foresight.Benchmarks -- VERB");
foreach (var benchmark in benchmarks)
{
    Console.Error.WriteLine($"  {benchmark.Verb,-10} {benchmark.Description}");
}

Console.Error.WriteLine($"  {"all",-10} every one of them; writes the table in {EveryBenchmark.Page}");
Console.Error.WriteLine("  planted-signals [YEARS]       the tables of docs/methods/attention.md");
Console.Error.WriteLine("  train-languages FOLDER FILE   makes the model of docs/languages.md from Lingua's counts");
return 2;
