using Foresight.Sdk;

namespace Foresight.Tests.Classify.Rules;

/// <summary>Rules in few words.</summary>
internal static class Rules
{
    public static ClassificationRule Rule(
        string id,
        RuleEffect effect = RuleEffect.Add,
        string area = "sea",
        LocalWords? words = null,
        LocalWords? unless = null,
        string? pattern = null,
        TextPart where = TextPart.Text) => new()
        {
            Id = id,
            FocusArea = area,
            Effect = effect,
            Words = words ?? new LocalWords([], []),
            Unless = unless ?? new LocalWords([], []),
            Pattern = pattern,
            Where = where,
            Reason = new LocalText("därför", "because"),
        };

    public static LocalWords Sv(params string[] words) => new(words, []);
}
