using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp.Worded;

/// <summary>Money in and own cost, efficiency with its formulas, and neighbours.</summary>
internal sealed class MoneyTables(FollowUpReport report, FollowUpWords words)
{
    private FollowUpMoney Money => report.Money;

    public IEnumerable<SectionPart> Parts()
    {
        yield return new SectionHeading(words.Say("Pengar", "Money"));
        yield return new SectionText(string.Join(" ", Sentences()));
        if (Money.Currencies.Count > 0)
        {
            yield return Table();
        }

        if (Money.Neighbours.Count > 0)
        {
            yield return Beside();
        }
    }

    private IEnumerable<string> Sentences()
    {
        if (report.Cover(Register.Applications) is { IsMeasured: true } applications)
        {
            (int Number, string Swedish, string English)[] parts =
            [
                (Money.Submitted ?? 0, "inlämnade", "handed in"), (Money.Granted ?? 0, "beviljade", "granted"), (Money.Rejected ?? 0, "avslagna", "turned down"),
            ];
            var told = words.Join([.. parts.Where(part => part.Number > 0).Select(part => $"{words.Number(part.Number)} {words.Say(part.Swedish, part.English)}")]);
            yield return told.Length == 0 && Money.WithoutDays > 0
                ? words.Say(
                    $"Hur många ansökningar som är inlämnade, beviljade eller avslagna under perioden är inte mätt: {words.Applications(Money.WithoutDays)} saknar datum.",
                    $"How many applications were handed in, granted or turned down in the period is not measured: {words.Applications(Money.WithoutDays)} {(Money.WithoutDays == 1 ? "lacks its" : "lack their")} days.")
                : told.Length == 0
                ? words.Say("Ingen ansökan är inlämnad, beviljad eller avslagen under perioden.", "No application was handed in, granted or turned down in the period.")
                : words.Say($"Ansökningar under perioden: {told}.", $"Applications in the period: {told}.");
            if (told.Length > 0 && Money.WithoutDays > 0)
            {
                yield return words.Say(
                    $"{words.Applications(Money.WithoutDays)} saknar datum för inlämning eller besked och räknas bara där datumet finns.",
                    $"{words.Applications(Money.WithoutDays)} {(Money.WithoutDays == 1 ? "lacks" : "lack")} the day of handing in or of the answer and {(Money.WithoutDays == 1 ? "counts" : "count")} only where the day is there.");
            }

            if (Money.GrantedWithoutAmount > 0)
            {
                yield return words.Say(
                    $"{words.Counted(Money.GrantedWithoutAmount, ("beviljad ansökan", "beviljade ansökningar"), ("", ""))} bakom periodens arbete anger inget belopp.",
                    $"{words.Counted(Money.GrantedWithoutAmount, ("", ""), ("granted application", "granted applications"))} behind the period's work {(Money.GrantedWithoutAmount == 1 ? "names" : "name")} no amount.");
            }

            if (Money.Waiting > 0)
            {
                yield return words.Say($"{words.Applications(Money.Waiting.Value)} väntar på besked.", $"{words.Applications(Money.Waiting.Value)} {(Money.Waiting == 1 ? "awaits its" : "await their")} answer.");
            }

            if (Money.Undated > 0)
            {
                yield return words.Say(
                    $"{words.Counted(Money.Undated, ("beviljad ansökan", "beviljade ansökningar"), ("", ""))} utan datum för beskedet är inte med i någon summa.",
                    $"{words.Counted(Money.Undated, ("", ""), ("granted application", "granted applications"))} without the day of the answer {(Money.Undated == 1 ? "is" : "are")} in no sum.");
            }

            if (applications.OnlyExamples)
            {
                yield return words.Say("Ansökningarna är bara exempel.", "The applications are only examples.");
            }
            else if (applications.ExamplesLeftOut > 0)
            {
                yield return words.Say(
                    $"{words.Counted(applications.ExamplesLeftOut, ("exempel", "exempel"), ("", ""))} räknas inte.",
                    $"{words.Counted(applications.ExamplesLeftOut, ("", ""), ("example does", "examples do"))} not count.");
            }
        }
        else
        {
            yield return words.Say("Bidrag är inte mätta: ", "Grants are not measured: ")
                + words.Nothing(report.Cover(Register.Applications), "inga ansökningar är registrerade", "no applications are registered") + ".";
        }

        yield return Money.Currencies.Count == 0
            ? words.Say("Inget belopp är registrerat för perioden, så pengarna är inte mätta.", "No amount is registered for the period, so money is not measured.")
            : words.Say("Kronor och euro läggs aldrig ihop; beloppen är hela bidrag och kostnader, inte årets del.", "Kronor and euros are never added together; the amounts are whole grants and costs, not the year's share.");
    }

