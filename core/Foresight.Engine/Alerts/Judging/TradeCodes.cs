using System.Text.RegularExpressions;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>The codes by which trade statistics name countries and goods.</summary>
internal static partial class TradeCodes
{
    /// <summary>ISO 3166 alpha-2, with what Comext has beside it (Kosovo, Northern Ireland).</summary>
    public static IReadOnlyList<string> Countries { get; } = (
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ "
        + "DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
        + "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM "
        + "PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ "
        + "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI XK YE YT ZA ZM ZW").Split(' ');

    public static bool IsCountry(string text) => Countries.Contains(text, StringComparer.Ordinal);

    public static bool IsCode(string text) => Code().IsMatch(text);

    /// <summary>A place's or country's country.</summary>
    public static string CountryOf(string place, Policy policy) =>
        policy.Places.FirstOrDefault(known => known.Id == place)?.Country ?? place;

    /// <summary>All codes by which sources name a country.</summary>
    public static IReadOnlyList<string> CodesOf(string country, Policy policy) =>
    [
        .. policy.Places.Where(place => place.Role == PlaceRole.Country && place.Country == country).SelectMany(place => place.CodesOf("comext"))
            .Append(country).Distinct(StringComparer.Ordinal),
    ];

    public static string NameOf(string country, Policy policy, string language) =>
        policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && place.Country == country)?.Name.In(language) ?? country;

    [GeneratedRegex("^[0-9]{2,10}$")]
    private static partial Regex Code();
}
