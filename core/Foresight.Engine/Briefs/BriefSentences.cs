using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>The sentences that a brief computes itself, in both languages and with their grammar.</summary>
internal sealed class BriefSentences(string language)
{
    private readonly bool _swedish = language == "sv";

    /// <summary>What came in, how much of it is the same news twice, and how much concerns the policy.</summary>
    public string Lead(int documents, int stories, int relevant, int sources, BriefPeriod period)
    {
        var since = Wording.Day(period.From, language);
        if (documents == 0)
        {
            return Say($"Inga nya texter har kommit sedan {since}.", $"No new texts have come in since {since}.");
        }

        var (all, some, from) = (Count(documents), Count(relevant), Count(sources));
        var swedish = (documents == 1 ? $"Sedan {since} har 1 ny text kommit" : $"Sedan {since} har {all} nya texter kommit")
            + (sources == 1 ? " från 1 källa" : $" från {from} källor")
            + (stories == documents ? "; " : stories == 1 ? ", alla med samma nyhet; " : $", med {Count(stories)} olika nyheter; ")
            + (relevant == 0 ? stories == 1 ? "den rör inte policyns fokusområden." : "ingen av dem rör policyns fokusområden."
                : relevant == stories ? stories == 1 ? "den rör policyns fokusområden." : "alla rör policyns fokusområden."
                : $"{some} av dem rör policyns fokusområden.");
        var english = (documents == 1 ? $"Since {since}, 1 new text has come in" : $"Since {since}, {all} new texts have come in")
            + (sources == 1 ? " from 1 source" : $" from {from} sources")
            + (stories == documents ? "; " : stories == 1 ? ", all with the same story; " : $", with {Count(stories)} different stories; ")
            + (relevant == 0 ? stories == 1 ? "it does not concern the policy's focus areas." : "none of them concerns the policy's focus areas."
                : relevant == stories ? stories == 1 ? "it concerns the policy's focus areas." : "all concern the policy's focus areas."
                : relevant == 1 ? "1 of them concerns the policy's focus areas."
                : $"{some} of them concern the policy's focus areas.");
        return Say(swedish, english);
    }

    public string PolicyLine(Policy policy) => Say(
        $"Bygger på: {policy.Title.Sv}, version {policy.Version}", $"Based on: {policy.Title.En}, version {policy.Version}");

    public string NoFindings => Say(
        "Inget i uppgifterna är säkert nog för att bli en iakttagelse den här gången.",
        "Nothing in the data is certain enough to become a finding this time.");

    public string NoCharts => Say("Inget diagram kunde byggas.", "No chart could be built.");

    public string NoItems => Say("Inget klassat hit under perioden.", "Nothing was sorted here in the period.");

    public string NotClassified => Say("Texterna har inte klassats.", "The texts have not been classified.");

    public string NoDates(int months) => Say(
        $"Inga datum de närmaste {Count(months)} månaderna finns i källorna.",
        $"The sources hold no dates in the next {Count(months)} months.");

    public string NothingMissing => Say("Alla källor kunde läsas och alla diagram byggas.", "All sources could be read and all charts built.");

    public string MoreInAnnex(int count) => count == 1
        ? Say("1 punkt till står i bilagan.", "1 more is in the annex.")
        : Say($"{Count(count)} punkter till står i bilagan.", $"{Count(count)} more are in the annex.");

    /// <summary>How many of the items a table shows, where not all.</summary>
    public string Shown(int shown, int all) => Say(
        $"De {Count(shown)} säkraste och nyaste av {Count(all)} visas; alla finns i data/items.csv.",
        $"The {Count(shown)} surest and newest of {Count(all)} are shown; all are in data/items.csv.");

    public string Certain(Certainty certainty) => certainty switch
    {
        Certainty.Sure => Say("säker", "sure"),
        Certainty.Likely => Say("trolig", "likely"),
        Certainty.Possible => Say("möjlig", "possible"),
        _ => Say("oviss", "uncertain"),
    };

    /// <summary>That a rule of the policy decided, and why it is there where the policy still has it.</summary>
    public string ByRule(string? reason) => reason is null ? Say("enligt regel", "by rule") : Say($"enligt regel: {Small(reason.TrimEnd('.'))}", $"by rule: {Small(reason.TrimEnd('.'))}");

