namespace Foresight.Sdk;

/// <content>
/// The registers that Foresight knows, after what the policy of a Swedish municipality asks to be followed up. Every row of every register may say where it
/// is public (<c>source</c>) and whether it is only an example (<c>example</c>).
/// </content>
public sealed partial record Register
{
    /// <summary>What the services need to develop: what activities are tied to.</summary>
    public static Register Needs { get; } = new("needs", new("behov", "needs"),
    [
        new("id", RegisterValue.Text, new("id", "id"), new("En egen beteckning, kort och oföränderlig.", "A designation of its own, short and lasting.")) { IsRequired = true },
        new("title", RegisterValue.Text, new("behov", "need"), new("Vad som behöver utvecklas.", "What needs to develop.")) { IsRequired = true },
        new("body", RegisterValue.One, new("nämnd", "body"), new("Vems behov det är.", "Whose need it is.")) { IsRequired = true, Names = "body" },
        new("focus_areas", RegisterValue.Many, new("fokusområden", "focus areas"), new("Fokusområden som det hör till.", "Focus areas that it belongs to.")) { Names = "focus-area" },
        new("since", RegisterValue.When, new("sedan", "since"), new("När det skrevs ned.", "When it was written down.")),
        new("until", RegisterValue.When, new("till", "until"), new("När det ska vara uppfyllt.", "When it is to be met.")),
        .. Everywhere,
    ]);

    /// <summary>With whom: twin towns, networks, partnerships for a task.</summary>
    public static Register Partners { get; } = new("partners", new("partner", "partners"),
    [
        new("id", RegisterValue.Text, new("id", "id"), new("En egen beteckning, kort och oföränderlig.", "A designation of its own, short and lasting.")) { IsRequired = true },
        new("organisation", RegisterValue.Text, new("organisation", "organisation"), new("Ort eller organisation.", "The place or organisation.")) { IsRequired = true },
        new("kind", RegisterValue.One, new("slag", "kind"), new("Slag av partner enligt policyn.", "Kind of partner by the policy.")) { IsRequired = true, Names = "partner-kind" },
        new("country", RegisterValue.Text, new("land", "country"), new("Landet, ISO 3166 med två bokstäver.", "The country, ISO 3166 with two letters.")) { IsRequired = true },
        new("place", RegisterValue.One, new("plats", "place"), new("Platsen i policyn.", "The place in the policy.")) { Names = "place" },
        new("codes", RegisterValue.Many, new("koder", "codes"), new("Koder som kodlista=kod@årgång, till exempel nuts3=DK041@2024.", "Codes as list=code@vintage, such as nuts3=DK041@2024.")),
        new("since", RegisterValue.When, new("sedan", "since"), new("Sedan när.", "Since when.")),
        new("work", RegisterValue.Text, new("samarbete", "cooperation"), new("Vad vi gör tillsammans.", "What we do together.")),
        new("body", RegisterValue.One, new("ansvarig", "responsible body"), new("Vem här som arbetar med partnern.", "Who here works with the partner.")) { Names = "body" },
        new("contact", RegisterValue.Text, new("kontaktroll", "contact role"), new("Den roll som man vänder sig till, aldrig en person.", "The role to turn to, never a person.")),
        new("last_contact", RegisterValue.Day, new("senaste kontakt", "last contact"), new("Senaste kontakt.", "The last contact.")),
        new("next_contact", RegisterValue.Day, new("nästa kontakt", "next contact"), new("Nästa avtalade kontakt.", "The next contact agreed.")),
        new("agreement_until", RegisterValue.When, new("avtal till", "agreement until"), new("När avtalet går ut.", "When the agreement ends.")),
        .. Everywhere,
    ]);

