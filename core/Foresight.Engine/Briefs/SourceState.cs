namespace Foresight.Engine.Briefs;

/// <summary>How a source fared.</summary>
public enum SourceHealth
{
    /// <summary>It was read.</summary>
    Ok,

    /// <summary>It said that nothing has changed.</summary>
    NotModified,

    /// <summary>It answered, with nothing in it.</summary>
    Empty,

    /// <summary>It could not be read lately, and worked before.</summary>
    Ailing,

    /// <summary>It cannot be read.</summary>
    Failed,

    /// <summary>It answers, but has published nothing for longer than it usually does.</summary>
    Silent,

    /// <summary>It was never read yet.</summary>
    NeverRead,
}

/// <summary>A source as a brief tells of it; all texts in the brief's language.</summary>
public sealed record SourceState
{
    /// <summary>The policy entry's id (column <c>_source</c>).</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Who stands behind it, as a name to print.</summary>
    public required string Producer { get; init; }

    /// <summary>The terms under which it may be used.</summary>
    public required string Licence { get; init; }

    /// <summary>A page that tells of it.</summary>
    public Uri? Url { get; init; }

    public required SourceHealth Health { get; init; }

    /// <summary>Since when; null where it was never read.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The fault's code, or <c>silent</c>; null where all is well.</summary>
    public string? Code { get; init; }

    /// <summary>What happened, as one sentence; empty where there is nothing to tell.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>What its last load noted although it went on, one sentence each: a search that was cut short, a changed shape.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The day of its newest record, or the last period of its figures, in ISO form (<c>2026-09-05</c>, <c>2024</c>); null where it has none.</summary>
    public string? Newest { get; init; }

    /// <summary><see cref="Newest"/> in the brief's language, as printed.</summary>
    public string? NewestText { get; init; }

    /// <summary>When something new is expected; null where nobody says.</summary>
    public DateTimeOffset? NextExpected { get; init; }

    /// <summary>When it was last read; null where it never was.</summary>
    public DateTimeOffset? LastLoad { get; init; }

    /// <summary>How many records of it are held.</summary>
    public long Rows { get; init; }

    /// <summary>How many items of it did not fit and are in quarantine.</summary>
    public long Quarantined { get; init; }

    /// <summary>Whether nothing is wrong with it.</summary>
    public bool IsWell => Health is SourceHealth.Ok or SourceHealth.NotModified;
}
