using Foresight.Sdk;

namespace Foresight.Plugins.Tests.Signals;

/// <summary>A policy that watches goods of Sweden's.</summary>
internal static class TradePolicy
{
    public static WatchedProduct Product(string id, params string[] codes) => new()
    {
        Id = id,
        Codes = codes,
        Name = Some.Text("trä", "wood"),
        Flow = TradeFlow.Export,
        FocusAreas = ["growth"],
        Why = Some.Text("jobb", "jobs"),
    };

    public static ProductWatch Watch(params WatchedProduct[] products) => new() { Reporter = "riket", Source = "comext", Products = products };

    public static Policy PolicyOf(ProductWatch? watch)
    {
        var policy = Some.Policy();
        return policy with
        {
            ProductWatch = watch,
            Places = [.. policy.Places.Select(place => place.Id != "riket" ? place : place with
            {
                Name = Some.Text("Sverige", "Sweden"),
                Codes = new Dictionary<string, IReadOnlyList<PlaceCode>> { ["kolada"] = [new PlaceCode("0000")], ["comext"] = [new PlaceCode("SE")], ["wits"] = [new PlaceCode("SWE"), new PlaceCode("Sweden")] },
            })],
        };
    }
}
