using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>The codes of goods that a condition names.</summary>
internal static class WatchedCodes
{
    public static IReadOnlyList<string> Of(string product, Policy policy) => [product];

    public static string NameOf(string product, Policy policy, string language) => product;
}
