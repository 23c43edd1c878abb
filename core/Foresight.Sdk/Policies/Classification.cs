namespace Foresight.Sdk;

/// <summary>What a policy says of classification beside the model.</summary>
public sealed record Classification
{
    /// <summary>The rules, in the policy's order.</summary>
    public IReadOnlyList<ClassificationRule> Rules { get; init; } = [];

    /// <summary>What the categories of sources mean.</summary>
    public IReadOnlyList<SourceCategories> Categories { get; init; } = [];
}

/// <summary>What a rule does to a text's verdict on its focus area.</summary>
public enum RuleEffect
{
    /// <summary>The text belongs, whatever the model says.</summary>
    Add,

    /// <summary>The text does not belong, whatever the model and other rules say.</summary>
    Forbid,

    /// <summary>The words found are told as reasons; the verdict stays.</summary>
    Explain,
}

/// <summary>The part of a text in which a rule looks.</summary>
public enum TextPart
{
    /// <summary>The title and all of the text.</summary>
    Text,

    /// <summary>The title and the first paragraph.</summary>
    Lead,

    /// <summary>The title.</summary>
    Title,
}

/// <summary>A rule of words or a pattern; <c>docs/classification-rules.md</c> says how they are written and matched.</summary>
public sealed record ClassificationRule
{
    /// <summary>The id; a verdict that the rule decided names it.</summary>
    public required string Id { get; init; }

    /// <summary>The focus area that it is about.</summary>
    public required string FocusArea { get; init; }

    /// <summary>What it does.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>Words and phrases of which one must be there.</summary>
    public LocalWords Words { get; init; } = new([], []);

    /// <summary>A regular expression that does as well as a word; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>Words and phrases that must be nowhere in the text.</summary>
    public LocalWords Unless { get; init; } = new([], []);

    /// <summary>Where it looks for words and pattern.</summary>
    public TextPart Where { get; init; }

    /// <summary>Why the rule is there, for readers.</summary>
    public required LocalText Reason { get; init; }
}

/// <summary>Words and phrases by the language of the text in which they count.</summary>
/// <param name="Sv">Swedish.</param>
/// <param name="En">English.</param>
public sealed record LocalWords(IReadOnlyList<string> Sv, IReadOnlyList<string> En)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Sv.Count == 0 && En.Count == 0;
}

/// <summary>What categories that a source gives its documents say of focus areas.</summary>
/// <param name="Source">The source entry.</param>
/// <param name="Categories">Ids of focus areas by category; an empty list says that the text belongs to none.</param>
/// <param name="Weight">How far to trust it beside a label that a person gave: above 0, at most 1.</param>
public sealed record SourceCategories(string Source, IReadOnlyDictionary<string, IReadOnlyList<string>> Categories, double Weight);
