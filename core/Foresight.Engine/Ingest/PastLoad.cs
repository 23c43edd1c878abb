using Foresight.Engine.Store;

namespace Foresight.Engine.Ingest;

/// <summary>A load as health looks back at it.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Health">How it ended.</param>
/// <param name="Code">The fault's code; null where nothing failed.</param>
/// <param name="Sentence">What it said; may be empty.</param>
/// <param name="Added">How many new rows it brought.</param>
public sealed record PastLoad(DateTimeOffset StartedAt, LoadHealth Health, string? Code, string Sentence, long Added)
{
    /// <summary>What it noted although it went on.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
