using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp.Worded;

/// <summary>The follow-up in at most six sentences: done, by nobody, money, results, open ends, not measured.</summary>
internal sealed class FollowUpLead(FollowUpReport report, Policy policy, FollowUpWords words)
{
    // Longer lists stand in the tables below; by name only as many as a reader keeps in mind.
    private const int MostNames = 2;

    private bool IsMeasured => report.Cover(Register.Activities).IsMeasured;

    public SectionList List() => new([.. Sentences().OfType<string>().Select(sentence => new SectionCell(sentence))])
    {
        Evidence =
        [
            .. report.Activities.Select(activity => activity.Evidence),
            .. report.Overdue.Select(activity => activity.Evidence),
            .. report.Partners.Select(partner => partner.Evidence),
            .. report.Money.Currencies.SelectMany(money => money.Granted.Evidence.Concat(money.OwnCost.Evidence)),
        ],
    };

    public IReadOnlyList<string?> Sentences() => [Done(), Gaps(), Money(), Results(), OpenEnds(), NotMeasured()];

    private string Done()
    {
        if (!IsMeasured)
        {
            return words.Say("Vad som görs är inte mätt: ", "What is done is not measured: ")
                + words.Nothing(report.Cover(Register.Activities), "inga aktiviteter är registrerade", "no activities are registered") + ".";
        }

        var (period, number) = (words.Period(report.Question), report.Activities.Count);
        var done = (number, report.IsWhole) switch
        {
            (0, true) => words.Say($"Ingen registrerad aktivitet pågår under perioden {period}.", $"No registered activity runs in the period {period}."),
            (0, false) => words.Say(
                $"Ingen registrerad aktivitet hos nämnden eller i dess fokusområden pågår under perioden {period}.",
                $"No registered activity of the committee or in its focus areas runs in the period {period}."),
            (_, true) => words.Say($"{words.Activities(number)} pågår under perioden {period}.", $"{words.Activities(number)} {(number == 1 ? "runs" : "run")} in the period {period}."),
            _ => words.Say(
                $"{words.Activities(number)} hos nämnden eller i dess fokusområden pågår under perioden {period}.",
                $"{words.Activities(number)} of the committee or in its focus areas {(number == 1 ? "runs" : "run")} in the period {period}."),
        };
        return done + Cancelled() + Examples();
    }

    private string Cancelled() => report.Cancelled == 0 ? ""
        : " " + words.Say(
            $"{words.Counted(report.Cancelled, ("är inställd och räknas", "är inställda och räknas"), ("", ""))} inte.",
            $"{words.Counted(report.Cancelled, ("", ""), ("was cancelled and does", "were cancelled and do"))} not count.");

    private string Examples()
    {
        var cover = report.Cover(Register.Activities);
        if (cover.OnlyExamples)
        {
            return " " + words.Say(
                "Registret har bara exempel: de visar formen och säger inget om vad kommunen gör.", "The register has only examples: they show the form and say nothing of what the municipality does.");
        }

        return cover.ExamplesLeftOut == 0 ? "" : " " + words.Say(
            $"{words.Counted(cover.ExamplesLeftOut, ("exempel", "exempel"), ("", ""))} i registret räknas inte.",
            $"{words.Counted(cover.ExamplesLeftOut, ("", ""), ("example", "examples"))} in the register {(cover.ExamplesLeftOut == 1 ? "does" : "do")} not count.");
    }

    private string? Gaps()
    {
        if (!IsMeasured)
        {
            return null;
        }

        string[] without =
        [
            .. Without(
                report.FocusAreas, count => FollowUpWords.Small(words.Area(count.Id)), report.FocusAreas.Count,
                ("fokusområdet", "fokusområdena", "fokusområden"), ("the focus area", "the focus areas", "focus areas")),
            .. Without(report.Purposes, count => words.Say($"”{words.In(count.Name)}”", $"“{words.In(count.Name)}”"), MostNames, ("syftet", "syftena", "syften"), ("the purpose", "the purposes", "purposes")),
            .. Without(report.Kinds, count => words.In(count.Name), MostNames, ("slaget", "slagen", "slag av aktiviteter"), ("the kind", "the kinds", "kinds of activities")),
        ];
        return without.Length == 0
            ? words.Say("Varje fokusområde, syfte och slag av aktivitet i policyn har minst en aktivitet.", "Every focus area, purpose and kind of activity of the policy has at least one activity.")
            : words.Say($"Utan aktivitet är {words.Join(without)}.", $"Without any activity are {words.Join(without)}.");
    }

