namespace Foresight.Engine.Briefs;

/// <summary>The fixed words of a brief. A language without one of them does not compile.</summary>
internal sealed record BriefLabels
{
    public required string Kind { get; init; }
    public required string Skip { get; init; }
    public required string Contents { get; init; }
    public required string For { get; init; }
    public required string AsOf { get; init; }
    public required string Illustrative { get; init; }
    public required string Findings { get; init; }
    public required string Charts { get; init; }
    public required string Chart { get; init; }
    public required string Items { get; init; }
    public required string Dates { get; init; }
    public required string Missing { get; init; }
    public required string Annex { get; init; }
    public required string MoreFindings { get; init; }
    public required string MoreCharts { get; init; }
    public required string ChartsInWords { get; init; }
    public required string MoreDates { get; init; }
    public required string MoreMissing { get; init; }
    public required string Silences { get; init; }
    public required string SilencesIntro { get; init; }
    public required string AllItems { get; init; }
    public required string Records { get; init; }
    public required string RecordsIntro { get; init; }
    public required string Method { get; init; }
    public required string Sources { get; init; }
    public required string DescriptionAndData { get; init; }
    public required string Day { get; init; }
    public required string What { get; init; }
    public required string Item { get; init; }
    public required string Publisher { get; init; }
    public required string When { get; init; }
    public required string Area { get; init; }
    public required string Certainty { get; init; }
    public required string Source { get; init; }
    public required string Producer { get; init; }
    public required string Licence { get; init; }
    public required string Newest { get; init; }
    public required string State { get; init; }
    public required string Back { get; init; }
    public required string Seen { get; init; }
    public required string KeptAnswers { get; init; }
    public required string MadeBy { get; init; }

    public static BriefLabels In(string language) => language switch
    {
        "sv" => Swedish,
        "en" => English,
        _ => throw new ArgumentException($"Briefs are written in sv or en, not '{language}'.", nameof(language)),
    };

    /// <summary>The words of a report on the municipality's own work, in which what was found outside comes second.</summary>
    public static BriefLabels OfReport(string language) => In(language) with
    {
        Kind = language == "sv" ? "Uppföljning" : "Follow-up",
        Findings = language == "sv" ? "Det viktigaste i omvärlden" : "What matters most in the wider world",
        Method = language == "sv" ? "Så är rapporten gjord" : "How this report was made",
    };

    private static readonly BriefLabels Swedish = new()
    {
        Kind = "Omvärldsbevakning",
        Skip = "Hoppa till innehållet",
        Contents = "Innehåll",
        For = "Till",
        AsOf = "Läget den",
        Illustrative = "Exempel",
        Findings = "Det viktigaste",
        Charts = "Utvecklingen i bild",
        Chart = "Diagram",
        Items = "Nytt i omvärlden",
        Dates = "På gång",
        Missing = "Det här vet vi inte",
        Annex = "Bilaga",
        MoreFindings = "Fler iakttagelser",
        MoreCharts = "Fler diagram",
        ChartsInWords = "Diagrammen i ord",
        MoreDates = "Fler datum",
        MoreMissing = "Mer som vi inte vet",
        Silences = "Område för område: vad vi inte kan säga",
        SilencesIntro = "Att inget sägs om något betyder inte att allt är lugnt. Här står varför det är tyst.",
        AllItems = "Alla träffar under perioden",
        Records = "Underlag till iakttagelserna",
        RecordsIntro = "Varje siffra går att följa till uppgiften i källan, till hämtningen och till den sparade filen. Allt står i evidence.json.",
        Method = "Så är brevet gjort",
        Sources = "Källor och licenser",
        DescriptionAndData = "Beskrivning och siffror",
        Day = "Dag",
        What = "Vad som händer",
        Item = "Rubrik",
        Publisher = "Utgivare",
        When = "Tid kvar",
        Area = "Fokusområde",
        Certainty = "Träff",
        Source = "Källa",
        Producer = "Producent",
        Licence = "Villkor",
        Newest = "Senaste uppgift",
        State = "Läge",
        Back = "Tillbaka till iakttagelsen",
        Seen = "sedd",
        KeptAnswers = "Sparade svar",
        MadeBy = "Gjord av Foresight utifrån policyns data. Meningarna är skrivna av ett program.",
    };

    private static readonly BriefLabels English = new()
    {
        Kind = "International monitoring",
        Skip = "Skip to the content",
        Contents = "Contents",
        For = "To",
        AsOf = "As of",
        Illustrative = "Example",
        Findings = "What matters most",
        Charts = "Developments in charts",
        Chart = "Chart",
        Items = "News from the wider world",
        Dates = "Coming up",
        Missing = "What we do not know",
        Annex = "Annex",
        MoreFindings = "More findings",
        MoreCharts = "More charts",
        ChartsInWords = "The charts in words",
        MoreDates = "More dates",
        MoreMissing = "More that we do not know",
        Silences = "Area by area: what we cannot say",
        SilencesIntro = "That nothing is said of something does not mean that all is calm. Here is why it is silent.",
        AllItems = "All items of the period",
        Records = "Evidence behind the findings",
        RecordsIntro = "Every number can be followed to the record in its source, the load and the file that was kept. All of it is in evidence.json.",
        Method = "How this brief was made",
        Sources = "Sources and licences",
        DescriptionAndData = "Description and figures",
        Day = "Day",
        What = "Event",
        Item = "Title",
        Publisher = "Publisher",
        When = "Time left",
        Area = "Focus area",
        Certainty = "Match",
        Source = "Source",
        Producer = "Producer",
        Licence = "Terms",
        Newest = "Newest record",
        State = "State",
        Back = "Back to the finding",
        Seen = "seen",
        KeptAnswers = "Kept answers",
        MadeBy = "Made by Foresight from the policy's data. The sentences were written by a program.",
    };
}
