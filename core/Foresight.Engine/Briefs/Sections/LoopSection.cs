using Foresight.Engine.Loop;
using Foresight.Sdk;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>What became of findings of earlier briefs, and what waits for whom.</summary>
internal sealed class LoopSection : IBriefSection
{
    private const int MostLines = 12;

    // What was done or dropped long ago is the follow-up's, not the next brief's.
    private const int MonthsShown = 12;

    // These see to all of the work by the policy; the others see to their own.
    private static readonly string[] WholeReaders = ["council", "executive-board", "steering-group", "office", "coordination-group"];

    public string Id => "loop";

    public async Task<BriefSection?> BuildAsync(SectionContext context, CancellationToken cancellationToken)
    {
        var loop = await LoopView.ReadAsync(context.Tables, context.Policy, context.Registers, context.Meetings, context.Today).ConfigureAwait(false);
        var (words, own) = (new LoopSentences(context.Policy, context.Language), context.Audience.Body);
        var readsAll = context.Policy.Bodies.FirstOrDefault(body => body.Id == own) is not { } reader || WholeReaders.Contains(reader.Kind);
        var chains = loop.Chains.Where(chain => readsAll || chain.Bodies.Contains(own)).OrderByDescending(chain => chain.Bodies.Contains(own)).ToList();
        var answered = chains.Where(chain => chain.IsOfSignal && chain.Standing != LoopStanding.Unowned).ToList();
        var shown = answered.Where(chain => chain.Open.Count > 0 || chain.LatestDay is not { } day || day >= context.Today.AddMonths(-MonthsShown)).ToList();
        var ends = chains.SelectMany(chain => chain.Open.Select(end => (Chain: chain, End: end))).Where(open => readsAll || open.End.Body == own || open.End.Outside is not null).ToList();
        return new BriefSection(Id, words.Say("Vad det blev av tidigare iakttagelser", "What became of earlier findings"))
        {
            Parts =
            [
                new SectionText(string.Join(" ", Summary(words, loop, readsAll, answered.Count, shown.Count, [.. ends.Select(open => open.End)]))),
                .. shown.Count > 0 ? [Table(words, shown)] : Array.Empty<SectionPart>(),
                .. ends.Count > 0 ? [new SectionHeading(words.Say("Det här väntar", "What is waiting")), .. Waiting(context, words, ends)] : Array.Empty<SectionPart>(),
            ],
        };
    }

    private static IEnumerable<string> Summary(LoopSentences words, LoopView loop, bool readsAll, int answered, int shown, IReadOnlyList<OpenEnd> ends)
    {
        yield return answered switch
        {
            0 => words.Say("Ingen iakttagelse har tagits upp eller avskrivits än.", "No finding has been taken up or dropped yet."),
            1 => words.Say("1 iakttagelse har tagits upp eller avskrivits.", "1 finding has been taken up or dropped."),
            _ => words.Say($"{words.Count(answered)} iakttagelser har tagits upp eller avskrivits.", $"{words.Count(answered)} findings have been taken up or dropped."),
        };
        if (answered > shown)
            yield return words.Say($"{words.Count(answered - shown)} av dem, klara sedan mer än ett år, visas inte.", $"{words.Count(answered - shown)} of them, done more than a year ago, {(answered - shown == 1 ? "is" : "are")} not shown.");
        var late = ends.Count(end => end.IsOverdue);
        yield return ends.Count switch
        {
            0 => words.Say("Inget väntar på någon.", "Nothing is waiting for anybody."),
            1 => words.Say("1 sak väntar", "1 thing is waiting") + (late == 1 ? words.Say(" och är försenad.", " and is overdue.") : "."),
            var count => words.Say($"{words.Count(count)} saker väntar", $"{words.Count(count)} things are waiting") + (late switch
            {
                0 => ".",
                _ when late == count => words.Say(", alla försenade.", ", all of them overdue."),
                1 => words.Say(", varav 1 är försenad.", "; 1 is overdue."),
                _ => words.Say($", varav {words.Count(late)} är försenade.", $"; {words.Count(late)} are overdue."),
            }),
        };
        if (readsAll && loop.Untouched > 0)
        {
            yield return loop.Untouched == 1
                ? words.Say("1 iakttagelse har ingen tagit ställning till.", "Nobody has taken a position on 1 finding.")
                : words.Say($"{words.Count(loop.Untouched)} iakttagelser har ingen tagit ställning till.", $"Nobody has taken a position on {words.Count(loop.Untouched)} findings.");
        }

        if (readsAll && loop.ExamplesLeftOut > 0)
        {
            yield return loop.ExamplesLeftOut == 1
                ? words.Say("1 exempel är utelämnat, eftersom det finns verkliga uppgifter.", "1 example is left out, since there are real records.")
                : words.Say($"{words.Count(loop.ExamplesLeftOut)} exempel är utelämnade, eftersom det finns verkliga uppgifter.", $"{words.Count(loop.ExamplesLeftOut)} examples are left out, since there are real records.");
        }
    }

