using System.Globalization;
using Foresight.Engine.Briefs;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp.Worded;

/// <summary>Words and names of the follow-up in one language.</summary>
internal sealed class FollowUpWords(Policy policy, string language)
{
    private readonly BriefSentences _sentences = new(language);

    public string NotMeasured => Say("inte mätt", "not measured");

    public string Say(string swedish, string english) => _sentences.Say(swedish, english);

    public string Join(IReadOnlyList<string> parts) => _sentences.Join(parts);

    public string In(LocalText text) => text.In(language);

    public string Number(double number, int decimals = 0) => Wording.Number(number, language, decimals);

    /// <summary>A number with its noun: "1 aktivitet", "3 aktiviteter".</summary>
    public string Counted(int number, (string One, string Many) swedish, (string One, string Many) english) =>
        $"{Number(number)}\u00A0{Say(number == 1 ? swedish.One : swedish.Many, number == 1 ? english.One : english.Many)}";

    public string Activities(int number) => Counted(number, ("aktivitet", "aktiviteter"), ("activity", "activities"));

    public string Applications(int number) => Counted(number, ("ansökan", "ansökningar"), ("application", "applications"));

    public string Partners(int number) => Counted(number, ("partner", "partner"), ("partner", "partners"));

    public string Months(int number) => Counted(number, ("månad", "månader"), ("month", "months"));

    public string Period(FollowUpQuestion question) => $"{Wording.Day(question.From, language)}–{Wording.Day(question.To, language)}";

    public string Day(DateOnly day) => Wording.Day(day, language);

    /// <summary>What is known as a year, month or day.</summary>
    public string When(string text) => text.Length switch
    {
        7 => Wording.Month(int.Parse(text[..4], CultureInfo.InvariantCulture), int.Parse(text[5..], CultureInfo.InvariantCulture), language),
        10 => Wording.Day(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), language),
        _ => text,
    };

    /// <summary>A title, marked where it is an example.</summary>
    public string Title(string title, bool isExample) => isExample ? $"{title} ({Say("exempel", "example")})" : title;

    public string Body(string? id) => policy.Bodies.FirstOrDefault(body => body.Id == id) is { } body ? In(body.Name) : id ?? Say("ingen angiven", "none given");

    public string Area(string id) => policy.FocusAreas.FirstOrDefault(area => area.Id == id) is { } area ? In(area.ShortName) : id;

    /// <summary>Why a register has nothing to count: nobody keeps it, or it has examples only.</summary>
    public string Nothing(RegisterCover cover, string swedish, string english) => cover.ExamplesLeftOut > 0
        ? Say("registret har bara exempel", "the register has only examples") : Say(swedish, english);

    public string Register(Register register) => In(register.Name);

    /// <summary>An amount with its currency in words.</summary>
    public string Money(double amount, string currency, int decimals = 0) => $"{Number(amount, decimals)}\u00A0{(currency == "SEK"
        ? amount == 1 ? "krona" : "kronor"
        : Say("euro", amount == 1 ? "euro" : "euros"))}";

    public string Currency(string currency) => currency == "SEK" ? Say("Kronor", "Kronor") : Say("Euro", "Euros");

    public static string Capital(string text) => BriefSentences.Capital(text);

    public static string Small(string text) => BriefSentences.Small(text);
}
