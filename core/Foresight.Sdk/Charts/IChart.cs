namespace Foresight.Sdk;

/// <summary>Reads tables and returns what to draw: data, no pixels.</summary>
public interface IChart
{
    /// <summary>Builds the chart in the context's language, or says in one sentence of that language why there is nothing worth drawing.</summary>
    Task<ChartOutcome> BuildAsync(ChartContext context, CancellationToken cancellationToken);
}

/// <summary>What a chart is given.</summary>
/// <param name="Tables">The store's tables.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Language"><c>sv</c> or <c>en</c>.</param>
/// <param name="Clock">The clock; samples and replays run at their own date.</param>
public sealed record ChartContext(ITables Tables, Policy Policy, string Language, TimeProvider Clock)
{
    /// <summary>The policy's sources, in its order.</summary>
    public IReadOnlyList<WatchedSource> Sources { get; init; } = [];
}

/// <summary>A chart, or the reason why there is none.</summary>
public sealed record ChartOutcome
{
    /// <summary>The chart; null where there is none.</summary>
    public ChartSpec? Spec { get; private init; }

    /// <summary>Why there is none, as one sentence for the brief.</summary>
    public string? Reason { get; private init; }

    /// <summary>There is a chart.</summary>
    public static ChartOutcome Drawn(ChartSpec spec) => new() { Spec = spec };

    /// <summary>There is nothing worth drawing.</summary>
    public static ChartOutcome Nothing(string reason) => new() { Reason = reason };
}
