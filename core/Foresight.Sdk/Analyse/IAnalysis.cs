namespace Foresight.Sdk;

/// <summary>Reads tables and returns signals: what is changing, with its evidence.</summary>
public interface IAnalysis
{
    /// <summary>Analyses the stored tables. Deterministic for the same tables, policy and clock.</summary>
    Task<IReadOnlyList<Signal>> AnalyseAsync(AnalysisContext context, CancellationToken cancellationToken);
}

/// <summary>What an analysis is given.</summary>
/// <param name="Tables">The store's tables.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Clock">The clock; samples and replays run at their own date.</param>
public sealed record AnalysisContext(ITables Tables, Policy Policy, TimeProvider Clock);

/// <summary>Something that is changing or due, in a sentence with its numbers.</summary>
public sealed record Signal
{
    /// <summary>Stable id: the same finding on the same series has the same id in the next run.</summary>
    public required string Id { get; init; }

    /// <summary>What it is: <c>indicator</c>, <c>funding</c>, <c>attention</c>, <c>date</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The focus area that it informs; null where it informs several or none.</summary>
    public string? FocusArea { get; init; }

    /// <summary>The finding as one sentence with its numbers.</summary>
    public required LocalText Headline { get; init; }

    /// <summary>What a reader must know to read it rightly; null for nothing.</summary>
    public LocalText? Caveat { get; init; }

    /// <summary>How much it deserves to be read, 0 to 1; used for order only.</summary>
    public required double Weight { get; init; }

    /// <summary>The id of the chart entry that shows it, where there is one.</summary>
    public string? Chart { get; init; }

    /// <summary>Where every number in it comes from.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
