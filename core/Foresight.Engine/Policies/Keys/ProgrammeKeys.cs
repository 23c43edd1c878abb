using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Foresight.Engine.Policies.Shapes;
using Foresight.Sdk;

namespace Foresight.Engine.Policies.Keys;

/// <summary>The keys of the files in <c>data/funds</c>.</summary>
internal static partial class ProgrammeKeys
{
    /// <summary>The member states, and Åland, which sources give a code of its own.</summary>
    private static readonly string[] MemberStates =
    [
        "AT", "AX", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    private static readonly ScalarShape Period = new(
        "a period such as 2021-2027, its first year before its last",
        text => Years().Match(text) is { Success: true } match && Year(match, "first") < Year(match, "last") ? new ProgrammePeriod(Year(match, "first"), Year(match, "last")) : null,
        new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{4}$" });

    private static readonly ScalarShape Months = Whole("a whole number of months from 1 to 60", 1, 60);

    private static readonly ScalarShape PartnerCountries = Whole("a whole number of countries from 1 to 27", 1, 27);

    private static readonly ScalarShape Role = ScalarShape.WordOf(typeof(ProgrammeRole));

    private static readonly TextShape Topic = new() { Pattern = @"^[A-Za-z0-9+_./*-]+$", PatternMeans = "an identifier of topics without spaces, where * stands for any characters" };

    private static readonly MapShape Share = new(
        "grantShare",
        (values, context) =>
        {
            var share = new GrantShare(values.Number<double>("from")!.Value, values.Number<double>("to")!.Value);
            if (share.From <= share.To)
            {
                return share;
            }

            context.Report(values.Node.Line, "'grantShare' begins above its end; write the lower rate under 'from'.");
            return null;
        },
        Key.Must("from", ScalarShape.Share, "The lowest rate, above 0 and at most 1."),
        Key.Must("to", ScalarShape.Share, "The highest rate."));

    private static readonly MapShape Calls = new(
        "calls",
        (values, _) => new CallPattern(values.List<string>("programmes"), values.List<string>("topics")),
        Key.Must("programmes", new ListShape(SharedShapes.Text, atLeast: 1), "The programme's names and numbers in sources: CERV, \"43251589\"."),
        Key.May("topics", new ListShape(Topic, atLeast: 1), "Identifiers of topics, * for any characters; all of the programme if left out."));

    /// <summary>A list of kinds of applicants.</summary>
    public static ListShape Applicants { get; } = new(ScalarShape.WordOf(typeof(ApplicantKind)), atLeast: 1);

    private static readonly MapShape Part = new(
        "part",
        (values, _) => new ProgrammePart
        {
            Name = values.The<LocalText>("name"),
            Topics = values.List<string>("topics"),
            Applicants = values.List<ApplicantKind>("applicants"),
            Role = values.Number<ProgrammeRole>("role"),
            LeadTimeMonths = values.Number<int>("leadTimeMonths"),
            PartnerCountries = values.Number<int>("partnerCountries"),
        },
        Key.Must("name", SharedShapes.Local, "The name."),
        Key.Must("topics", new ListShape(Topic, atLeast: 1), "Identifiers of its topics, * for any characters."),
        Key.May("applicants", Applicants, "Who may apply; the programme's own if left out."),
        Key.May("role", Role, "As what a municipality usually takes part; the programme's own if left out."),
        Key.May("leadTimeMonths", Months, "Usual months from a municipality's decision to the deadline; the programme's own if left out."),
        Key.May("partnerCountries", PartnerCountries, "In how many countries, ours included, partners must be; the programme's own if left out."));

    private static readonly MapShape Programme = new(
        "programme",
        (values, _) => new Programme
        {
            Id = values.The<string>("id"),
            Name = values.The<LocalText>("name"),
            Period = values.Maybe<ProgrammePeriod>("period"),
            Status = values.Number<ProgrammeStatus>("status")!.Value,
            Successors = values.List<string>("successors"),
            ManagingBody = values.The<LocalText>("managingBody"),
            Countries = [.. values.List<string>("countries").SelectMany(country => country == "EU" ? MemberStates : [country]).Distinct(StringComparer.Ordinal)],
            Areas = values.List<string>("areas"),
            Applicants = values.List<ApplicantKind>("applicants"),
            Role = values.Number<ProgrammeRole>("role") ?? ProgrammeRole.Lead,
            GrantShare = values.Maybe<GrantShare>("grantShare"),
            LeadTimeMonths = values.Number<int>("leadTimeMonths"),
            PartnerCountries = values.Number<int>("partnerCountries"),
            Calls = values.Maybe<CallPattern>("calls"),
            Parts = values.List<ProgrammePart>("parts"),
            Source = values.The<Uri>("source"),
            Checked = values.Number<DateOnly>("checked")!.Value,
            ToConfirm = values.Number<bool>("toConfirm") ?? false,
            Note = values.Maybe<LocalText>("note"),
        },
        Key.Must("id", SharedShapes.NewId(Kinds.Programme), "The id that policies name it by."),
        Key.Must("name", SharedShapes.Local, "The name."),
        Key.May("period", Period, "The programming period, such as 2021-2027; left out for money without one."),
        Key.Must("status", ScalarShape.WordOf(typeof(ProgrammeStatus)), "adopted, or proposed."),
        Key.May("successors", SharedShapes.IdsOf(Kinds.Programme), "Ids of what follows it."),
        Key.Must("managingBody", SharedShapes.Local, "Who runs it, and to whom one applies."),
        Key.May("countries", new ListShape(new TextShape { Pattern = "^[A-Z]{2}$", PatternMeans = "a country in two capital letters, or EU for all member states" }, atLeast: 1), "Countries that take part for certain: ISO 3166, EU for all member states."),
        Key.May("areas", new ListShape(new TextShape { Pattern = "^[A-Z]{2}[0-9A-Z]{1,3}$", PatternMeans = "a NUTS code such as SE232" }, atLeast: 1), "NUTS codes of the areas that it is limited to in the countries that they begin with."),
        Key.May("applicants", Applicants, "Who may apply."),
        Key.May("role", Role, "As what a municipality usually takes part: lead (if left out) or partner."),
        Key.May("grantShare", Share, "The part of the costs that it pays."),
        Key.May("leadTimeMonths", Months, "Usual months from a municipality's decision to the deadline."),
        Key.May("partnerCountries", PartnerCountries, "In how many countries, ours included, partners must be at the least."),
        Key.May("calls", Calls, "By what sources' calls are known."),
        Key.May("parts", new ListShape(Part, atLeast: 1), "Parts with rules of their own; the first that fits counts."),
        Key.Must("source", ScalarShape.Address, "The page or act that says so."),
        Key.Must("checked", ScalarShape.Day, "When that was last compared."),
        Key.May("toConfirm", ScalarShape.YesNo, "Whether something of it is still to be confirmed."),
        Key.May("note", SharedShapes.Local, "What to know of it."));

    public static MapShape Root { get; } = new(
        "programmes",
        (values, _) => values.List<Programme>("programmes"),
        Key.Must("programmes", new ListShape(Programme, atLeast: 1), "The programmes."));

    private static ScalarShape Whole(string due, int least, int most) => new(
        due,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null,
        new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most });

    private static int Year(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<first>[0-9]{4})-(?<last>[0-9]{4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Years();
}
