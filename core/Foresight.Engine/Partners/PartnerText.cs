using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>A partner's page as texts in one language, with every indicator.</summary>
/// <param name="Title">The name.</param>
/// <param name="Facts">The facts on contact and agreement.</param>
/// <param name="Sections">The sections.</param>
public sealed record PartnerText(string Title, IReadOnlyList<(string Name, string Text)> Facts, IReadOnlyList<BriefSection> Sections)
{
    /// <summary>Words a page in <c>sv</c> or <c>en</c>.</summary>
    public static PartnerText Of(PartnerPage page, Policy policy, string language)
    {
        var words = new PartnerWords(language);
        var dormant = words.Dormant(page) is { } sentence ? new[] { (words.Say("Vilande", "Dormant"), sentence) } : [];
        return new(
            words.Name(page),
            [.. dormant, .. PartnerSheets.Facts(page, words).Select(fact => (fact.Name, fact.Text))],
            new PartnerSections(page, policy, words) { AllIndicators = true }.All());
    }
}
