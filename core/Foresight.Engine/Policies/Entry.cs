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

    /// <summary>The policy's file.</summary>
    public required string File { get; init; }

    /// <summary>The line of the entry.</summary>
    public required int Line { get; init; }
}

/// <summary>The classifier's entry.</summary>
public sealed record ClassifierEntry : Entry
{
    /// <summary>The folder with the labelled texts, as a full path.</summary>
    public required string LabelsFolder { get; init; }
}
