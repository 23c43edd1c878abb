using Foresight.Sdk;

namespace Foresight.Engine.Partners;

/// <summary>What is said of all partners together.</summary>
internal static class PartnerLines
{
    private const int MostNamed = 5;

    /// <summary>How many there are and of how many nothing is measured.</summary>
    public static string Lead(IReadOnlyList<PartnerPage> pages, PartnerWords words)
    {
        var registered = pages.Where(page => page.IsRegistered).ToList();
        var real = PartnerPage.Real(registered, page => page.IsExample);
        var missing = pages.Count - registered.Count;
        if (registered.Count == 0)
        {
            return missing == 0
                ? words.Say("Inte mätt: inga partner är registrerade, och policyn nämner inga.", "Not measured: no partners are registered, and the policy names none.")
                : words.Say(
                    $"Inte mätt: inga partner är registrerade. Policyn nämner {words.Count(missing, "vänort eller partner", "vänorter och partner")}.",
                    $"Not measured: no partners are registered. The policy names {words.Count(missing, "twin town or partner", "twin towns and partners")}.");
        }

        var without = real.Count(page => page.Contact.Last is null);
        var contact = without == 0 ? words.Say("För alla är den senaste kontakten registrerad.", "The last contact is registered for all.")
            : without == real.Count ? words.Say("När vi senast hade kontakt är inte mätt för någon av dem.", "When we were last in touch is not measured for any of them.")
            : words.Say(
                $"När vi senast hade kontakt är inte mätt för {words.Count(without, "partner", "partner")}.", $"When we were last in touch is not measured for {words.Count(without, "partner", "partners")}.");
        var examples = registered.Count - real.Count;
        var left = examples == 0 ? "" : words.Say($" {words.Count(examples, "exempel", "exempel")} är inte med i antalen.", $" {words.Count(examples, "example is", "examples are")} not counted.");
        var lacking = missing == 0 ? "" : words.Say(
            $" {words.Count(missing, "vänort eller partner", "vänorter och partner")} i policyn står inte i registret.",
            $" {words.Count(missing, "twin town or partner", "twin towns and partners")} of the policy {(missing == 1 ? "does" : "do")} not stand in the register.");
        return words.Say($"{words.Count(real.Count, "partner är registrerad", "partner är registrerade")}. ", $"{words.Count(real.Count, "partner is", "partners are")} registered. ")
            + contact + left + lacking;
    }

    /// <summary>The dormant relations as one sentence; null where there is none.</summary>
    public static string? Dormant(IReadOnlyList<PartnerPage> pages, PartnerWords words)
    {
        var dormant = PartnerOrder.Of([.. PartnerPage.Real([.. pages.Where(page => page.IsRegistered)], page => page.IsExample).Where(page => page.Contact.IsDormant)]);
        if (dormant.Count == 0)
        {
            return null;
        }

        var named = dormant.Take(MostNamed).Select(page => $"{words.Name(page)} ({Why(page.Contact, words)})").ToList();
        var list = named.Count == 1 ? named[0] : string.Join(", ", named.SkipLast(1)) + words.Say(" och ", " and ") + named[^1];
        var more = dormant.Count > MostNamed ? words.Say($", och {dormant.Count - MostNamed} till", $", and {dormant.Count - MostNamed} more") : "";
        return dormant.Count == 1
            ? words.Say($"En kontakt har somnat: {list}.", $"One relation is dormant: {list}.")
            : words.Say($"{Wording.Number(dormant.Count, "sv")} kontakter har somnat: {list}{more}.", $"{Wording.Number(dormant.Count, "en")} relations are dormant: {list}{more}.");
    }

    private static string Why(ContactState contact, PartnerWords words)
    {
        var silent = contact.IsSilent ? words.Say($"ingen kontakt på {words.Length(contact.Last!.Value, contact.Today)}", $"no contact for {words.Length(contact.Last!.Value, contact.Today)}") : null;
        var ended = contact.HasEnded ? words.Say($"avtalet gick ut {words.When(contact.AgreementUntil!)}", $"the agreement ended {words.When(contact.AgreementUntil!)}") : null;
        return string.Join(", ", new[] { silent, ended }.OfType<string>());
    }
}
