namespace Foresight.Sdk;

/// <summary>What languages are called in Swedish and English.</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, LocalText> Names = new(StringComparer.Ordinal)
    {
        [WatchCoverage.Unknown] = new("Okänt språk", "Language unknown"),
        ["sv"] = new("Svenska", "Swedish"),
        ["en"] = new("Engelska", "English"),
        ["no"] = new("Norska", "Norwegian"),
        ["nb"] = new("Norska (bokmål)", "Norwegian (Bokmål)"),
        ["nn"] = new("Norska (nynorska)", "Norwegian (Nynorsk)"),
        ["da"] = new("Danska", "Danish"),
        ["fi"] = new("Finska", "Finnish"),
        ["is"] = new("Isländska", "Icelandic"),
        ["fo"] = new("Färöiska", "Faroese"),
        ["de"] = new("Tyska", "German"),
        ["fr"] = new("Franska", "French"),
        ["it"] = new("Italienska", "Italian"),
        ["es"] = new("Spanska", "Spanish"),
        ["nl"] = new("Nederländska", "Dutch"),
        ["pl"] = new("Polska", "Polish"),
        ["pt"] = new("Portugisiska", "Portuguese"),
        ["et"] = new("Estniska", "Estonian"),
    };

    public static LocalText Of(string code) => Names.TryGetValue(code, out var name) ? name : new LocalText(code, code);
}