    /// <summary>Applications to funds, and what became of them.</summary>
    public static Register Applications { get; } = new("applications", new("ansökningar", "applications"),
    [
        new("id", RegisterValue.Text, new("id", "id"), new("En egen beteckning, kort och oföränderlig.", "A designation of its own, short and lasting.")) { IsRequired = true },
        new("title", RegisterValue.Text, new("ansökan", "application"), new("Vad som söks.", "What is applied for.")) { IsRequired = true },
        new("call_id", RegisterValue.Text, new("utlysning", "call"), new("Utlysningens beteckning.", "The call's designation.")),
        new("programme", RegisterValue.One, new("program", "programme"), new("Fonden eller programmet.", "The fund or programme.")) { IsRequired = true, Names = "fund" },
        new("role", RegisterValue.One, new("vår roll", "our role"), new("I vilken roll vi söker.", "In which role we apply.")) { IsRequired = true, Words = [new("lead", new("huvudsökande", "lead")), new("partner", new("partner", "partner")), new("associated", new("associerad", "associated"))] },
        new("partners", RegisterValue.Many, new("partner", "partners"), new("Vilka vi söker med.", "With whom we apply.")) { Names = "partners" },
        new("body", RegisterValue.One, new("ansvarig", "responsible body"), new("Ansvarig nämnd eller enhet.", "The responsible body.")) { Names = "body" },
        new("applied", RegisterValue.Amount, new("sökt belopp", "amount applied"), new("Vårt sökta belopp.", "Our amount applied for.")),
        new("granted", RegisterValue.Amount, new("beviljat belopp", "amount granted"), new("Vårt beviljade belopp.", "Our amount granted.")),
        new("own_cost", RegisterValue.Amount, new("egen kostnad", "own cost"), new("Vår medfinansiering.", "Our co-financing.")),
        new("currency", RegisterValue.One, new("valuta", "currency"), new("Beloppens valuta; EUR om inget står.", "The amounts' currency; EUR where nothing stands.")) { Words = [new("SEK", new("SEK", "SEK")), new("EUR", new("EUR", "EUR"))] },
        new("deadline", RegisterValue.Day, new("sista dag", "deadline"), new("Sista ansökningsdag.", "The deadline.")),
        new("submitted", RegisterValue.Day, new("inlämnad", "submitted"), new("När den lämnades in.", "When it was submitted.")),
        new("decided", RegisterValue.Day, new("besked", "decided"), new("När beskedet kom.", "When it was decided.")),
        new("outcome", RegisterValue.One, new("utfall", "outcome"), new("Vad det blev av den.", "What became of it.")) { IsRequired = true, Words = [new("planned", new("planerad", "planned")), new("submitted", new("inlämnad", "submitted")), new("granted", new("beviljad", "granted")), new("rejected", new("avslagen", "rejected")), new("withdrawn", new("återtagen", "withdrawn"))] },
        new("dnr", RegisterValue.Text, new("dnr", "registry number"), new("Diarienummer.", "The registry number.")),
        .. Everywhere,
    ]);

    /// <summary>What is done, by whom, for which purpose and with what result.</summary>
    public static Register Activities { get; } = new("activities", new("aktiviteter", "activities"),
    [
        new("id", RegisterValue.Text, new("id", "id"), new("En egen beteckning, kort och oföränderlig.", "A designation of its own, short and lasting.")) { IsRequired = true },
        new("title", RegisterValue.Text, new("aktivitet", "activity"), new("Vad som görs.", "What is done.")) { IsRequired = true },
        new("kind", RegisterValue.One, new("slag", "kind"), new("Slag av aktivitet enligt policyn.", "Kind of activity by the policy.")) { IsRequired = true, Names = "activity-kind" },
        new("need", RegisterValue.One, new("behov", "need"), new("Det behov som den svarar mot.", "The need that it serves.")) { Names = "needs" },
        new("focus_areas", RegisterValue.Many, new("fokusområden", "focus areas"), new("Fokusområden.", "Focus areas.")) { IsRequired = true, Names = "focus-area" },
        new("purposes", RegisterValue.Many, new("syften", "purposes"), new("Syften enligt policyn.", "Purposes by the policy.")) { IsRequired = true, Names = "purpose" },
        new("partners", RegisterValue.Many, new("partner", "partners"), new("Vilka det görs med.", "With whom it is done.")) { Names = "partners" },
        new("body", RegisterValue.One, new("ansvarig", "responsible body"), new("Ansvarig nämnd eller enhet.", "The responsible body.")) { IsRequired = true, Names = "body" },
        new("role", RegisterValue.Text, new("ansvarig roll", "responsible role"), new("Den roll som ansvarar, aldrig en person.", "The role that answers for it, never a person.")),
        new("contact", RegisterValue.Text, new("kontaktroll", "contact role"), new("Den roll som man vänder sig till, aldrig en person.", "The role to turn to, never a person.")),
        new("fund", RegisterValue.One, new("fond", "fund"), new("Fond eller program som betalar.", "The fund or programme that pays.")) { Names = "fund" },
        new("application", RegisterValue.One, new("ansökan", "application"), new("Ansökan som den bygger på.", "The application that it rests on.")) { Names = "applications" },
        new("budget", RegisterValue.Amount, new("budget", "budget"), new("Hela budgeten.", "The whole budget.")),
        new("own_cost", RegisterValue.Amount, new("egen kostnad", "own cost"), new("Vad kommunen själv betalar.", "What the municipality pays itself.")),
        new("currency", RegisterValue.One, new("valuta", "currency"), new("Beloppens valuta; SEK om inget står.", "The amounts' currency; SEK where nothing stands.")) { Words = [new("SEK", new("SEK", "SEK")), new("EUR", new("EUR", "EUR"))] },
        new("starts", RegisterValue.When, new("start", "starts"), new("När den börjar.", "When it starts.")) { IsRequired = true },
        new("ends", RegisterValue.When, new("slut", "ends"), new("När den slutar.", "When it ends.")),
        new("status", RegisterValue.One, new("status", "status"), new("Hur långt den har kommit.", "How far it has come.")) { IsRequired = true, Words = [new("planned", new("planerad", "planned")), new("ongoing", new("pågår", "ongoing")), new("ended", new("avslutad", "ended")), new("cancelled", new("inställd", "cancelled"))] },
        new("expected_result", RegisterValue.Text, new("väntat resultat", "expected result"), new("Vad den ska leda till.", "What it is to lead to.")),
        new("result", RegisterValue.Text, new("resultat", "result"), new("Vad den ledde till.", "What it led to.")),
        new("outcome", RegisterValue.One, new("utfall", "outcome"), new("Resultatet mot det väntade.", "The result against what was expected.")) { Words = [new("reached", new("uppnått", "reached")), new("partly", new("delvis uppnått", "partly reached")), new("missed", new("inte uppnått", "not reached"))] },
        new("followed_up", RegisterValue.Day, new("uppföljd", "followed up"), new("När den följdes upp.", "When it was followed up.")),
        new("dnr", RegisterValue.Text, new("dnr", "registry number"), new("Diarienummer.", "The registry number.")),
        new("paragraph", RegisterValue.Text, new("paragraf", "paragraph"), new("Beslutets paragraf.", "The decision's paragraph.")),
        new("decision", RegisterValue.One, new("beslut", "decision"), new("Beslutet i registret över beslut.", "The decision in the register of decisions.")) { Names = "decisions" },
        new("signals", RegisterValue.Many, new("signaler", "signals"), new("Signaler som den svarar på.", "Signals that it answers.")),
        .. Everywhere,
    ]);

