using Foresight.Sdk;

namespace Foresight.Engine.Classify.Rules;

/// <summary>Whether a text belongs to a focus area, and what decided.</summary>
/// <param name="FocusArea">The focus area.</param>
/// <param name="Belongs">Whether it belongs.</param>
/// <param name="DecidedBy"><c>model</c>, or <c>rule:</c> and the rule's id.</param>
/// <param name="Score">The model's score; null where the model does not know the area.</param>
/// <param name="For">What spoke for the area: words of rules that add or explain, then the model's terms.</param>
/// <param name="Against">What spoke against it: words of rules that forbid, then the model's terms.</param>
public sealed record AreaDecision(string FocusArea, bool Belongs, string DecidedBy, LabelScore? Score, IReadOnlyList<string> For, IReadOnlyList<string> Against)
{
    /// <summary>What <see cref="DecidedBy"/> says where no rule decided.</summary>
    public const string Model = "model";

    /// <summary>What <see cref="DecidedBy"/> begins with where a rule decided.</summary>
    public const string Rule = "rule:";

    /// <summary>Whether no rule decided.</summary>
    public bool IsModels => DecidedBy == Model;

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
        var terms = score?.Terms ?? [];
        return new AreaDecision(
            area,
            rule is null ? score?.Belongs ?? false : rule.Rule.Effect == RuleEffect.Add,
            rule is null ? Model : Rule + rule.Rule.Id,
            score,
            Reasons(hits.Where(hit => hit.Rule.Effect is not RuleEffect.Forbid), terms.Where(term => term.Weight > 0)),
            Reasons(hits.Where(hit => hit.Rule.Effect is RuleEffect.Forbid), terms.Where(term => term.Weight < 0)));

        RuleHit? First(RuleEffect effect) => hits.FirstOrDefault(hit => hit.Rule.Effect == effect);
    }

    private static string[] Reasons(IEnumerable<RuleHit> hits, IEnumerable<TermWeight> terms) =>
        [.. hits.SelectMany(hit => hit.Words).Concat(terms.Select(term => term.Term)).Distinct(StringComparer.OrdinalIgnoreCase)];
}
