using System.Collections.Frozen;

namespace Foresight.Plugins.FundingCalls.Interreg;

/// <summary>The 21 counties and their NUTS 3 codes (NUTS 2024, unchanged since 2008).</summary>
internal static class SwedishCounties
{
    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["Stockholms län"] = "SE110",
        ["Uppsala län"] = "SE121",
        ["Södermanlands län"] = "SE122",
        ["Östergötlands län"] = "SE123",
        ["Örebro län"] = "SE124",
        ["Västmanlands län"] = "SE125",
        ["Jönköpings län"] = "SE211",
        ["Kronobergs län"] = "SE212",
        ["Kalmar län"] = "SE213",
        ["Gotlands län"] = "SE214",
        ["Blekinge län"] = "SE221",
        ["Skåne län"] = "SE224",
        ["Hallands län"] = "SE231",
        ["Västra Götalands län"] = "SE232",
        ["Värmlands län"] = "SE311",
        ["Dalarnas län"] = "SE312",
        ["Gävleborgs län"] = "SE313",
        ["Västernorrlands län"] = "SE321",
        ["Jämtlands län"] = "SE322",
        ["Västerbottens län"] = "SE331",
        ["Norrbottens län"] = "SE332",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The code of a county; null where the name is none.</summary>
    public static string? CodeOf(string? name) => name is null ? null : Codes.GetValueOrDefault(name);
}
