namespace Foresight.Exposure;

/// <summary>The summary's sections of goods in Swedish and English; the source has short names of its own.</summary>
internal static class SectionNames
{
    private static readonly Dictionary<string, (string Sv, string En)> All = new(StringComparer.Ordinal)
    {
        ["Animal"] = ("djur och animaliska varor", "animals and animal products"),
        ["Vegetable"] = ("vegetabiliska varor", "vegetable products"),
        ["Food Products"] = ("livsmedel", "food products"),
        ["Minerals"] = ("mineraler", "minerals"),
        ["Fuels"] = ("bränslen", "fuels"),
        ["Chemicals"] = ("kemikalier", "chemicals"),
        ["Plastic or Rubber"] = ("plast och gummi", "plastic and rubber"),
        ["Hides and Skins"] = ("hudar och skinn", "hides and skins"),
        ["Wood"] = ("trä och papper", "wood and paper"),
        ["Textiles and Clothing"] = ("textilier och kläder", "textiles and clothing"),
        ["Footwear"] = ("skor", "footwear"),
        ["Stone and Glass"] = ("sten och glas", "stone and glass"),
        ["Metals"] = ("metaller", "metals"),
        ["Mach and Elec"] = ("maskiner och elektronik", "machinery and electronics"),
        ["Transportation"] = ("fordon", "vehicles"),
        ["Miscellaneous"] = ("övriga varor", "other goods"),
    };

    public static string In(string section, string language) =>
        !All.TryGetValue(section, out var name) ? section : language == "sv" ? name.Sv : name.En;
}
