namespace Foresight.Engine.Classify.Labelling;

/// <summary>A document as a person reads it.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="ItemId">Its id there.</param>
/// <param name="Revision">The revision.</param>
public sealed record LabelDocument(string Source, string ItemId, int Revision)
{
    /// <summary>How commands name it.</summary>
    public string Id => $"{Source}/{ItemId}";

    /// <summary>The title; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>The rest; may be empty.</summary>
    public required string Text { get; init; }

    /// <summary>The day of publication, or the day on which it was first seen.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The language, where known.</summary>
    public string? Language { get; init; }

    /// <summary>Who published it, where known.</summary>
    public string? Publisher { get; init; }

    /// <summary>Its page, where known.</summary>
    public string? Url { get; init; }

    /// <summary>The model's latest verdict on this revision, the likeliest area first; empty where there is none.</summary>
    public IReadOnlyList<ModelSaying> Model { get; init; } = [];
}

/// <summary>What the model says of a document and an area.</summary>
/// <param name="Area">The focus area.</param>
/// <param name="Probability">How likely.</param>
/// <param name="Threshold">From here on it belongs.</param>
/// <param name="Belongs">Whether it counts as belonging.</param>
/// <param name="Terms">The terms that weighed most for it.</param>
/// <param name="DecidedBy"><c>model</c>, or <c>rule:</c> and the rule's id.</param>
/// <param name="ModelVersion">The model.</param>
public sealed record ModelSaying(string Area, double Probability, double Threshold, bool Belongs, IReadOnlyList<string> Terms, string DecidedBy, string ModelVersion);
