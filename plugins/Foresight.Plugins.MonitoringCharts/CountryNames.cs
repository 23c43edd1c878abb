namespace Foresight.Plugins.MonitoringCharts;

/// <summary>Swedish and English names of the countries that WITS names, whether by its English name or by ISO 3166 alpha-3.</summary>
internal static class CountryNames
{
    private static readonly (string Code, string Sv, string En)[] All =
    [
        ("AUS", "Australien", "Australia"), ("AUT", "Österrike", "Austria"), ("BEL", "Belgien", "Belgium"), ("BWA", "Botswana", "Botswana"),
        ("BRA", "Brasilien", "Brazil"), ("CAN", "Kanada", "Canada"), ("CHE", "Schweiz", "Switzerland"), ("CHN", "Kina", "China"),
        ("CZE", "Tjeckien", "Czech Republic"), ("DEU", "Tyskland", "Germany"), ("DNK", "Danmark", "Denmark"), ("ESP", "Spanien", "Spain"),
        ("EST", "Estland", "Estonia"), ("FIN", "Finland", "Finland"), ("FRA", "Frankrike", "France"), ("FRO", "Färöarna", "Faeroe Islands"),
        ("GBR", "Storbritannien", "United Kingdom"), ("GRL", "Grönland", "Greenland"), ("IND", "Indien", "India"), ("IRL", "Irland", "Ireland"),
        ("ISL", "Island", "Iceland"), ("ITA", "Italien", "Italy"), ("JPN", "Japan", "Japan"), ("KOR", "Sydkorea", "Korea, Rep."),
        ("LTU", "Litauen", "Lithuania"), ("LVA", "Lettland", "Latvia"), ("NAM", "Namibia", "Namibia"), ("NLD", "Nederländerna", "Netherlands"),
        ("NOR", "Norge", "Norway"), ("POL", "Polen", "Poland"), ("PRT", "Portugal", "Portugal"), ("RUS", "Ryssland", "Russian Federation"),
        ("SAU", "Saudiarabien", "Saudi Arabia"), ("SWE", "Sverige", "Sweden"), ("TUR", "Turkiet", "Turkey"), ("USA", "USA", "United States"),
        ("ZAF", "Sydafrika", "South Africa"), ("ZMB", "Zambia", "Zambia"),
    ];

    /// <summary>The name in <c>sv</c> or <c>en</c>; a country that is not listed keeps the source's own name.</summary>
    public static string In(string country, string language)
    {
        var found = All.FirstOrDefault(entry => entry.Code == country || string.Equals(entry.En, country, StringComparison.OrdinalIgnoreCase));
        return found.Code is null ? country : language == "sv" ? found.Sv : found.En;
    }
}