    /// <summary>What contact persons saw outside, and why it matters.</summary>
    public static Register Observations { get; } = new("observations", new("iakttagelser", "observations"),
    [
        new("id", RegisterValue.Text, new("id", "id"), new("En egen beteckning, kort och oföränderlig.", "A designation of its own, short and lasting.")) { IsRequired = true },
        new("seen", RegisterValue.Day, new("dag", "day"), new("När det sågs.", "When it was seen.")) { IsRequired = true },
        new("what", RegisterValue.Text, new("vad", "what"), new("Vad som sågs.", "What was seen.")) { IsRequired = true },
        new("location", RegisterValue.Text, new("var", "where"), new("Var: ort, möte eller mässa.", "Where: place, meeting or fair.")),
        new("place", RegisterValue.One, new("plats", "place"), new("Platsen i policyn.", "The place in the policy.")) { Names = "place" },
        new("why", RegisterValue.Text, new("varför", "why"), new("Varför det rör oss.", "Why it concerns us.")) { IsRequired = true },
        new("focus_areas", RegisterValue.Many, new("fokusområden", "focus areas"), new("Fokusområden som det rör.", "Focus areas that it concerns.")) { Names = "focus-area" },
        new("role", RegisterValue.Text, new("avsändarens roll", "sender's role"), new("Vem som såg det, som roll, aldrig en person.", "Who saw it, as a role, never a person.")) { IsRequired = true },
        new("body", RegisterValue.One, new("nämnd", "body"), new("Nämnden eller enheten som rollen hör till.", "The body that the role belongs to.")) { Names = "body" },
        .. Everywhere,
    ]);

    /// <summary>What bodies decided, and who is to do it.</summary>
    public static Register Decisions { get; } = new("decisions", new("beslut", "decisions"),
    [
        new("id", RegisterValue.Text, new("id", "id"), new("En egen beteckning, kort och oföränderlig.", "A designation of its own, short and lasting.")) { IsRequired = true },
        new("title", RegisterValue.Text, new("beslut", "decision"), new("Vad som beslutades.", "What was decided.")) { IsRequired = true },
        new("body", RegisterValue.One, new("nämnd", "body"), new("Vem som beslutade.", "Who decided.")) { IsRequired = true, Names = "body" },
        new("decided", RegisterValue.Day, new("dag", "day"), new("När.", "When.")) { IsRequired = true },
        new("dnr", RegisterValue.Text, new("dnr", "registry number"), new("Diarienummer.", "The registry number.")),
        new("paragraph", RegisterValue.Text, new("paragraf", "paragraph"), new("Paragraf, till exempel § 173.", "The paragraph, such as § 173.")),
        new("responsible", RegisterValue.One, new("ansvarig", "responsible body"), new("Vem som ska utföra det.", "Who is to carry it out.")) { Names = "body" },
        new("role", RegisterValue.Text, new("ansvarig roll", "responsible role"), new("Den roll som ansvarar, aldrig en person.", "The role that answers for it, never a person.")),
        new("due", RegisterValue.Day, new("klart senast", "due"), new("När det ska vara gjort.", "By when it is to be done.")),
        new("activities", RegisterValue.Many, new("aktiviteter", "activities"), new("Aktiviteter som följer av beslutet.", "Activities that follow from it.")) { Names = "activities" },
        new("signals", RegisterValue.Many, new("signaler", "signals"), new("Signaler som det svarar på.", "Signals that it answers.")),
        .. Everywhere,
    ]);

    /// <summary>All of them, in the order in which they refer to each other.</summary>
    public static IReadOnlyList<Register> All { get; } = [Needs, Partners, Applications, Activities, Observations, Decisions];

    private static IReadOnlyList<RegisterColumn> Everywhere =>
    [
        new("source", RegisterValue.Text, new("källa", "source"), new("Sidan där uppgiften är offentlig.", "The page on which it is public.")),
        new("example", RegisterValue.YesNo, new("exempel", "example"), new("ja för en påhittad rad.", "yes for a row that is made up.")),
    ];
}
