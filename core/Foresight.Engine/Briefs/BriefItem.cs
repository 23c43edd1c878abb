using Foresight.Engine.Classify.Rules;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>How sure the classifier is, in a reader's words.</summary>
internal enum Certainty
{
    /// <summary>The classifier cannot say.</summary>
    Uncertain,
    Possible,
    Likely,
    Sure,
}

/// <summary>A verdict on an item: the focus area that it belongs to, and how surely.</summary>
internal sealed record ItemVerdict(string FocusArea, double Probability, string ModelVersion, string PolicyVersion)
{
    /// <summary>From this probability on an item is said to be a sure one.</summary>
    public const double Sure = 0.9;

    /// <summary>From this probability on an item is said to be a likely one.</summary>
    public const double Likely = 0.7;

    /// <summary>What decided: <c>model</c>, or <c>rule:</c> and the rule's id.</summary>
    public string DecidedBy { get; init; } = AreaDecision.Model;

    /// <summary>Whether the model cannot say.</summary>
    public bool Abstained { get; init; }

    /// <summary>How far to trust it for the text's language; below 1 in one that the model did not learn.</summary>
    public double Trust { get; init; } = 1;

    /// <summary>The rule that decided; null where the model did.</summary>
    public string? Rule => DecidedBy.StartsWith(AreaDecision.Rule, StringComparison.Ordinal) ? DecidedBy[AreaDecision.Rule.Length..] : null;

    public Certainty Certainty =>
        Rule is not null ? Certainty.Sure
        : Abstained ? Certainty.Uncertain
        : Probability >= Sure ? Certainty.Sure
        : Probability >= Likely ? Certainty.Likely : Certainty.Possible;
}

/// <summary>A document as a brief shows it. Texts are fit to print, but not escaped.</summary>
internal sealed record BriefItem
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it is another than the brief's.</summary>
    public string? Language { get; init; }

    /// <summary>The language of the text; null where nobody knows.</summary>
    public string? TextLanguage { get; init; }

    public string? Link { get; init; }

    public required string Publisher { get; init; }

    /// <summary>The day of publishing, or the day on which it was first seen where the source does not say.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether <see cref="Day"/> is only the day on which it was first seen.</summary>
    public bool DayIsSeen { get; init; }

    /// <summary>The verdicts that it belongs, the surest first; at least one for a relevant item.</summary>
    public required IReadOnlyList<ItemVerdict> Verdicts { get; init; }

    /// <summary>The language of its text where the model did not learn it; null where it did.</summary>
    public string? UnlearnedLanguage { get; init; }

    /// <summary>Ids of the topics that it belongs to, the likeliest first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The day that it announces, for <see cref="UpcomingDates"/>.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whether what is due is a release of statistics, whose title names only the measure.</summary>
    public bool IsRelease { get; init; }

    public Evidence Evidence => new() { View = "documents", Source = Source, Record = Id };
}
