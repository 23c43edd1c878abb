namespace Foresight.Sdk;

/// <summary>Something that was published: a press release, a decision, a news item, a planned document, a funding call.</summary>
public record Document
{
    /// <summary>The item's id, stable over time and unique within its source entry (a feed's GUID, a document number).</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The kind of text: <c>news</c>, <c>press-release</c>, <c>speech</c>, <c>decision</c>, <c>bill</c>, <c>motion</c>, <c>report</c>,
    /// <c>memo</c>, <c>dataset-update</c>, <c>release</c> (a dated statistics release), <c>call</c>, <c>tender</c>.
    /// </summary>
    public string Kind { get; init; } = "news";

    /// <summary>The title as plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The summary as plain text; null where the source gives none apart from the body.</summary>
    public string? Summary { get; init; }

    /// <summary>Who wrote it, by name. Shown in a preview and never stored: few personal data.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Summary and body as plain text; empty where the source gives none.</summary>
    public string Text { get; init; } = "";

    /// <summary>BCP 47 language, such as <c>sv</c>; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The source's own categories, as given.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The page of origin, absolute.</summary>
    public Uri? Origin { get; init; }

    /// <summary>Who published it, as a name to print; null where it is the source itself.</summary>
    public string? Publisher { get; init; }

    /// <summary>When it was published; null where the source does not say.</summary>
    public Moment? Published { get; init; }

    /// <summary>When it was last changed; null where the source does not say.</summary>
    public Moment? Updated { get; init; }

    /// <summary>The day on which what it announces is due: a planned decision, a release, a deadline. Null for what has happened.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The source's own state of the item, such as <c>planerat</c>.</summary>
    public string? Status { get; init; }
}

/// <summary>A call for applications to a fund.</summary>
public sealed record FundingCall : Document
{
    /// <summary>The programme, such as <c>CERV</c>.</summary>
    public required string Programme { get; init; }

    /// <summary>The programming period, such as <c>2021-2027</c>.</summary>
    public string? ProgrammingPeriod { get; init; }

    /// <summary>When it opens.</summary>
    public DateOnly? Opening { get; init; }

    /// <summary>The deadlines, earliest first; a call may have several.</summary>
    public IReadOnlyList<DateOnly> Deadlines { get; init; } = [];

    /// <summary>The budgets in euro, in the source's order.</summary>
    public IReadOnlyList<double> Budgets { get; init; } = [];

    /// <summary>Kinds of applicants that may apply, where stated.</summary>
    public IReadOnlyList<string> Applicants { get; init; } = [];

    /// <summary>ISO 3166 alpha-2 countries from which one may apply, where stated.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
}
