namespace Foresight.Benchmarks;

/// <summary>A verb of the benchmarks' command.</summary>
internal interface IBenchmark
{
    string Verb { get; }

    string Description { get; }

    /// <summary>Measures, and tells each result as soon as it is there.</summary>
    Task RunAsync(string[] args, Action<ResultLine> tell);
}
