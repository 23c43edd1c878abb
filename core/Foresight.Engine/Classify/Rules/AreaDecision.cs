using Foresight.Sdk;

namespace Foresight.Engine.Classify.Rules;

/// <summary>Whether a text belongs to a focus area, and what decided.</summary>
/// <param name="FocusArea">The focus area.</param>
/// <param name="Belongs">Whether it belongs.</param>
/// <param name="DecidedBy"><c>model</c>, or <c>rule:</c> and the rule's id.</param>
/// <param name="Score">The model's score; null where the model does not know the area.</param>
/// <param name="Reasons">Rules' words first, then the terms that spoke for the model's verdict.</param>
public sealed record AreaDecision(string FocusArea, bool Belongs, string DecidedBy, LabelScore? Score, IReadOnlyList<string> Reasons)
{
    /// <summary>What <see cref="DecidedBy"/> says where no rule decided.</summary>
    public const string Model = "model";

    /// <summary>Decides on every focus area of the verdict, and on those that only rules name.</summary>
    /// <param name="verdict">The model's verdict.</param>
    /// <param name="hits">The rules that hit, in the policy's order.</param>
    public static IReadOnlyList<AreaDecision> Decide(Verdict verdict, IReadOnlyList<RuleHit> hits)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(hits);
        var known = verdict.Scores.Select(score => score.Label).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. verdict.Scores.Select(score => One(score.Label, score, [.. hits.Where(hit => hit.Rule.FocusArea == score.Label)])),
            .. hits.Where(hit => !known.Contains(hit.Rule.FocusArea)).GroupBy(hit => hit.Rule.FocusArea, StringComparer.Ordinal)
                .Select(area => One(area.Key, null, [.. area])),
        ];
    }

    private static AreaDecision One(string area, LabelScore? score, IReadOnlyList<RuleHit> hits)
    {
        var rule = First(RuleEffect.Forbid) ?? First(RuleEffect.Add);
        var belongs = rule is null ? score?.Belongs ?? false : rule.Rule.Effect == RuleEffect.Add;
        // A word that speaks against the decision is no reason for it.
        var words = hits.Where(hit => hit.Rule.Effect == RuleEffect.Explain || hit.Rule.Effect == rule?.Rule.Effect).SelectMany(hit => hit.Words);
        var terms = (score?.Terms ?? []).Where(term => belongs ? term.Weight > 0 : term.Weight < 0).Select(term => term.Term);
        return new AreaDecision(area, belongs, rule is null ? Model : "rule:" + rule.Rule.Id, score, [.. words.Concat(terms).Distinct(StringComparer.OrdinalIgnoreCase)]);

        RuleHit? First(RuleEffect effect) => hits.FirstOrDefault(hit => hit.Rule.Effect == effect);
    }
}
