using Foresight.Engine.Partners;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>The partners: since when, what we do together, when we were in touch; dormant relations first.</summary>
internal sealed class PartnersSection : IBriefSection
{
    public string Id => "partners";

    public async Task<BriefSection?> BuildAsync(SectionContext context, CancellationToken cancellationToken)
    {
        var pages = await PartnerBook.ReadAsync(context.Tables, context.Policy, context.Registers, context.Meetings, context.Today).ConfigureAwait(false);
        var words = new PartnerWords(context.Language);
        var registered = pages.Where(page => page.IsRegistered).ToList();
        List<SectionPart> parts = [];
        if (PartnerLines.Dormant(pages, words) is { } dormant)
        {
            parts.Add(new SectionText(dormant) { Evidence = [.. pages.Where(page => page.Contact.IsDormant).Select(page => page.Record).OfType<Evidence>()] });
        }

        parts.Add(new SectionText(PartnerLines.Lead(pages, words)));
        if (pages.Count > 0)
        {
            parts.Add(TableOf(registered.Count > 0 ? registered : pages, words));
        }

        if (registered.Count > 0 && registered.Count < pages.Count)
        {
            parts.Add(new SectionText(words.Say("Inte i registret: ", "Not in the register: ") + string.Join(", ", PartnerOrder.Of(pages).Where(page => !page.IsRegistered).Select(words.Name)) + "."));
        }

        return new BriefSection(Id, words.Say("Partner", "Partners")) { Parts = parts };
    }

    private static SectionTable TableOf(IReadOnlyList<PartnerPage> pages, PartnerWords words) => new(
        words.Say("Partner och kontakter, de vilande först", "Partners and contacts, dormant ones first"),
        [
            new(words.Say("Partner", "Partner")), new(words.Say("Sedan", "Since")), new(words.Say("Vad vi gör tillsammans", "What we do together")),
            new(words.Say("Senaste kontakt", "Last contact")), new(words.Say("Nästa kontakt", "Next contact")), new(words.Say("Pågående aktiviteter", "Activities under way"), IsNumber: true),
        ],
        [.. PartnerOrder.Of(pages).Select(page => (IReadOnlyList<SectionCell>)
        [
            new($"{words.Name(page)}, {page.CountryName.In(words.Language)}"),
            new(page.Since is { } since ? words.When(since) : words.NotMeasured),
            new(page.Work ?? (page.IsRegistered ? words.NotMeasured : words.NotInRegister)),
            new(words.Last(page.Contact)),
            new(words.Next(page.Contact)),
            new(page is { IsRegistered: true, Ongoing: { } ongoing } ? Wording.Number(ongoing, words.Language) + words.Example(ongoing > 0 && page.CountsExamples) : words.NotMeasured),
        ])])
    {
        Evidence = [.. pages.Select(page => page.Record).OfType<Evidence>()],
    };
}
