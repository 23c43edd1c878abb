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
        >= 7 => new("mycket god", "very good"),
        >= 5 => new("god", "good"),
        >= 3 => new("viss", "some"),
        _ => new("svag", "weak"),
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
        ( { } opens, _) => new($"öppnar om {Days(opens).Sv}", $"opens in {Days(opens).En}"),
        (_, { } left) => Days(left),
        _ => new("ingen sista dag", "no last day"),
    };

    /// <summary>The part of the costs that a programme pays: <c>60–95 %</c>; null where it is not stated.</summary>
    public static string? Share(Programme programme, string language) => programme.GrantShare is not { } share ? null
        : share.From == share.To ? Wording.Percent(share.To, language)
        : $"{Wording.Number(100 * share.From, language)}–{Wording.Percent(share.To, language)}";

    /// <summary>Names in a row: <c>a, b och c</c>.</summary>
    public static string List(IReadOnlyList<string> names, string language) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {(language == "sv" ? "och" : "and")} {names[^1]}",
    };

    internal static string Joined(IEnumerable<ApplicantKind> kinds, string language) => List([.. kinds.Select(kind => Of(kind).In(language))], language);

    /// <summary>A country's name: the policy's own, else its code.</summary>
    internal static LocalText Country(Policy policy, string code) =>
        (policy.Places.FirstOrDefault(place => place.Role == PlaceRole.Country && place.Country == code) ?? policy.Places.FirstOrDefault(place => place.Country == code && place.Role == PlaceRole.TwinTown))
            ?.Name ?? new LocalText(code, code);
}
