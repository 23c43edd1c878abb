namespace Foresight.Plugins.FocusClassifier;

/// <summary>How work is shared out: one thread per processor, and a way to stop.</summary>
internal static class Threads
{
    public static ParallelOptions Of(CancellationToken cancellationToken) =>
        new() { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
