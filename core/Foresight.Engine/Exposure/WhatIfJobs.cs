using Foresight.Exposure;
using Foresight.Sdk;

namespace Foresight.Engine.Exposure;

/// <summary>Which jobs here a what-if may speak of, and on which trade they depend.</summary>
/// <param name="Jobs">The jobs; null where none are known.</param>
/// <param name="Base">The trade on which they depend.</param>
/// <param name="Assumptions">What is assumed of them.</param>
/// <param name="Unsaid">Why nothing is said of them.</param>
internal sealed record WhatIfJobs(double? Jobs, double? Base, IReadOnlyList<string> Assumptions, IReadOnlyList<string> Unsaid)
{
    public static WhatIfJobs Of(WatchedProduct product, double productTrade, double? all, LocalFigures? local)
    {
        const string proportion = "Jobs follow the value in proportion: the most that is likely at first, since firms keep people for a while.";
        if (product.Flow == TradeFlow.Import)
        {
            return new WhatIfJobs(null, null, [], ["Nothing is said of jobs: what imports are worth does not tell how many jobs need them."]);
        }

        if (product.LocalJobs is { } jobs)
        {
            var exported = product.ExportedShare ?? 1;
            return new WhatIfJobs(
                jobs * exported, productTrade,
                [
                    $"About {Whole(jobs)} jobs here make it and {(product.ExportedShare is null ? "all of it is taken to be" : $"{Whole(100 * exported)} % of it is")} exported (the policy's own figures): all the country's exports of it are taken to be made here.",
                    proportion,
                ],
                []);
        }

        if (local is not null && all is { } total)
        {
            return new WhatIfJobs(
                local.Weight.Exposed, total,
                [
                    $"The {Whole(local.Weight.Exposed)} jobs in manufacturing and mining in {local.Names("en")} ({WhatIfAssumptions.Year(local.Year)}) are taken to depend on exports, and on each kind of goods and partner as the country's exports do: how local firms differ from that is not known.",
                    proportion,
                ],
                []);
        }

        return new WhatIfJobs(null, null, [], [local is null
            ? "Nothing is said of jobs: the figures on the labour market's jobs are missing."
            : "Nothing is said of jobs: without the trade in all goods they cannot be parted on it."]);
    }

    /// <summary>What can be said of a product's own jobs where its own trade is not stored.</summary>
    public static IEnumerable<string> OfItself(WatchedProduct product, double change)
    {
        if (product is { LocalJobs: { } jobs, Flow: TradeFlow.Export })
        {
            var exported = jobs * (product.ExportedShare ?? 1);
            yield return $"What {product.Name.En} itself is worth cannot be told; by the policy's own figures about {Whole(exported)} jobs here depend on its exports, of which the same change is about {Wording.WithSign(exported * change, "en")}.";
        }
    }

    private static string Whole(double value) => Wording.Number(value, "en");
}
