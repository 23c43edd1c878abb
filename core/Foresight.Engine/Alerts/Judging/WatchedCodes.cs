using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>The codes of goods that a condition names.</summary>
internal static class WatchedCodes
{
    public static IReadOnlyList<string> Of(string product, Policy policy) => Watched(product, policy)?.Codes ?? [product];

    public static string NameOf(string product, Policy policy, string language) => Watched(product, policy)?.Name.In(language) ?? product;

    private static WatchedProduct? Watched(string product, Policy policy) => policy.ProductWatch?.Products.FirstOrDefault(watched => watched.Id == product);
}
