using Foresight.Engine.Policies;
using Foresight.Sdk;

namespace Foresight.Engine.Store;

/// <summary>What is known when a load begins.</summary>
public sealed record LoadStart(string Source, string Plugin, string PluginVersion)
{
    /// <summary>Whether the cursor stays where it is, whatever the batches say: days of the past are read. Nothing is retired then.</summary>
    public bool KeepsCursor { get; init; }

    /// <summary>The load that is made again from its raw answers; null for a new one.</summary>
    public EarlierLoad? Again { get; init; }

    /// <summary>What happens when answers change their shape.</summary>
    public SchemaContract Contract { get; init; }

    /// <summary>The share of the known rows that a full answer may lose; more retires nothing.</summary>
    public double MayShrinkBy { get; init; } = 0.3;

    /// <summary>
    /// How many rows a dataset may have to be known as a whole: 2 million take 90 MB. Of a larger one a load knows only the part that it
    /// writes, and retires nothing.
    /// </summary>
    public long MostKnownRows { get; init; } = 2_000_000;
}

/// <summary>A load of the past that is made again, under its own id and times.</summary>
/// <param name="LoadId">Its id.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended; null where it was killed.</param>
public sealed record EarlierLoad(string LoadId, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

/// <summary>An answer of a source: where it is kept and what came with it.</summary>
/// <param name="Number">1, 2, … within the load.</param>
/// <param name="Url">The request's URL with its parameters.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The content type, where given.</param>
/// <param name="FetchedAt">When it was fetched.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
/// <param name="Path">Its file, relative to the store's folder, with forward slashes.</param>
public sealed record AnswerRow(int Number, string Url, int Status, string? ContentType, DateTimeOffset FetchedAt, long Bytes, string Sha256, string Path)
{
    /// <summary>Whether the server said that nothing had changed (HTTP 304): the file is the one kept before.</summary>
    public bool NotModified { get; init; }
}

/// <summary>How a load ended.</summary>
public enum LoadHealth
{
    /// <summary>Read to the end.</summary>
    Ok,

    /// <summary>Read to the end, nothing in it.</summary>
    Empty,

    /// <summary>Every answer said that nothing has changed.</summary>
    NotModified,

    /// <summary>Stopped by a fault; what was read before is kept.</summary>
    Failed,
}

/// <summary>What became of the rows that were given.</summary>
public sealed record AppendCounts(long Added, long Revised, long Unchanged)
{
    internal AppendCounts Plus(long added, long revised, long unchanged) => new(Added + added, Revised + revised, Unchanged + unchanged);
}

/// <summary>A finished load.</summary>
public sealed record LoadResult(string Source, string LoadId, LoadHealth Health, string Message, int Answers, int Batches, long Read, AppendCounts Rows, long Rejected)
{
    /// <summary>What kept it from its data, where one kind of fault did.</summary>
    public Fault? Fault { get; init; }

    /// <summary>How many rows left the latest view, since a full answer no longer had them.</summary>
    public long Retired { get; init; }

    /// <summary>How many items went to quarantine, rejected ones included.</summary>
    public long Quarantined { get; init; }

    /// <summary>What a person should know although the load went on, one sentence each: what the source warned of, what changed its shape.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A verdict on one document for one focus area.</summary>
public sealed record ClassificationRow(
    string Source, string ItemId, int Revision, string FocusArea, double Probability, double Threshold,
    IReadOnlyList<string> Terms, string ModelVersion, string PolicyVersion, DateTimeOffset ClassifiedAt);

/// <summary>Where a source entry's cursor stands.</summary>
/// <param name="Cursor">The cursor; null after a reset.</param>
/// <param name="At">When it last moved or was reset.</param>
/// <param name="LoadId">The load that moved it; null for a reset.</param>
public sealed record CursorMove(Cursor? Cursor, DateTimeOffset At, string? LoadId);

/// <summary>A document's place in a story; see docs/ingest.md.</summary>
public sealed record StoryRow(
    string Source, string ItemId, int Revision, string StoryId, DateOnly StoryDay, string JoinedBy, double Similarity, IReadOnlyList<string> Numbers);
