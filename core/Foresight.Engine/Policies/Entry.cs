using Foresight.Sdk;

namespace Foresight.Engine.Policies;

/// <summary>An entry of a policy that a plugin's part carries out: a source, an analysis, a chart or the classifier.</summary>
public record Entry
{
    /// <summary>The entry's id; for sources the column <c>_source</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the plugin's part.</summary>
    public required string Use { get; init; }

    /// <summary>The part's options, bound and validated; null where no loaded plugin offers the part.</summary>
    public object? Options { get; init; }

    /// <summary>Why <see cref="Options"/> is null, as one sentence.</summary>
    public string? Missing { get; init; }

    /// <summary>The title; sources and charts may carry one.</summary>
    public LocalText? Title { get; init; }

    /// <summary>Sources: who makes the data.</summary>
    public string? Producer { get; init; }

    /// <summary>Sources: the terms, such as <c>CC BY 4.0</c>.</summary>
    public string? Licence { get; init; }

    /// <summary>Sources: the page that a reader may open.</summary>
    public Uri? Url { get; init; }

    /// <summary>Sources: how it wants to be cited; null for the producer.</summary>
    public string? Citation { get; init; }

    /// <summary>Sources: how often something new is expected; null where nobody says.</summary>
    public TimeSpan? ExpectEvery { get; init; }

    /// <summary>Sources: what happens when answers change their shape.</summary>
    public SchemaContract Contract { get; init; }

    /// <summary>Sources: the share of rows that a full answer may lose.</summary>
    public double MayShrinkBy { get; init; } = 0.3;

    /// <summary>Sources: how far the policy's owner trusts it.</summary>
    public Reliability Reliability { get; init; }

    /// <summary>The policy's file.</summary>
    public required string File { get; init; }

    /// <summary>The line of the entry.</summary>
    public required int Line { get; init; }
}

/// <summary>What happens when a source's answers change their shape (dlt's contract modes).</summary>
public enum SchemaContract
{
    /// <summary>New parts are let in and told.</summary>
    Evolve,

    /// <summary>The load fails.</summary>
    Freeze,

    /// <summary>Rows of another shape go to quarantine.</summary>
    DiscardRow,

    /// <summary>What is new about a row goes to quarantine, the rest is stored.</summary>
    DiscardValue,
}

/// <summary>The policy's own rules for the way out.</summary>
public sealed record FetchingRules
{
    /// <summary>Hosts that may be asked although their addresses are private, loopback or link-local.</summary>
    public IReadOnlyList<string> PrivateHosts { get; init; } = [];

    /// <summary>The least time between two requests, by host.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Pauses { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>The largest answer as it travels, in bytes; null for the program's own bound.</summary>
    public long? Largest { get; init; }

    /// <summary>How often a request is tried before its load ends; null for the program's own number.</summary>
    public int? Tries { get; init; }

    /// <summary>The folder whose files sources may ask for (<c>workspace:/…</c>): the workspace's data; null for none.</summary>
    public string? Files { get; init; }
}

/// <summary>The classifier's entry.</summary>
public sealed record ClassifierEntry : Entry
{
    /// <summary>The folder with the labelled texts, as a full path.</summary>
    public required string LabelsFolder { get; init; }
}
