namespace Foresight.Sdk;

/// <summary>Reads tables and returns signals: what is changing, with its evidence.</summary>
public interface IAnalysis
{
    /// <summary>Analyses the stored tables. Deterministic for the same tables, policy and clock.</summary>
    Task<AnalysisOutcome> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken);
}

/// <summary>What an analysis is given.</summary>
/// <param name="Tables">The store's tables.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Clock">The clock; samples and replays run at their own date.</param>
public sealed record AnalysisContext(ITables Tables, Policy Policy, TimeProvider Clock)
{
    /// <summary>The policy's sources, in its order.</summary>
    public IReadOnlyList<WatchedSource> Sources { get; init; } = [];

    /// <summary>The names of the topics by id, as tags carry them.</summary>
    public IReadOnlyDictionary<string, LocalText> TopicNames { get; init; } = new Dictionary<string, LocalText>();
}

/// <summary>A source entry of the policy, as an analysis needs to know it.</summary>
/// <param name="Id">The id (column <c>_source</c>).</param>
/// <param name="Title">What it is.</param>
/// <param name="Producer">Who makes the data.</param>
/// <param name="Reliability">How far the policy's owner trusts it.</param>
public sealed record WatchedSource(string Id, LocalText Title, string Producer, Reliability Reliability);

/// <summary>What an analysis found, and what it cannot say.</summary>
/// <param name="Signals">What is changing or due.</param>
public sealed record AnalysisOutcome(IReadOnlyList<Signal> Signals)
{
    /// <summary>What it looked at and cannot tell, each with its reason: silence must not read as calm.</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];
}

/// <summary>Something that an analysis cannot say.</summary>
/// <param name="Id">Stable id, as a signal's: <c>indicator/N02267</c>.</param>
/// <param name="FocusArea">The focus area that it would inform; null for several or none.</param>
/// <param name="Reason">Why, as one sentence for readers.</param>
public sealed record Silence(string Id, string? FocusArea, LocalText Reason);
