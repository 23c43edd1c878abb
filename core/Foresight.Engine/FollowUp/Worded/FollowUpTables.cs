using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp.Worded;

/// <summary>What is done, against what the policy names: activities, counts, needs, results, open ends.</summary>
internal sealed class FollowUpTables(FollowUpReport report, Policy policy, FollowUpWords words)
{
    // A reader of a page looks no further; the register and --json have all.
    private const int MostRows = 30;
    private const int MostTitles = 3;
    private const int MostNames = 8;

    private bool IsMeasured => report.Cover(Register.Activities).IsMeasured;

    public IEnumerable<SectionPart> Done()
    {
        if (report.Activities.Count == 0)
        {
            yield break;
        }

        yield return new SectionHeading(words.Say("Vad som görs, av vem, varför och med vilket resultat", "What is done, by whom, why and with what result"));
        yield return new SectionTable(
            words.Say($"Aktiviteter {words.Period(report.Question)}. Syftenas nummer förklaras i nästa tabell.", $"Activities {words.Period(report.Question)}. The next table explains the purposes' numbers."),
            [
                new(words.Say("Aktivitet", "Activity")), new(words.Say("Ansvarig", "Responsible")), new(words.Say("Fokusområde", "Focus area")), new(words.Say("Syfte", "Purpose")),
                new(words.Say("Tid", "Time")), new(words.Say("Resultat", "Result")),
            ],
            [.. report.Activities.Take(MostRows).Select(Row)])
        {
            Evidence = [.. report.Activities.Select(activity => activity.Evidence)],
        };
        if (report.Activities.Count > MostRows)
        {
            yield return new SectionText(words.Say(
                $"{words.Activities(report.Activities.Count - MostRows)} till finns i registret.", $"{words.Activities(report.Activities.Count - MostRows)} more are in the register."));
        }
    }

    public IEnumerable<SectionPart> Counts()
    {
        if (!IsMeasured)
        {
            yield break;
        }

        yield return new SectionHeading(words.Say("Mot policyns syften, fokusområden och slag", "Against the policy's purposes, focus areas and kinds"));
        yield return new SectionText(words.Say(
            $"En aktivitet med flera syften eller fokusområden räknas i vart och ett; sammanlagt är det {words.Activities(report.Activities.Count)}, var och en räknad en gång.",
            $"An activity with several purposes or focus areas counts in each; altogether there {(report.Activities.Count == 1 ? "is" : "are")} {words.Activities(report.Activities.Count)}, each counted once."));
        yield return Counted(words.Say("Syfte", "Purpose"), words.Say("Aktiviteter per syfte", "Activities per purpose"), report.Purposes, numbered: true, (activity, id) => activity.Purposes.Contains(id));
        yield return Counted(
            words.Say("Fokusområde", "Focus area"), words.Say("Aktiviteter per fokusområde", "Activities per focus area"), report.FocusAreas, numbered: false, (activity, id) => activity.FocusAreas.Contains(id));
        yield return Counted(words.Say("Slag", "Kind"), words.Say("Aktiviteter per slag", "Activities per kind"), report.Kinds, numbered: false, (activity, id) => activity.Kind == id);
        var idle = report.Bodies.Where(count => count.Activities == 0 && policy.Bodies.Any(body => body.Id == count.Id && body is { Kind: "committee", Responsibilities.Count: 0 })).ToList();
        if (report.IsWhole && idle.Count > 0)
        {
            yield return new SectionText(words.Say("Nämnder utan egen aktivitet under perioden: ", "Committees without an activity of their own in the period: ")
                + words.Join([.. idle.Select(count => words.In(count.Name))]) + ".");
        }
    }

