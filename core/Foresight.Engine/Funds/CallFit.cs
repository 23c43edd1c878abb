using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Funds;

/// <summary>Weighs how well a call fits us, with a sentence for each weight (docs/funds.md has the table).</summary>
internal sealed class CallFit(Policy policy, PartnersOnRecord partners, IReadOnlyList<RegisterEntry> needs)
{
    public (int Points, IReadOnlyList<LocalText> Reasons, IReadOnlyList<string> Areas) Of(StoredCall call, Fund fund, ProgrammePart? part)
    {
        var (areaPoints, areas, area) = Areas(call, fund);
        var (needPoints, need) = Needs(areas);
        var (partnerPoints, partner) = Partners(fund.Programme!, part?.PartnerCountries ?? fund.Programme!.PartnerCountries);
        var (rolePoints, role) = (part?.Role ?? fund.Programme!.Role) == ProgrammeRole.Lead
            ? (3, new LocalText("Kommunen kan söka själv.", "The municipality can apply itself."))
            : (0, new LocalText("Kommunen deltar oftast i andras projekt.", "A municipality mostly joins the projects of others."));
        LocalText?[] reasons = [role, area, need, partner, fund.Note];
        return (rolePoints + areaPoints + needPoints + partnerPoints, [.. reasons.OfType<LocalText>()], areas);
    }

    private (int Points, IReadOnlyList<string> Areas, LocalText Reason) Areas(StoredCall call, Fund fund)
    {
        var ours = policy.FocusAreas.Select(area => area.Id).ToList();
        var judged = ours.Where(call.FocusAreas.Contains).Where(area => fund.FocusAreas.Count == 0 || fund.FocusAreas.Contains(area)).ToList();
        if (judged.Count > 0)
        {
            return (2, judged, new($"Texten hör till {Names(judged, "sv")}.", $"Its text belongs to {Names(judged, "en")}."));
        }

        var declared = ours.Where(fund.FocusAreas.Contains).ToList();
        return declared.Count > 0
            ? (1, declared, new($"Fonden är utpekad för {Names(declared, "sv")}; texten är inte sorterad dit.", $"The fund is meant for {Names(declared, "en")}; its text is not sorted there."))
            : (0, [], new("Texten hör inte till något fokusområde.", "Its text belongs to no focus area."));
    }

    private (int Points, LocalText? Reason) Needs(IReadOnlyList<string> areas)
    {
        var met = needs.Where(need => need.Many("focus_areas").Any(areas.Contains)).ToList();
        if (met.Count == 0)
        {
            return (0, needs.Count == 0 ? null : new("Svarar inte mot något registrerat behov.", "Answers no registered need."));
        }

        var (first, more) = (met[0]["title"] ?? met[0].Id, met.Count - 1);
        var (exempel, example) = met[0].IsExample ? (" (exempel)", " (example)") : ("", "");
        return (2, more == 0
            ? new($"Svarar mot behovet ”{first}”{exempel}.", $"Answers the need “{first}”{example}.")
            : new(
                $"Svarar mot behovet ”{first}”{exempel} och {more} till.",
                $"Answers the need “{first}”{example} and {more} more."));
    }

    private (int Points, LocalText? Reason) Partners(Programme programme, int? countries)
    {
        if (countries is null or <= 1)
        {
            return (0, null);
        }

        // Where nobody says who takes part, no partner of ours can be told to.
        var able = partners.Countries.Where(country => programme.Countries.Contains(country, StringComparer.Ordinal)).ToList();
        var (exempel, example) = partners.AreExamples ? (" (exempel)", " (example)") : ("", "");
        var (needed, neededEn) = countries == 2 ? ("ett annat land", "one other country") : ($"{countries - 1} andra länder", $"{countries - 1} other countries");
        return able.Count == 0
            ? (0, new($"Det behövs partner i minst {needed}; vi har ingen i de länder som deltar.", $"Partners in at least {neededEn} are needed; we have none in the countries that take part."))
            : (able.Count >= countries - 1 ? 2 : 1, new(
                $"Det behövs partner i minst {needed}; vi har partner i {Countries(able, "sv")}{exempel}.",
                $"Partners in at least {neededEn} are needed; we have some in {Countries(able, "en")}{example}."));
    }

    private string Names(IReadOnlyList<string> areas, string language) =>
        FundWords.List([.. areas.Select(id => policy.FocusAreas.First(area => area.Id == id).ShortName.In(language))], language);

    private string Countries(IReadOnlyList<string> codes, string language) => FundWords.List([.. codes.Select(code => FundWords.Country(policy, code).In(language))], language);
}
