using Foresight.Sdk;

namespace Foresight.Exposure;

/// <summary>Names of trading partners for sentences: the policy's own where it has the place, else those of Sweden's larger partners.</summary>
internal sealed class PartnerNames(Policy policy)
{
    private static readonly Dictionary<string, (string Sv, string En)> Known = new(StringComparer.Ordinal)
    {
        ["AE"] = ("Förenade Arabemiraten", "the United Arab Emirates"),
        ["AR"] = ("Argentina", "Argentina"),
        ["AT"] = ("Österrike", "Austria"),
        ["AU"] = ("Australien", "Australia"),
        ["BD"] = ("Bangladesh", "Bangladesh"),
        ["BE"] = ("Belgien", "Belgium"),
        ["BG"] = ("Bulgarien", "Bulgaria"),
        ["BR"] = ("Brasilien", "Brazil"),
        ["CA"] = ("Kanada", "Canada"),
        ["CH"] = ("Schweiz", "Switzerland"),
        ["CL"] = ("Chile", "Chile"),
        ["CN"] = ("Kina", "China"),
        ["CY"] = ("Cypern", "Cyprus"),
        ["CZ"] = ("Tjeckien", "Czechia"),
        ["DE"] = ("Tyskland", "Germany"),
        ["DK"] = ("Danmark", "Denmark"),
        ["DZ"] = ("Algeriet", "Algeria"),
        ["EE"] = ("Estland", "Estonia"),
        ["EG"] = ("Egypten", "Egypt"),
        ["ES"] = ("Spanien", "Spain"),
        ["FI"] = ("Finland", "Finland"),
        ["FR"] = ("Frankrike", "France"),
        ["GB"] = ("Storbritannien", "the United Kingdom"),
        ["GR"] = ("Grekland", "Greece"),
        ["HK"] = ("Hongkong", "Hong Kong"),
        ["HR"] = ("Kroatien", "Croatia"),
        ["HU"] = ("Ungern", "Hungary"),
        ["ID"] = ("Indonesien", "Indonesia"),
        ["IE"] = ("Irland", "Ireland"),
        ["IL"] = ("Israel", "Israel"),
        ["IN"] = ("Indien", "India"),
        ["IS"] = ("Island", "Iceland"),
        ["IT"] = ("Italien", "Italy"),
        ["JP"] = ("Japan", "Japan"),
        ["KR"] = ("Sydkorea", "South Korea"),
        ["KZ"] = ("Kazakstan", "Kazakhstan"),
        ["LT"] = ("Litauen", "Lithuania"),
        ["LU"] = ("Luxemburg", "Luxembourg"),
        ["LV"] = ("Lettland", "Latvia"),
        ["MA"] = ("Marocko", "Morocco"),
        ["MT"] = ("Malta", "Malta"),
        ["MX"] = ("Mexiko", "Mexico"),
        ["MY"] = ("Malaysia", "Malaysia"),
        ["NL"] = ("Nederländerna", "the Netherlands"),
        ["NO"] = ("Norge", "Norway"),
        ["PK"] = ("Pakistan", "Pakistan"),
        ["PL"] = ("Polen", "Poland"),
        ["PT"] = ("Portugal", "Portugal"),
        ["RO"] = ("Rumänien", "Romania"),
        ["RU"] = ("Ryssland", "Russia"),
        ["SA"] = ("Saudiarabien", "Saudi Arabia"),
        ["SE"] = ("Sverige", "Sweden"),
        ["SG"] = ("Singapore", "Singapore"),
        ["SI"] = ("Slovenien", "Slovenia"),
        ["SK"] = ("Slovakien", "Slovakia"),
        ["TH"] = ("Thailand", "Thailand"),
        ["TN"] = ("Tunisien", "Tunisia"),
        ["TR"] = ("Turkiet", "Türkiye"),
        ["TW"] = ("Taiwan", "Taiwan"),
        ["UA"] = ("Ukraina", "Ukraine"),
        ["US"] = ("USA", "the United States"),
        ["VN"] = ("Vietnam", "Vietnam"),
        ["ZA"] = ("Sydafrika", "South Africa"),
        ["ZW"] = ("Zimbabwe", "Zimbabwe"),
    };

    /// <summary>The name of a partner by its code in one of the code lists, or its code where nobody has named it.</summary>
    public string In(string code, string language)
    {
        if (policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && new[] { "comext", "wits" }.Any(list => place.CodesOf(list).Contains(code, StringComparer.Ordinal))) is { } place)
        {
            return place.Name.In(language);
        }

        return !Known.TryGetValue(code, out var name) ? code : language == "sv" ? name.Sv : name.En;
    }
}
