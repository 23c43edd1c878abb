using Foresight.Engine;
using Foresight.Sdk;

namespace Foresight.Cli.Commands;

/// <summary>The value of an option that names a focus area.</summary>
internal static class FocusAreaOption
{
    /// <exception cref="ConfigurationException">The policy has no such area.</exception>
    public static void Check(Policy policy, string? area)
    {
        if (area is not null && policy.FocusAreas.All(known => known.Id != area))
            throw new ConfigurationException([$"The policy has no focus area '{area}'; it has {string.Join(", ", policy.FocusAreas.Select(known => known.Id))}."]);
    }
}
