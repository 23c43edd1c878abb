namespace Foresight.Benchmarks;

/// <summary>A verb of the benchmarks' command.</summary>
internal interface IBenchmark
{
    string Verb { get; }

    string Description { get; }

    /// <summary>Runs it, printing Markdown; gives the exit code.</summary>
    Task<int> RunAsync(string[] args);
}
