namespace Foresight.Plugins.PolicyFeeds.Government;

/// <summary>
/// The categories of regeringen.se that sources are asked by. The numbers are the site's own (<c>/tx/1329</c>); the names of departments are
/// those of 2026 and change with governments, the numbers stay.
/// </summary>
internal static class GovernmentCategories
{
    public static readonly IReadOnlyDictionary<string, (string Code, string Kind)> Types = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["prop"] = ("1329", "bill"),
        ["skr"] = ("1330", "bill"),
        ["lagradsremiss"] = ("2085", "bill"),
        ["sou"] = ("1331", "report"),
        ["ds"] = ("1325", "report"),
        ["rapport"] = ("1341", "report"),
        ["dir"] = ("1327", "decision"),
        ["regeringsuppdrag"] = ("1342", "decision"),
        ["remiss"] = ("2099", "memo"),
        ["faktapromemoria"] = ("2540", "memo"),
        ["pressmeddelande"] = ("1334", "press-release"),
        ["uttalande"] = ("2214", "press-release"),
        ["tal"] = ("1338", "speech"),
        ["artikel"] = ("2097", "news"),
    };

    public static readonly IReadOnlyDictionary<string, string> Departments = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["arbetsmarknad"] = "1284",
        ["finans"] = "1285",
        ["forsvar"] = "1286",
        ["justitie"] = "1287",
        ["kultur"] = "1288",
        ["klimat-naringsliv"] = "1291",
        ["social"] = "1292",
        ["statsradsberedningen"] = "1293",
        ["utbildning"] = "1294",
        ["utrikes"] = "1295",
        ["landsbygd-infrastruktur"] = "2425",
    };

    /// <summary>The kind of a text by the number of its type; null where the number is none of a type.</summary>
    public static string? KindOf(string code) => Types.Values.Where(type => type.Code == code).Select(type => type.Kind).FirstOrDefault();
}
