using Foresight.Benchmarks;
using Foresight.Benchmarks.Store;

// Each benchmark is a verb of its own; one that needs a process per case adds a verb for the case.
IBenchmark[] benchmarks = [new StoreBenchmark(), new StoreCase()];

if (args.Length > 0 && benchmarks.FirstOrDefault(benchmark => benchmark.Verb == args[0]) is { } chosen)
{
    return await chosen.RunAsync(args[1..]);
}

Console.Error.WriteLine("dotnet run -c Release --project tests/Foresight.Benchmarks -- VERB");
foreach (var benchmark in benchmarks)
{
    Console.Error.WriteLine($"  {benchmark.Verb,-12} {benchmark.Description}");
}

return 2;
