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
    IReadOnlyList<string> Terms, string ModelVersion, string PolicyVersion, DateTimeOffset ClassifiedAt)
{
    /// <summary>Whether the document counts as belonging to the area; a rule may decide otherwise than the probability.</summary>
    public bool Belongs { get; init; } = Probability >= Threshold;

    /// <summary>What decided: <c>model</c>, or <c>rule:</c> and the rule's id.</summary>
    public string DecidedBy { get; init; } = "model";

    /// <summary>Whether the probability lies where the model cannot say.</summary>
    public bool Abstained { get; init; }

    /// <summary>The terms that weighed most against.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>How far to trust the verdict for the text's language: 1 in one that the model learned.</summary>
    public double Trust { get; init; } = 1;

    /// <summary>The version of the policy's rules, which change without the policy's own; empty where it has none.</summary>
    public string RulesVersion { get; init; } = "";
}

/// <summary>What a document is about beside the focus areas: one row per document.</summary>
public sealed record TagRow(string Source, string ItemId, int Revision, string ModelVersion, string PolicyVersion, DateTimeOffset ClassifiedAt)
{
    /// <summary>The topics that it belongs to, the likeliest first.</summary>
    public IReadOnlyList<(string Topic, double Probability)> Topics { get; init; } = [];

    /// <summary>What it is mostly about, of the five factors of a scan; null where the model cannot say.</summary>
    public (string Factor, double Probability)? Steep { get; init; }

    /// <summary>The kind of text; null where the model cannot say.</summary>
    public (string Kind, double Probability)? TextKind { get; init; }

    /// <summary>The language found in the text itself, and the share of the text that speaks for it; null for too little text.</summary>
    public (string Language, double Share)? Language { get; init; }
}

/// <summary>What a person says of a document.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="ItemId">The document.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Person">Who: initials or a role.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Labels">Focus areas or topics; empty for none of them.</param>
public sealed record PersonVerdictRow(string Source, string ItemId, int Revision, string Person, DateTimeOffset DecidedAt, IReadOnlyList<string> Labels)
{
    /// <summary>Whether the person could not say; such a verdict teaches nothing.</summary>
    public bool Unsure { get; init; }

    /// <summary>What the person wrote beside it.</summary>
    public string? Note { get; init; }

    /// <summary>The policy's version of that day.</summary>
    public string? PolicyVersion { get; init; }

    /// <summary>The model whose verdict the person saw.</summary>
    public string? ModelVersion { get; init; }
}

/// <summary>How a model errs on a label, counted on texts held out from training.</summary>
/// <param name="Classifier">The classifier's part.</param>
/// <param name="ModelVersion">The model.</param>
/// <param name="Label">The label.</param>
/// <param name="Language">The language of the texts, or <c>all</c>.</param>
/// <param name="Errors">The counts.</param>
/// <param name="TrainedAt">When the model was trained.</param>
public sealed record ModelErrorRow(string Classifier, string ModelVersion, string Label, string Language, ErrorCounts Errors, DateTimeOffset TrainedAt);

/// <summary>Where a source entry's cursor stands.</summary>
/// <param name="Cursor">The cursor; null after a reset.</param>
/// <param name="At">When it last moved or was reset.</param>
/// <param name="LoadId">The load that moved it; null for a reset.</param>
public sealed record CursorMove(Cursor? Cursor, DateTimeOffset At, string? LoadId);

/// <summary>A document's place in a story; see docs/ingest.md.</summary>
public sealed record StoryRow(
    string Source, string ItemId, int Revision, string StoryId, DateOnly StoryDay, string JoinedBy, double Similarity, IReadOnlyList<string> Numbers);
