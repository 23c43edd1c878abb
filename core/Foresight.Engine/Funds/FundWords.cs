using Foresight.Engine.Partners;
using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>The words of funds and calls.</summary>
public static class FundWords
{
    /// <summary>The most points that a call can have.</summary>
    public const int MostPoints = 9;

    /// <summary>What the points of a call mean.</summary>
    public static LocalText Fit(int points) => points switch
    {
        >= 7 => new("mycket bra", "very good"),
        >= 5 => new("bra", "good"),
        >= 3 => new("delvis", "some"),
        _ => new("dåligt", "weak"),
    };

    /// <summary>A kind of applicants, in the plural.</summary>
    public static LocalText Of(ApplicantKind kind) => kind switch
    {
        ApplicantKind.Municipality => new("kommuner", "municipality"),
        ApplicantKind.MunicipalCompany => new("kommunala bolag", "municipal company"),
        ApplicantKind.MunicipalAssociation => new("kommunalförbund", "municipal association"),
        ApplicantKind.Region => new("regioner", "region"),
        ApplicantKind.Authority => new("myndigheter", "authority"),
        ApplicantKind.School => new("skolor", "school"),
        ApplicantKind.University => new("universitet", "university"),
        ApplicantKind.Research => new("forskningsinstitut", "research"),
        ApplicantKind.Association => new("föreningar", "association"),
        _ => new("företag", "company"),
    };

    /// <summary>A programme's status.</summary>
    public static LocalText Of(ProgrammeStatus status) => status == ProgrammeStatus.Adopted ? new("antaget", "adopted") : new("föreslaget", "proposed");

    /// <summary>How many days: <c>1 dag</c>, <c>18 dagar</c>; today is <c>i dag</c>.</summary>
    public static LocalText Days(int days) => days switch
    {
        0 => new("sista dagen i dag", "last day today"),
        1 => new("1 dag", "1 day"),
        _ => new($"{Wording.Number(days, "sv")} dagar", $"{Wording.Number(days, "en")} days"),
    };

    /// <summary>The days left of a call, or how long until it opens.</summary>
    public static LocalText Left(RankedCall call) => (call.OpensInDays, call.DaysLeft) switch
    {
        ({ } opens, _) => new($"öppnar om {Days(opens).Sv}", $"opens in {Days(opens).En}"),
        (_, { } left) => Days(left),
        _ => new("ingen sista dag", "no last day"),
    };

    /// <summary>The part of the costs that a programme pays: <c>60–95 %</c>; null where it is not stated.</summary>
    public static string? Share(Programme programme, string language) => programme.GrantShare is not { } share ? null
        : share.From == share.To ? Wording.Percent(share.To, language)
        : $"{Wording.Number(100 * share.From, language)}–{Wording.Percent(share.To, language)}";

    /// <summary>Names in a row: <c>a, b och c</c>; parted by semicolons where a name has a comma.</summary>
    public static string List(IReadOnlyList<string> names, string language)
    {
        // A name with a comma of its own would be two.
        var part = names.Any(name => name.Contains(',', StringComparison.Ordinal)) ? "; " : ", ";
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(part, names.SkipLast(1))} {(language == "sv" ? "och" : "and")} {names[^1]}";
    }

    internal static string Joined(IEnumerable<ApplicantKind> kinds, string language) => List([.. kinds.Select(kind => Of(kind).In(language))], language);

    /// <summary>A country's name: the policy's own, else the list's.</summary>
    internal static LocalText Country(Policy policy, string code) => PartnerOnRecord.CountryName(policy, code);
}