    private SectionTable Table() => new(
        words.Say("Pengar och hur väl de räcker", "Money and what it yields"),
        [
            new(words.Say("Mått", "Measure")), .. Money.Currencies.Select(money => new SectionColumn(words.Currency(money.Currency), IsNumber: true)),
            new(words.Say("Så är det räknat", "How it is counted")),
        ],
        [
            Sums(words.Say("Sökt under perioden", "Applied for in the period"), money => money.Applied, words.Applications),
            Sums(words.Say("Beviljat till periodens arbete", "Granted for the period's work"), money => money.Granted, words.Applications),
            Sums(words.Say("därav beslutat under perioden", "of which decided in the period"), money => money.GrantedInPeriod, words.Applications),
            Sums(words.Say("Kommunens egen kostnad för aktiviteterna", "The municipality's own cost of the activities"), money => money.OwnCost, words.Activities),
            Ratios(
                words.Say("Beviljat per krona eller euro av egen medfinansiering", "Granted per krona or euro of own co-financing"), money => money.GrantedPerOwnCost, words.Applications,
                words.Say("beviljat ÷ egen medfinansiering i samma ansökningar, i samma valuta", "granted ÷ own co-financing of the same applications, in the same currency"), 2),
            Ratios(
                words.Say("Egen kostnad per aktivitet", "Own cost per activity"), money => money.CostPerActivity, words.Activities,
                words.Say("egen kostnad ÷ aktiviteter som anger den", "own cost ÷ activities that name it"), 0),
            Ratios(
                words.Say("Beviljat per invånare", "Granted per inhabitant"), money => money.GrantedPerInhabitant, words.Applications,
                Money.Inhabitants is { } people
                    ? words.Say($"beviljat ÷ {words.Number(people.Number)} invånare {people.Year}", $"granted ÷ {words.Number(people.Number)} inhabitants of {people.Year}")
                    : words.Say("invånare är inte mätta", "inhabitants are not measured"), 2),
        ])
    {
        Evidence =
        [
            .. Money.Currencies.SelectMany(money => money.Applied.Evidence.Concat(money.Granted.Evidence).Concat(money.OwnCost.Evidence)),
            .. Money.Currencies.SelectMany(money => new[] { money.GrantedPerOwnCost?.Evidence, money.CostPerActivity?.Evidence, money.GrantedPerInhabitant?.Evidence }.OfType<Evidence>()),
            .. Money.Inhabitants is { } inhabitants ? new[] { inhabitants.Evidence } : [],
        ],
    };

    private IReadOnlyList<SectionCell> Sums(string name, Func<CurrencyMoney, MoneySum> sum, Func<int, string> rows) =>
    [
        new(name),
        .. Money.Currencies.Select(money => new SectionCell(sum(money).Sum is { } value ? words.Number(value) : Money.Currencies.Any(other => sum(other).Rows > 0) ? "–" : words.NotMeasured)),
        new(string.Join("; ", Money.Currencies.Where(money => sum(money).Rows > 0).Select(money => $"{words.Currency(money.Currency).ToLowerInvariant()}: {rows(sum(money).Rows)}"))),
    ];

    private IReadOnlyList<SectionCell> Ratios(string name, Func<CurrencyMoney, MoneyRatio?> ratio, Func<int, string> rows, string formula, int decimals) =>
    [
        new(name),
        .. Money.Currencies.Select(money => new SectionCell(ratio(money) is { } known ? words.Number(known.Value, decimals) : Money.Currencies.Any(other => ratio(other) is not null) ? "–" : words.NotMeasured)),
        new(string.Join("; ", Money.Currencies.Where(money => ratio(money) is not null)
            .Select(money => $"{words.Currency(money.Currency).ToLowerInvariant()}: {rows(ratio(money)!.Rows)}").Prepend(formula))),
    ];

    private SectionTable Beside()
    {
        var (known, silent) = (Money.Neighbours.Where(money => money.PerInhabitant is not null || money.IsHome).ToList(), Money.Neighbours.Where(money => money.PerInhabitant is null && !money.IsHome).ToList());
        var years = known.Select(money => money.Year).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new SectionTable(
            words.Say(
                $"EU-medel till Interregprojekt där kommunen själv är partner, per invånare (invånare {words.Join(years)}). En annan räkning än registrets: den gäller alla år i uppgifterna om Interreg.",
                $"EU money for Interreg projects with the municipality itself as partner, per inhabitant (inhabitants {words.Join(years)}). Counted otherwise than the register: it covers all years of the data on Interreg.")
            + (silent.Count == 0 ? "" : " " + words.Say($"Utan belopp i uppgifterna: {words.Join([.. silent.Select(money => words.In(money.Name))])}.", $"Without an amount in the data: {words.Join([.. silent.Select(money => words.In(money.Name))])}.")),
            [new(words.Say("Kommun", "Municipality")), new(words.Say("Projekt", "Projects"), IsNumber: true), new(words.Say("Euro per invånare", "Euros per inhabitant"), IsNumber: true)],
            [
                .. known.Select(money => (IReadOnlyList<SectionCell>)
                [
                    new(words.In(money.Name)), new(money.Projects == 0 ? words.Say("inget i uppgifterna", "nothing in the data") : words.Number(money.Projects)),
                    new(money.PerInhabitant is { } value ? words.Number(value, 1) : words.NotMeasured),
                ]),
            ])
        {
            Evidence = [.. known.SelectMany(money => money.Evidence)],
        };
    }
}
