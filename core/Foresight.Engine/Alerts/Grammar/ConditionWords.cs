namespace Foresight.Engine.Alerts.Grammar;

/// <summary>The words of the grammar in one language; of several that mean the same, the first is printed.</summary>
internal sealed record ConditionWords
{
    public required string Language { get; init; }
    public required string[] When { get; init; }
    public required string[] Exports { get; init; }
    public required string[] Imports { get; init; }
    public required string[] Of { get; init; }
    public required string[] To { get; init; }
    public required string[] From { get; init; }
    public required string[] Fall { get; init; }
    public required string[] Rise { get; init; }
    public required string[] Falls { get; init; }
    public required string[] Rises { get; init; }
    public required string[] By { get; init; }
    public required string[] MoreThan { get; init; }
    public required string[] YearOnYear { get; init; }
    public required string[] MonthOnMonth { get; init; }
    public required string[] For { get; init; }
    public required string[] Over { get; init; }
    public required string[] Within { get; init; }
    public required string[] Months { get; init; }
    public required string[] Years { get; init; }
    public required string[] Weeks { get; init; }
    public required string[] Days { get; init; }
    public required string[] Indicator { get; init; }
    public required string[] Is { get; init; }
    public required string[] Above { get; init; }
    public required string[] Below { get; init; }
    public required string[] FurtherThan { get; init; }
    public required string[] FromItsTarget { get; init; }
    public required string[] LeavesThePeersRange { get; init; }
    public required string[] Documents { get; init; }
    public required string[] About { get; init; }
    public required string[] InLanguage { get; init; }
    public required string[] MoreThanDouble { get; init; }
    public required string[] Mention { get; init; }
    public required string[] AtLeast { get; init; }
    public required string[] Times { get; init; }
    public required string[] FromPublishers { get; init; }
    public required string[] Publishers { get; init; }
    public required string[] FundingCall { get; init; }
    public required string[] CallOf { get; init; }
    public required string[] Closes { get; init; }
    public required string[] Source { get; init; }
    public required string[] Silent { get; init; }
    public required IReadOnlyDictionary<string, string> Languages { get; init; }

    public static ConditionWords English { get; } = new()
    {
        Language = "en",
        When = ["when"],
        Exports = ["exports"],
        Imports = ["imports"],
        Of = ["of"],
        To = ["to"],
        From = ["from"],
        Fall = ["fall", "drop"],
        Rise = ["rise", "grow"],
        Falls = ["falls", "drops"],
        Rises = ["rises", "grows"],
        By = ["by"],
        MoreThan = ["more than"],
        YearOnYear = ["year on year"],
        MonthOnMonth = ["month on month"],
        For = ["for"],
        Over = ["in", "over"],
        Within = ["within"],
        Months = ["months", "month"],
        Years = ["years", "year"],
        Weeks = ["weeks", "week"],
        Days = ["days", "day"],
        Indicator = ["indicator"],
        Is = ["is"],
        Above = ["above"],
        Below = ["below"],
        FurtherThan = ["further than", "farther than"],
        FromItsTarget = ["from its target"],
        LeavesThePeersRange = ["leaves the peers' range"],
        Documents = ["documents"],
        About = ["about"],
        InLanguage = ["in"],
        MoreThanDouble = ["more than double"],
        Mention = ["mention"],
        AtLeast = ["at least"],
        Times = ["times", "time"],
        FromPublishers = ["from"],
        Publishers = ["publishers", "publisher"],
        FundingCall = ["a funding call", "a call"],
        CallOf = ["of"],
        Closes = ["closes"],
        Source = ["source"],
        Silent = ["is silent"],
        Languages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Swedish"] = "sv",
            ["English"] = "en",
            ["Norwegian"] = "no",
            ["Danish"] = "da",
            ["Finnish"] = "fi",
            ["German"] = "de",
            ["French"] = "fr",
        },
    };

    public static ConditionWords Swedish { get; } = new()
    {
        Language = "sv",
        When = ["när", "om"],
        Exports = ["exporten", "export"],
        Imports = ["importen", "import"],
        Of = ["av"],
        To = ["till"],
        From = ["från"],
        Fall = ["minskar", "faller", "sjunker"],
        Rise = ["ökar", "stiger"],
        Falls = ["minskar", "faller", "sjunker"],
        Rises = ["ökar", "stiger"],
        By = ["med"],
        MoreThan = ["mer än"],
        YearOnYear = ["på ett år", "år mot år"],
        MonthOnMonth = ["på en månad", "månad mot månad"],
        For = ["i", "under"],
        Over = ["på", "under"],
        Within = ["inom"],
        Months = ["månader", "månad"],
        Years = ["år"],
        Weeks = ["veckor", "vecka"],
        Days = ["dagar", "dag"],
        Indicator = ["nyckeltalet", "nyckeltal"],
        Is = ["är", "ligger"],
        Above = ["över"],
        Below = ["under"],
        FurtherThan = ["längre än"],
        FromItsTarget = ["från sitt mål"],
        LeavesThePeersRange = ["lämnar jämförelsegruppens spann"],
        Documents = ["dokument"],
        About = ["om"],
        InLanguage = ["på"],
        MoreThanDouble = ["mer än fördubblas"],
        Mention = ["nämner"],
        AtLeast = ["minst"],
        Times = ["gånger", "gång"],
        FromPublishers = ["från"],
        Publishers = ["utgivare"],
        FundingCall = ["en utlysning"],
        CallOf = ["från", "av"],
        Closes = ["stänger"],
        Source = ["källan", "källa"],
        Silent = ["är tyst"],
        Languages = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["svenska"] = "sv",
            ["engelska"] = "en",
            ["norska"] = "no",
            ["danska"] = "da",
            ["finska"] = "fi",
            ["tyska"] = "de",
            ["franska"] = "fr",
        },
    };

    public static ConditionWords In(string language) => language == "sv" ? Swedish : English;
}
