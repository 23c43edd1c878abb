namespace Foresight.Engine.Stories;

/// <summary>A document as it is compared with others.</summary>
public sealed record StoryDocument
{
    /// <summary>The policy's source entry.</summary>
    public required string Source { get; init; }

    /// <summary>Its id there.</summary>
    public required string Id { get; init; }

    /// <summary>See <see cref="Sdk.Document.Kind"/>.</summary>
    public string Kind { get; init; } = "news";

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Summary and body.</summary>
    public string Text { get; init; } = "";

    /// <summary>BCP 47; null where unknown.</summary>
    public string? Language { get; init; }

    /// <summary>The page of origin.</summary>
    public string? Url { get; init; }

    /// <summary>The day of publication, or the day on which it was first seen.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When what it announces is due.</summary>
    public DateOnly? Due { get; init; }
}