    public IEnumerable<SectionPart> Needs()
    {
        yield return new SectionHeading(words.Say("Verksamheternas behov", "The services' needs"));
        if (report.Needs.Count == 0)
        {
            yield return new SectionText((report.Cover(Register.Needs).IsMeasured
                ? words.Say("Inget registrerat behov gäller under perioden.", "No registered need holds in the period.")
                : words.Say("Vilka behov som tillgodoses är inte mätt: ", "Which needs are served is not measured: ") + words.Nothing(report.Cover(Register.Needs), "inga behov är registrerade", "no needs are registered") + ".") + WithoutNeed());
            yield break;
        }

        yield return new SectionText(Served() + WithoutNeed());
        yield return new SectionTable(
            words.Say("Behov och aktiviteter som svarar mot dem", "Needs and the activities that serve them"),
            [new(words.Say("Behov", "Need")), new(words.Say("Vems", "Whose")), new(words.Say("Aktiviteter", "Activities"))],
            [
                .. report.Needs.Take(MostRows).Select(need => (IReadOnlyList<SectionCell>)
                [
                    new(words.Title(need.Title, need.IsExample)), new(words.Body(need.Body)),
                    new(need.Activities is not { } served ? words.NotMeasured : served.Count == 0 ? words.Say("ingen", "none") : Titles(report.Activities.Where(activity => served.Contains(activity.Id)))),
                ]),
            ])
        {
            Evidence = [.. report.Needs.Select(need => need.Evidence)],
        };
    }

    public IEnumerable<SectionPart> OpenEnds()
    {
        if (report.Overdue.Count > 0)
        {
            yield return new SectionHeading(words.Say("Avslutat utan resultat", "Ended without a result"));
            yield return new SectionList(
            [
                .. report.Overdue.Take(MostRows).Select(activity => new SectionCell(
                    $"{words.Title(activity.Title, activity.IsExample)}, {words.Body(activity.Body)}: " + (activity.Ends is { } end
                        ? words.Say($"slutade {words.When(end)}", $"ended {words.When(end)}") : words.Say("avslutad, utan slutdag", "ended, without an end day")))),
            ])
            {
                Evidence = [.. report.Overdue.Select(activity => activity.Evidence)],
            };
        }

        if (report.Partners.Count == 0)
        {
            yield break;
        }

        var dormant = report.Dormant.ToList();
        yield return new SectionHeading(words.Say("Partner utan kontakt", "Partners without contact"));
        yield return new SectionList(
        [
            .. dormant.Take(MostRows).Select(partner => new SectionCell(
                $"{words.Title(partner.Organisation, partner.IsExample)}: " + words.Say($"senaste kontakt {words.Day(partner.LastContact!.Value)}", $"last contact {words.Day(partner.LastContact!.Value)}")
                + (partner.NextContact is { } next ? words.Say($", nästa avtalad {words.Day(next)}", $", next agreed for {words.Day(next)}") : "") + ".")),
            .. Unknown(),
            .. dormant.Count == 0 && report.Partners.All(partner => partner.IsDormant is not null)
                ? new[] { new SectionCell(words.Say($"Ingen har varit utan kontakt i {words.Months(policy.FollowUp.DormantMonths)}.", $"None has been without contact for {words.Months(policy.FollowUp.DormantMonths)}.")) } : [],
        ])
        {
            Evidence = [.. report.Partners.Select(partner => partner.Evidence)],
        };
    }

    private string Served()
    {
        var (all, unserved) = (Needs(report.Needs.Count), report.Needs.Count(need => need.Activities is { Count: 0 }));
        return !IsMeasured ? words.Say("Om behoven tillgodoses är inte mätt: inga aktiviteter är registrerade.", "Whether the needs are served is not measured: no activities are registered.")
            : unserved == 0 ? words.Say($"{all}, och minst en aktivitet svarar mot vart och ett.", $"{all}, each served by at least one activity.")
            : words.Say($"{all}; mot {words.Number(unserved)} av dem svarar ingen aktivitet.", $"{all}; {words.Number(unserved)} of them {(unserved == 1 ? "has" : "have")} no activity.");
    }

    private IEnumerable<SectionCell> Unknown()
    {
        var unknown = report.Partners.Where(partner => partner.IsDormant is null).Select(partner => words.Title(partner.Organisation, partner.IsExample)).ToList();
        if (unknown.Count > 0)
        {
            yield return new SectionCell(words.Say("Senaste kontakt inte mätt: ", "Last contact not measured: ")
                + words.Join(unknown.Count <= MostNames ? unknown : [.. unknown.Take(MostNames), words.Say($"{words.Number(unknown.Count - MostNames)} till", $"{words.Number(unknown.Count - MostNames)} more")]) + ".");
        }
    }