    /// <summary>What has no activity, by name, or where there is too much of it by number.</summary>
    private IEnumerable<string> Without(
        IReadOnlyList<FollowUpCount> counts, Func<FollowUpCount, string> name, int mostNames, (string One, string Some, string Many) swedish, (string One, string Some, string Many) english)
    {
        var none = counts.Where(count => count.Activities == 0).ToList();
        if (none.Count == 0)
        {
            yield break;
        }

        yield return none.Count == counts.Count && counts.Count > 1 ? words.Say($"alla {words.Number(counts.Count)} {swedish.Many}", $"all {words.Number(counts.Count)} {english.Many}")
            : none.Count > mostNames ? words.Say($"{words.Number(none.Count)} av {words.Number(counts.Count)} {swedish.Many}", $"{words.Number(none.Count)} of {words.Number(counts.Count)} {english.Many}")
            : $"{words.Say(none.Count == 1 ? swedish.One : swedish.Some, none.Count == 1 ? english.One : english.Some)} {words.Join([.. none.Select(name)])}";
    }

    private string? Money()
    {
        if (!IsMeasured && !report.Cover(Register.Applications).IsMeasured)
        {
            return null;
        }

        var granted = report.Money.Currencies.Where(money => money.Granted.Sum is not null).Select(money => words.Money(money.Granted.Sum!.Value, money.Currency)).ToList();
        var paid = report.Money.Currencies.Where(money => money.OwnCost.Sum is not null).Select(money => words.Money(money.OwnCost.Sum!.Value, money.Currency)).ToList();
        var income = granted.Count > 0 ? words.Say($"Bidrag till periodens arbete: {words.Join(granted)}", $"Grants for the period's work: {words.Join(granted)}")
            : report.Cover(Register.Applications).IsMeasured && report.Money.GrantedWithoutAmount + report.Money.Undated == 0
                ? words.Say("Inget bidrag är beviljat till periodens arbete", "No grant has been awarded for the period's work")
            : words.Say("Bidrag till periodens arbete är inte mätta", "Grants for the period's work are not measured");
        return $"{income}; " + (paid.Count > 0
            ? words.Say($"kommunens egen kostnad är {words.Join(paid)}", $"the municipality's own cost is {words.Join(paid)}") + Untold()
            : words.Say("kommunens egen kostnad är inte mätt", "the municipality's own cost is not measured")) + "." + Beside();
    }

    /// <summary>What the data on Interreg say, beside the neighbours.</summary>
    private string Beside()
    {
        if (report.Money.Neighbours.FirstOrDefault(money => money.IsHome) is not { PerInhabitant: { } ours })
        {
            return "";
        }

        var others = report.Money.Neighbours.Count(money => !money.IsHome);
        var more = report.Money.Neighbours.Count(money => money.PerInhabitant > ours);
        return " " + words.Say(
            $"I uppgifterna om Interreg har kommunen {words.Money(ours, "EUR", 1)} i EU-medel per invånare; {(more == 0 ? "ingen" : words.Number(more))} av {words.Number(others)} grannkommuner har mer.",
            $"In the data on Interreg the municipality has {words.Money(ours, "EUR", 1)} of EU money per inhabitant; {(more == 0 ? "none" : words.Number(more))} of {words.Number(others)} neighbours {(more == 1 ? "has" : "have")} more.");
    }

    private string Untold() => report.Money.ActivitiesWithoutCost == 0 ? ""
        : " " + words.Say($"({words.Activities(report.Money.ActivitiesWithoutCost)} anger ingen)", $"({words.Activities(report.Money.ActivitiesWithoutCost)} {(report.Money.ActivitiesWithoutCost == 1 ? "names" : "name")} none)");

