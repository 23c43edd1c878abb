using Microsoft.Extensions.Logging;

namespace Foresight.Sdk;

/// <summary>
/// A source of documents or of observations: one instance per policy entry, its options already bound and validated and given
/// to the constructor. One entry yields one of the two kinds only.
/// </summary>
public interface ISource
{
    /// <summary>Whether it reads the days of <see cref="SourceContext.Backfill"/> where they are given; one that does not is never given any.</summary>
    bool Backfills => false;

    /// <summary>
    /// Whether it reads registers that people keep (<see cref="RegisterBatch"/>), and tells every mistake in them as a <see cref="Rejection"/>: then all of them
    /// can be listed without storing anything.
    /// </summary>
    bool KeepsRegisters => false;

    /// <summary>Says in one sentence whether the source can work as configured. It may make one small request.</summary>
    Task<SourceCheck> CheckAsync(SourceContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Reads what is new since <see cref="SourceContext.Since"/>, batch by batch, in a stable order. A batch belongs to the answer
    /// that was read last before it was yielded, and carries the cursor from which the next run may go on once it is stored.
    /// </summary>
    /// <remarks>An async iterator marks its <paramref name="cancellationToken"/> with <c>[EnumeratorCancellation]</c>.</remarks>
    /// <exception cref="SourceException">The source cannot go on; what was yielded before is kept. Any other exception is told as a fault of the plugin.</exception>
    IAsyncEnumerable<RecordBatch> ReadAsync(SourceContext context, CancellationToken cancellationToken);
}

/// <summary>What a source is given for one run.</summary>
/// <param name="Since">The cursor of the last stored batch; null on the first run.</param>
/// <param name="Http">The only way out: it keeps every answer raw, and knows the limits of each host.</param>
/// <param name="Clock">The clock; samples and replays run at their own date.</param>
/// <param name="Logger">For what an analyst should know of this run: a warning becomes a note of the load.</param>
public sealed record SourceContext(Cursor? Since, HttpClient Http, TimeProvider Clock, ILogger Logger)
{
    /// <summary>The days that a backfill asks for, instead of what is new; null in an ordinary run. A backfill does not move the cursor.</summary>
    public DayRange? Backfill { get; init; }

    /// <summary>The policy for which it reads; null in a preview and in conformance runs without one.</summary>
    public Policy? Policy { get; init; }

    /// <summary>Asks the host to leave at least this time between two requests to the address's host, as the source's own limits say.</summary>
    public Action<Uri, TimeSpan> Pace { get; init; } = (_, _) => { };
}

/// <summary>Days from one (included) until another (not included).</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The day after the last.</param>
public sealed record DayRange(DateOnly From, DateOnly Until);

/// <summary>How far a source has read. Opaque to the host: only the source that wrote it reads it.</summary>
/// <param name="Value">The source's own text; at most 4,096 characters.</param>
public readonly record struct Cursor(string Value);

/// <summary>The answer of <see cref="ISource.CheckAsync"/>.</summary>
/// <param name="Works">Whether the source can work.</param>
/// <param name="Sentence">One sentence: what works, or what is wrong, where, and what to do.</param>
public sealed record SourceCheck(bool Works, string Sentence);
