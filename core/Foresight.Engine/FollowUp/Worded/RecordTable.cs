using Foresight.Engine.Briefs.Sections;

namespace Foresight.Engine.FollowUp.Worded;

/// <summary>What each body was to do by the policy, and beside it what is on record: whether the duty was fulfilled is for people to judge.</summary>
internal sealed class RecordTable(FollowUpReport report, FollowUpWords words)
{
    public IEnumerable<SectionPart> Parts()
    {
        if (report.Records.Count == 0)
        {
            yield break;
        }

        yield return new SectionHeading(words.Say("Vem som ska göra vad, och vad som finns noterat", "Who is to do what, and what is on record"));
        yield return new SectionText(words.Say(
            "Om en uppgift är utförd kan ett program inte avgöra. Här står policyns uppgifter bredvid det som är noterat under perioden.",
            "Whether a duty was fulfilled no program can tell. Here the policy's duties stand beside what is on record in the period."));
        yield return new SectionTable(
            words.Say("Uppgifter enligt policyn och noterat underlag", "Duties by the policy, and the record"),
            [new(words.Say("Ansvarig", "Responsible")), new(words.Say("Ska enligt policyn", "Is to, by the policy")), new(words.Say("Noterat under perioden", "On record in the period"))],
            [
                .. report.Records.Select(record => (IReadOnlyList<SectionCell>)
                [
                    new(words.Body(record.Body)),
                    new(record.Duties.Count == 0
                        ? words.Say("policyn nämner inget särskilt", "the policy names nothing in particular")
                        : FollowUpWords.Capital(string.Join("; ", record.Duties.Select(words.In)))),
                    new(OnRecord(record)),
                ]),
            ])
        {
            Evidence = [.. report.Records.SelectMany(record => record.Evidence)],
        };
    }

    private string OnRecord(BodyRecord record)
    {
        (int? Number, (string, string) Swedish, (string, string) English)[] all =
        [
            (record.Activities, ("aktivitet", "aktiviteter"), ("activity", "activities")),
            (record.FollowedUp, ("uppföljning", "uppföljningar"), ("follow-up", "follow-ups")),
            (record.Decisions, ("eget beslut", "egna beslut"), ("decision of its own", "decisions of its own")),
            (record.ToCarryOut, ("beslut att utföra", "beslut att utföra"), ("decision to carry out", "decisions to carry out")),
            (record.Applications, ("ansökan", "ansökningar"), ("application", "applications")),
            (record.Observations, ("rapport från kontaktpersoner", "rapporter från kontaktpersoner"), ("report of contact persons", "reports of contact persons")),
            (record.Signals, ("signal som tagits om hand", "signaler som tagits om hand"), ("signal taken in hand", "signals taken in hand")),
        ];
        var some = all.Where(part => part.Number > 0).Select(part => words.Counted(part.Number!.Value, part.Swedish, part.English)).ToList();
        return some.Count == 0 ? words.Say("inget är registrerat", "nothing is registered") : words.Join(some);
    }
}
