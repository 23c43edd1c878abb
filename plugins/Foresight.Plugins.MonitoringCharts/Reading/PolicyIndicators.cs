using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>Finds indicators in the policy.</summary>
internal static class PolicyIndicators
{
    public static Indicator Find(Policy policy, string id) =>
        policy.Indicators.FirstOrDefault(indicator => string.Equals(indicator.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"The policy {policy.Id} has no indicator '{id}': add it under indicators, or name one that is there.");
}