    private IReadOnlyList<SectionCell> Row(FollowUpActivity activity) =>
    [
        new(words.Title(activity.Title, activity.IsExample) + With(activity)) { Link = activity.Link },
        new(words.Body(activity.Body)),
        new(string.Join(", ", activity.FocusAreas.Select(words.Area))),
        new(string.Join(", ", activity.Purposes.Select(id => policy.Purposes.Index().Where(pair => pair.Item.Id == id).Select(pair => words.Number(pair.Index + 1)).FirstOrDefault(id)))),
        new($"{words.When(activity.Starts)}–{(activity.Ends is { } end ? words.When(end) : "")}"),
        new(Result(activity)),
    ];

    /// <summary>With whom, but for partners that the title names.</summary>
    private string With(FollowUpActivity activity)
    {
        var others = activity.Partners.Where(partner => !activity.Title.Contains(partner, StringComparison.OrdinalIgnoreCase)).ToList();
        return others.Count > 0 ? words.Say(", med ", ", with ") + words.Join(others) : "";
    }

    private string Result(FollowUpActivity activity)
    {
        var outcome = activity.Outcome is { } word ? words.In(Register.Activities.Columns.Single(column => column.Name == "outcome").Words.Single(known => known.Id == word).Label) : null;
        return (outcome, activity.Result) switch
        {
            ({ } judged, { } told) => FollowUpWords.Capital($"{judged}: {told}"),
            ({ } judged, null) => FollowUpWords.Capital(judged),
            (null, { } told) => told + words.Say(" (inte bedömt mot det väntade)", " (not judged against expectation)"),
            _ when activity.IsOver => words.Say("Inget resultat är skrivet", "No result is written down"),
            _ => activity.ExpectedResult is { } expected ? words.Say($"Väntat: {expected}", $"Expected: {expected}") : words.Say("Inget väntat resultat är skrivet", "No expected result is written down"),
        };
    }

    private SectionTable Counted(string name, string caption, IReadOnlyList<FollowUpCount> counts, bool numbered, Func<FollowUpActivity, string, bool> fits) => new(
        caption,
        [new(name), new(words.Say("Antal", "Number"), IsNumber: true), new(words.Say("Aktiviteter", "Activities"))],
        [
            .. counts.Index().Select(pair => (IReadOnlyList<SectionCell>)
            [
                new(numbered ? $"{words.Number(pair.Index + 1)}. {FollowUpWords.Capital(words.In(pair.Item.Name))}" : FollowUpWords.Capital(words.In(pair.Item.Name))),
                new(pair.Item.Activities is { } number ? words.Number(number) : words.NotMeasured),
                new(pair.Item.Activities == 0 ? words.Say("ingen", "none") : Titles(report.Activities.Where(activity => fits(activity, pair.Item.Id)))),
            ]),
        ])
    {
        Evidence = [.. report.Activities.Select(activity => activity.Evidence)],
    };

    private string Titles(IEnumerable<FollowUpActivity> activities)
    {
        var titles = activities.Select(activity => words.Title(activity.Title, activity.IsExample)).ToList();
        return titles.Count <= MostTitles ? string.Join("; ", titles)
            : string.Join("; ", titles.Take(MostTitles)) + words.Say($" och {words.Number(titles.Count - MostTitles)} till", $" and {words.Number(titles.Count - MostTitles)} more");
    }

    private string Needs(int number) => words.Counted(number, ("behov", "behov"), ("need", "needs"));

    private string WithoutNeed() => report.WithoutNeed is not > 0 ? ""
        : " " + words.Say(
            $"{words.Activities(report.WithoutNeed.Value)} anger inget behov.",
            $"{words.Activities(report.WithoutNeed.Value)} {(report.WithoutNeed == 1 ? "names" : "name")} no need.");
}
