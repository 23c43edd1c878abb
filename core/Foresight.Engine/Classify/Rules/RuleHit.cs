using Foresight.Sdk;

namespace Foresight.Engine.Classify.Rules;

/// <summary>A rule that hit a text.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Words">What was found, as it stands in the text, each once.</param>
public sealed record RuleHit(ClassificationRule Rule, IReadOnlyList<string> Words);
