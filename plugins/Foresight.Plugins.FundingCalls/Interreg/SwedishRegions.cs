using System.Collections.Frozen;

namespace Foresight.Plugins.FundingCalls.Interreg;

/// <summary>The eight regions of NUTS 2 by every name that the source has for them.</summary>
internal static class SwedishRegions
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["Stockholm"] = "SE11",
        ["Östra Mellansverige"] = "SE12",
        ["Småland med öarna"] = "SE21",
        ["Småland och öarna"] = "SE21",
        ["Gotland"] = "SE21",
        ["Sydsverige"] = "SE22",
        ["Västsverige"] = "SE23",
        ["Norra Mellansverige"] = "SE31",
        ["Mellersta Norrland"] = "SE32",
        ["Övre Norrland"] = "SE33",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a region; null where the name is none.</summary>
    public static string? CodeOf(string? name) => name is null ? null : Codes.GetValueOrDefault(name);
}
