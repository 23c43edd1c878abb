using Foresight.Engine.Briefs;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>Words the pages of partners and their list in one language.</summary>
internal sealed class PartnerSheets(Policy policy, LocalText? illustrative, DateOnly today, string language)
{
    private readonly PartnerWords words = new(language);
    private readonly BriefLabels labels = BriefLabels.In(language);

    public PartnerSheet Page(PartnerPage page) => new()
    {
        Frame = Frame(words.Name(page), words.Say("Partner", "Partner")),
        Meta = string.Join(" · ", new[] { page.Kind is { } kind ? BriefSentences.Capital(kind.In(language)) : null, page.CountryName.In(language), page.IsRegistered ? null : words.NotInRegister }.OfType<string>()),
        ContentsLabel = labels.Contents,
        Dormant = words.Dormant(page),
        DormantLabel = words.Say("Vilande", "Dormant"),
        FactsTitle = words.Say("Kontakt och avtal", "Contact and agreement"),
        Facts = [.. Facts(page, words)],
        Sections = [.. new PartnerSections(page, policy, words).All().Select(section => PageSection.Of(section, 2))],
        IndexFile = PartnerFiles.IndexName(language),
        IndexLabel = words.Say("Alla partner", "All partners"),
    };

    public PartnerIndexSheet Index(IReadOnlyList<PartnerPage> pages, Func<PartnerPage, string> fileOf) => new()
    {
        Frame = Frame(words.Say("Partner", "Partners"), words.Say("Internationellt arbete", "International work")),
        Dormant = PartnerLines.Dormant(pages, words),
        DormantLabel = words.Say("Vilande", "Dormant"),
        Lead = PartnerLines.Lead(pages, words),
        Caption = words.Say("Alla partner, de vilande först och exempel sist", "All partners, dormant ones first and examples last"),
        Columns = [words.Say("Partner", "Partner"), words.Say("Slag", "Kind"), words.Say("Land", "Country"), words.Say("Sedan", "Since"), words.Say("Senaste kontakt", "Last contact"), words.Say("Nästa kontakt", "Next contact")],
        Rows = [.. PartnerOrder.Of(pages).Select(page => new SheetRow(fileOf(page), words.Name(page),
        [
            page.Kind is { } kind ? BriefSentences.Capital(kind.In(language)) : words.NotMeasured,
            page.CountryName.In(language),
            page.Since is { } since ? words.When(since) : words.NotMeasured,
            page.IsRegistered ? words.Last(page.Contact) : words.NotInRegister,
            page.IsRegistered ? words.Next(page.Contact) : words.NotInRegister,
        ]))],
    };

    internal static IEnumerable<SheetFact> Facts(PartnerPage page, PartnerWords words)
    {
        yield return Fact("Samarbete", "Cooperation", page.Work ?? words.NotMeasured);
        yield return Fact("Sedan", "Since", page.Since is { } since ? words.When(since) : words.NotMeasured);
        yield return Fact("Ansvarig här", "Responsible here", page.Body?.In(words.Language) ?? words.NotMeasured);
        yield return Fact("Vänd dig till", "Turn to", page.Role ?? words.NotMeasured);
        yield return Fact("Senaste kontakt", "Last contact", words.Last(page.Contact));
        yield return Fact("Nästa kontakt", "Next contact", words.Next(page.Contact));
        if (page.Contact.Meeting is { } meeting)
        {
            yield return Fact("Ansvarigas nästa möte", "Their next meeting", Wording.Day(meeting, words.Language));
        }

        yield return Fact("Avtal", "Agreement", words.Agreement(page.Contact));
        yield return Fact("Koder", "Codes", page.Codes.Count == 0 ? words.Say("inga", "none")
            : string.Join("; ", page.Codes.Select(code => $"{words.List(code.List)} {code.Code}{(code.Vintage is { } vintage ? $" ({vintage})" : "")}")));
        if (page.Note is { } note)
        {
            yield return Fact("Att veta", "To know", note.In(words.Language));
        }

        if (page.Source is { } source)
        {
            yield return Fact("Källa", "Source", source) with { Link = source };
        }

        SheetFact Fact(string swedish, string english, string text) => new(words.Say(swedish, english), text, null);
    }

    private SheetFrame Frame(string title, string kind) => new()
    {
        Language = language,
        Security = ContentSecurity.PolicyFor(BriefTemplate.Style),
        Organisation = policy.Organisation.In(language),
        Kind = kind,
        Title = title,
        HeadTitle = $"{title} – {policy.Organisation.In(language)}, {Wording.Day(today, language)}",
        Skip = labels.Skip,
        AsOfLabel = labels.AsOf,
        AsOf = Wording.Day(today, language),
        AsOfMachine = RelevantItems.Sql(today),
        Banner = illustrative?.In(language),
        BannerLabel = labels.Illustrative,
        MadeBy = labels.MadeBy,
    };
}
