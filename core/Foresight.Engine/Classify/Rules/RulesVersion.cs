using System.Security.Cryptography;
using System.Text.Json;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Rules;

/// <summary>Names the rules of a policy by what they are: whoever changes a word of a rule need not count up the policy's own version.</summary>
internal static class RulesVersion
{
    private const int Length = 12;

    /// <summary>The beginning of a hash of all that decides; empty for no rules.</summary>
    public static string Of(IReadOnlyList<ClassificationRule> rules) => rules.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(
        JsonSerializer.SerializeToUtf8Bytes(rules.Select(rule => new { rule.Id, rule.FocusArea, rule.Effect, rule.Words, rule.Pattern, rule.Unless, rule.Where }))))[..Length];
}