    private string? Results()
    {
        if (report.Results is not { } results || report.Activities.Count == 0)
        {
            return null;
        }

        if (results.Due == 0)
        {
            return words.Say("Ingen av periodens aktiviteter är avslutad, så inget av deras resultat kan bedömas än.", "None of the period's activities has ended, so none of their results can be judged yet.");
        }

        (int Number, (string, string) Swedish, (string, string) English)[] parts =
        [
            (results.Reached, ("uppnått", "uppnådda"), ("reached", "reached")),
            (results.Partly, ("delvis uppnått", "delvis uppnådda"), ("partly reached", "partly reached")),
            (results.Missed, ("inte uppnått", "inte uppnådda"), ("not reached", "not reached")),
            (results.NotSaid, ("inte angivet", "inte angivna"), ("not told", "not told")),
        ];
        var told = words.Join([.. parts.Where(part => part.Number > 0).Select(part => words.Counted(part.Number, part.Swedish, part.English))]);
        return words.Say(
            $"Resultat mot det väntade för {words.Activities(results.Due)} som är {(results.Due == 1 ? "klar eller redan bedömd" : "klara eller redan bedömda")}: {told}.",
            $"Results against expectation for {words.Activities(results.Due)} that {(results.Due == 1 ? "has" : "have")} ended or {(results.Due == 1 ? "was" : "were")} judged already: {told}.");
    }

    private string? OpenEnds()
    {
        var parts = new List<string>();
        if (IsMeasured)
        {
            parts.Add(report.Overdue.Count == 0
                ? words.Say("ingen aktivitet har passerat sitt slut utan resultat", "no activity is past its end without a result")
                : words.Say(
                    $"{words.Activities(report.Overdue.Count)} har passerat sitt slut utan resultat",
                    $"{words.Activities(report.Overdue.Count)} {(report.Overdue.Count == 1 ? "is past its end" : "are past their end")} without a result") + Earlier());
        }

        var (dormant, unknown) = (report.Dormant.Count(), report.Partners.Count(partner => partner.IsDormant is null));
        if (report.Partners.Count > unknown)
        {
            var months = words.Months(policy.FollowUp.DormantMonths);
            parts.Add(dormant == 0
                ? words.Say($"ingen partner har varit utan kontakt i {months}", $"no partner has been without contact for {months}")
                : words.Say($"{words.Partners(dormant)} har varit utan kontakt i mer än {months}", $"{words.Partners(dormant)} {(dormant == 1 ? "has" : "have")} been without contact for more than {months}"));
        }

        if (unknown > 0)
        {
            parts.Add(unknown == report.Partners.Count && unknown > 1
                ? words.Say($"för ingen av {words.Partners(unknown)} är den senaste kontakten registrerad, så den är inte mätt", $"for none of {words.Partners(unknown)} is the last contact written down, so it is not measured")
                : words.Say($"för {words.Partners(unknown)} är senaste kontakt inte mätt", $"for {words.Partners(unknown)} the last contact is not measured"));
        }

        return parts.Count == 0 ? null : FollowUpWords.Capital(string.Join("; ", parts)) + ".";
    }

    /// <summary>How many of them had ended already when the period began.</summary>
    private string Earlier()
    {
        var running = report.Activities.Select(activity => activity.Id).ToHashSet(StringComparer.Ordinal);
        var earlier = report.Overdue.Count(activity => !running.Contains(activity.Id));
        return earlier == 0 ? ""
            : earlier == report.Overdue.Count ? earlier == 1 ? words.Say(", före perioden", ", before the period") : words.Say(", alla före perioden", ", all of them before the period")
            : words.Say($", {words.Number(earlier)} av dem före perioden", $", {words.Number(earlier)} of them before the period");
    }

    private string NotMeasured()
    {
        var (empty, play) = (Names(cover => !cover.IsMeasured && cover.ExamplesLeftOut == 0), Names(cover => !cover.IsMeasured && cover.ExamplesLeftOut > 0));
        string[] parts =
        [
            .. empty.Count > 0 ? [words.Say($"{words.Join(empty)} (inget är registrerat)", $"{words.Join(empty)} (nothing is registered)")] : Array.Empty<string>(),
            .. play.Count > 0 ? [words.Say($"{words.Join(play)} (bara exempel, som inte räknas)", $"{words.Join(play)} (only examples, which do not count)")] : Array.Empty<string>(),
        ];
        return parts.Length == 0
            ? words.Say("Alla register har uppgifter; vad som saknas i enskilda rader står i tabellerna.", "All registers have rows; what single rows leave out stands in the tables.")
            : words.Say($"Inte mätt: {words.Join(parts)}.", $"Not measured: {words.Join(parts)}.");

        List<string> Names(Func<RegisterCover, bool> fits) =>
            [.. report.Registers.Where(fits).Select(cover => words.Register(Register.All.Single(register => register.Id == cover.Register)))];
    }
}