    /// <summary>Of how many items the model cannot say, as a sentence behind another; empty for none.</summary>
    public string Uncertain(int count) => count switch
    {
        0 => "",
        1 => Say(" 1 av träffarna är oviss.", " 1 of the matches is uncertain."),
        _ => Say($" {Count(count)} av träffarna är ovissa.", $" {Count(count)} of the matches are uncertain."),
    };

    public string Match(Certainty certainty) => Say($"{Certain(certainty)} träff", $"{Certain(certainty)} match");

    public string Also(IReadOnlyList<string> areas, bool perhaps) =>
        perhaps ? Say($"rör kanske även {Join(areas)}", $"may also concern {Join(areas)}") : Say($"rör även {Join(areas)}", $"also concerns {Join(areas)}");

    public string Perhaps(string area) => Say($"kanske {area}", $"perhaps {area}");

    public string DaysLeft(int days) => days switch
    {
        0 => Say("i dag", "today"),
        1 => Say("i morgon", "tomorrow"),
        _ => Say($"{Count(days)} dagar", $"{Count(days)} days"),
    };

    /// <summary>What a finding is about where it belongs to no single area; null where its kind says nothing to a reader.</summary>
    public string? Kind(string kind) => kind switch
    {
        "funding" => Say("finansiering", "funding"),
        "date" => Say("datum", "dates"),
        "attention" => Say("nyhetsläget", "the news"),
        "indicator" => Say("nyckeltal", "indicators"),
        "forecast" => Say("prognos", "forecast"),
        "trade" => Say("handel", "trade"),
        "term" => Say("nya begrepp", "new terms"),
        _ => null,
    };

    /// <summary>What is said of sources that are not well.</summary>
    public SourceSentences Trouble => new(this, language);

    public string State(SourceHealth health) => health switch
    {
        SourceHealth.Ok => Say("läst", "read"),
        SourceHealth.NotModified => Say("läst, inget ändrat", "read, nothing changed"),
        SourceHealth.Empty => Say("tom", "empty"),
        SourceHealth.Ailing => Say("kunde inte läsas senast", "could not be read lately"),
        SourceHealth.Failed => Say("kan inte läsas", "cannot be read"),
        SourceHealth.Silent => Say("tyst", "silent"),
        _ => Say("inte läst än", "not read yet"),
    };

    public string ChartMissing(BriefChart chart) => WithSentence(
        Say($"Diagrammet ”{chart.Title ?? chart.Id}” saknas", $"The chart “{chart.Title ?? chart.Id}” is missing"), chart.Reason ?? "");

    /// <summary>Focus areas that the policy names no figure for.</summary>
    public string NotMeasured(IReadOnlyList<string> areas) => areas.Count == 1
        ? Say($"Mäts inte: policyn har inget nyckeltal för {areas[0]}.", $"Not measured: the policy has no indicator for {areas[0]}.")
        : Say($"Mäts inte: policyn har inga nyckeltal för {Join(areas)}.", $"Not measured: the policy has no indicators for {Join(areas)}.");

    public string RecordsLeft(int count) => count == 1
        ? Say("1 uppgift till i evidence.json.", "1 more record in evidence.json.")
        : Say($"{Count(count)} uppgifter till i evidence.json.", $"{Count(count)} more records in evidence.json.");

    public string Fetched(DateOnly day) => Say($"hämtad {Wording.Day(day, language)}", $"fetched {Wording.Day(day, language)}");

    public string Computed(string formula) => Say($"beräknad: {formula}", $"computed: {formula}");

    /// <summary>What stands before the name of a measure that is due.</summary>
    public string NewFigures => Say("Nya siffror:", "New figures:");

    public string PeriodLine(BriefPeriod period) => $"{Wording.Day(period.From, language)} – {Wording.Day(period.To, language)}";

    /// <summary>"A, b och c".</summary>
    public string Join(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts)
        : string.Join(", ", parts.Take(parts.Count - 1)) + Say(" och ", " and ") + parts[^1];

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A policy's names may begin with a capital; within a sentence they do not, unless they are abbreviations.</summary>
    public static string Small(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    public string Say(string swedish, string english) => _swedish ? swedish : english;

    private string Count(int count) => Wording.Number(count, language);

    private static string WithSentence(string said, string sentence) =>
        sentence.Length == 0 ? said + "." : said + ": " + sentence + (sentence[^1] is '.' or '!' or '?' ? "" : ".");
}
