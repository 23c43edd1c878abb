using Foresight.Engine.Classify;

namespace Foresight.Engine.Briefs;

/// <summary>Says in which language a text is.</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, (string Sv, string En)> Names = new(StringComparer.Ordinal)
    {
        ["da"] = ("danska", "Danish"),
        ["de"] = ("tyska", "German"),
        ["en"] = ("engelska", "English"),
        ["es"] = ("spanska", "Spanish"),
        ["et"] = ("estniska", "Estonian"),
        ["fi"] = ("finska", "Finnish"),
        ["fr"] = ("franska", "French"),
        ["is"] = ("isländska", "Icelandic"),
        ["it"] = ("italienska", "Italian"),
        ["lt"] = ("litauiska", "Lithuanian"),
        ["lv"] = ("lettiska", "Latvian"),
        ["nl"] = ("nederländska", "Dutch"),
        ["no"] = ("norska", "Norwegian"),
        ["pl"] = ("polska", "Polish"),
        ["sv"] = ("svenska", "Swedish"),
    };

    /// <summary>"på norska", "in Norwegian"; "på ett annat språk" for one that has no name here.</summary>
    public static string In(string code, string briefLanguage) => (briefLanguage, Names.TryGetValue(DocumentLanguage.Plain(code) ?? "", out var name)) switch
    {
        ("sv", true) => $"på {name.Sv}",
        (_, true) => $"in {name.En}",
        ("sv", false) => "på ett annat språk",
        _ => "in another language",
    };
}
