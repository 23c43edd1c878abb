using System.Text;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>What a person says of a document.</summary>
/// <param name="Labels">Focus areas or topics; empty for none of them.</param>
public sealed record Saying(IReadOnlyList<string> Labels)
{
    /// <summary>How none is written.</summary>
    public const string None = "none";

    /// <summary>How <see cref="Unsure"/> is written.</summary>
    public const string CannotSay = "unsure";

    /// <summary>Whether the person could not say.</summary>
    public bool Unsure { get; init; }

    /// <summary>What the person wrote beside it.</summary>
    public string? Note { get; init; }

    /// <summary>The labels that may be said, the areas first.</summary>
    public static IReadOnlyList<string> Known(Policy policy, IReadOnlySet<string> topics) =>
        [.. policy.FocusAreas.Select(area => area.Id).Union(topics.Order(StringComparer.Ordinal), StringComparer.Ordinal)];

    /// <summary>Reads labels parted by a comma or <c>|</c>, <c>none</c> or <c>unsure</c>.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">The labels that may be said.</param>
    /// <param name="problems">Gets a sentence for each that is wrong.</param>
    /// <returns>What was said; nothing where anything is wrong.</returns>
    public static Saying? Read(string text, IReadOnlyList<string> known, ICollection<string> problems)
    {
        var words = text.Normalize(NormalizationForm.FormC).Split(['|', ','], StringSplitOptions.TrimEntries);
        var before = problems.Count;
        if (words.Contains(""))
            problems.Add("a label is empty; write none for a text that belongs to nothing, unsure where you cannot say.");
        foreach (var alone in words.Where(word => word is None or CannotSay && words.Length > 1).Distinct(StringComparer.Ordinal))
            problems.Add($"{alone} stands beside other labels; it must stand alone.");
        if (words.Distinct(StringComparer.Ordinal).Count() < words.Length)
            problems.Add($"a label stands twice in '{text.Trim()}'.");
        foreach (var word in words.Where(word => word is not ("" or None or CannotSay) && !known.Contains(word)))
            problems.Add($"the label '{word}' is unknown; known are {string.Join(", ", known)}.");
        return problems.Count > before ? null
            : words is [CannotSay] ? new Saying([]) { Unsure = true }
            : new Saying(words is [None] ? [] : words);
    }
}