    private static SectionTable Table(LoopSentences words, List<LoopChain> chains) => new(
        words.Say("Iakttagelser som har fått ett svar", "Findings that were answered"),
        [
            new(words.Say("Iakttagelse", "Finding")), new(words.Say("Ansvarig", "Owner")), new(words.Say("Klart senast", "Due")),
            new(words.Say("Vad det blev av den", "What became of it")), new(words.Say("Underlag", "Reference")),
        ],
        [
            .. chains.Select(chain => (IReadOnlyList<SectionCell>)
            [
                new(chain.Headline.In(words.Say("sv", "en"))),
                new(chain.Steps.Dropped is not null ? "–" : words.Body(chain.Owner, chain.Role)),
                new(chain.Due is { } due ? words.Day(due) : "–"),
                new(string.Join(" ", words.Whole(chain))),
                new(string.Join(", ", chain.Decisions.Concat(chain.Applications).Concat(chain.Activities).Select(row => row.Id).Prepend(chain.Id))),
            ]),
        ])
    {
        Evidence = [.. chains.SelectMany(EvidenceOf)],
    };

    private static IEnumerable<SectionPart> Waiting(SectionContext context, LoopSentences words, List<(LoopChain Chain, OpenEnd End)> ends)
    {
        var sentences = new EndSentences(words, context.Language);
        var order = context.Policy.Bodies.Select(body => body.Id).ToList();
        foreach (var body in ends.GroupBy(open => open.End.Outside is null ? open.End.Body ?? "" : "*").OrderByDescending(group => group.Key == context.Audience.Body).ThenBy(group => group.Key == "*").ThenBy(group => order.IndexOf(group.Key)))
        {
            yield return new SectionHeading(body.Key switch
            {
                "*" => words.Say("Utanför kommunen", "Outside the municipality"),
                "" => words.Say("Ingen ansvarig", "Nobody"),
                _ => words.Body(body.Key, null),
            });
            var lacking = body.Where(open => IsOfActivity(open.End)).ToList();
            var lines = body.Except(lacking).Select(open => sentences.Of(open.Chain, open.End) + Role(words, open.End)).ToList();
            var left = lines.Count - MostLines;
            yield return new SectionList(
            [
                .. lines.Take(left > 1 ? MostLines : lines.Count).Select(line => new SectionCell(line)),
                .. left > 1 ? [new SectionCell(words.Say($"{words.Count(left)} till.", $"{words.Count(left)} more."))] : Array.Empty<SectionCell>(),
                .. lacking.GroupBy(open => open.End.Missing).Select(group => new SectionCell(sentences.Together(group.Key, [.. group.Select(open => open.End).DistinctBy(end => end.Of)]))),
            ])
            {
                Evidence = [.. body.SelectMany(open => EvidenceOf(open.Chain)).Distinct()],
            };
        }
    }

    // Links that lack before an activity are no task of a day: they are told together.
    private static bool IsOfActivity(OpenEnd end) => end.Missing == LoopStage.Need || end is { Missing: LoopStage.Decision, Of: not null };

    private static string Role(LoopSentences words, OpenEnd end) => end.Role is { } role ? words.Say($" Ansvarig: {OutsideText.Line(role)}.", $" Responsible: {OutsideText.Line(role)}.") : "";

    private static IEnumerable<Evidence> EvidenceOf(LoopChain chain) =>
    [
        .. chain.Steps.All.Select(step => new Evidence { View = "steps", Source = step.Analysis, Record = step.SignalId }).Distinct(),
        .. chain.Decisions.Concat(chain.Applications).Concat(chain.Activities).Select(row => new Evidence { View = row.Register.View, Source = row.Source, Record = row.Id, LoadId = row.LoadId }),
    ];
}
