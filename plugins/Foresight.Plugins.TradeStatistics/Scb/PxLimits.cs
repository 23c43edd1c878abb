using System.Text.Json;

namespace Foresight.Plugins.TradeStatistics.Scb;

/// <summary>How much and how often PxWeb may be asked.</summary>
internal sealed record PxLimits(long MostCells, TimeSpan BetweenCalls)
{
    /// <summary>What holds where the service does not say.</summary>
    public static PxLimits Usual { get; } = new(100_000, TimeSpan.FromSeconds(1));

    /// <summary>Reads <c>?config</c>: <c>{"maxValues":…,"maxCells":…,"maxCalls":10,"timeWindow":10}</c>, of which any may be missing.</summary>
    public static PxLimits Read(JsonElement config)
    {
        var cells = Number(config, "maxCells") ?? Number(config, "maxValues") ?? Usual.MostCells;
        var seconds = Number(config, "timeWindow") is { } window && Number(config, "maxCalls") is { } calls ? (double)window / calls : Usual.BetweenCalls.TotalSeconds;
        return new PxLimits(cells, TimeSpan.FromSeconds(seconds));
    }

    private static long? Number(JsonElement config, string name) =>
        config.ValueKind == JsonValueKind.Object && config.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
        && member.TryGetInt64(out var number) && number > 0 ? number : null;
}
