using Foresight.Engine.Briefs;
using Foresight.Engine.Registers;
using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>What became of a chain, in sentences for a reader of briefs.</summary>
internal sealed class LoopSentences(Policy policy, string language)
{
    private const int ShortText = 120;

    /// <summary>One line below a finding; null where nobody did anything about it.</summary>
    public string? Short(LoopChain chain)
    {
        if (chain.Steps.Dropped is { } dropped)
            return Say($"Avskrivet {Day(dropped)}: {Cut(dropped.Reason)}", $"Dropped on {Day(dropped)}: {Cut(dropped.Reason)}") + (chain.Change == SignalChange.Changed ? Say(" (ändrat sedan dess)", " (changed since)") : "");
        var parts = new[] { Taken(chain), Latest(chain) }.OfType<string>().ToList();
        return parts.Count == 0 ? null : BriefSentences.Capital(string.Join(" · ", parts));
    }

    /// <summary>All that became of it, a sentence for each thing, in the order of the loop.</summary>
    public IReadOnlyList<string> Whole(LoopChain chain) =>
    [
        .. OfSignal(chain), .. OfSteps(chain), .. chain.Decisions.Select(Decided), .. chain.Applications.Select(Applied), .. chain.Activities.SelectMany(Done),
        .. chain.Open.Where(end => end.IsOverdue).Take(1).Select(end => Overdue(-end.DaysLeft!.Value)),
    ];

    /// <summary>A body with its role: <c>Kommunstyrelsen (näringslivschef)</c>.</summary>
    public string Body(string? id, string? role)
    {
        var name = policy.Bodies.FirstOrDefault(body => body.Id == id)?.Name.In(language) ?? id ?? Say("ingen", "nobody");
        return role is null ? name : $"{name} ({OutsideText.Line(role)})";
    }

    // English sentences need the article; a policy's names have it now and then.
    private string Within(string? id, string? role)
    {
        var name = Body(id, role);
        return language == "sv" ? name : "the " + (name.StartsWith("The ", StringComparison.Ordinal) ? name[4..] : name);
    }

    /// <summary>The title of a row; an example says so.</summary>
    public string Title(RegisterEntry row) => OutsideText.Line(row["title"] ?? row.Id) + (row.IsExample ? Say(" (exempel)", " (example)") : "");

    public string Say(string swedish, string english) => language == "sv" ? swedish : english;

    /// <summary>A number of days: <c>1 dag</c>, <c>12 dagar</c>.</summary>
    public string Days(int days) => days == 1 ? Say("1 dag", "1 day") : Say($"{Count(days)} dagar", $"{Count(days)} days");

    public string Count(int count) => Wording.Number(count, language);

    public string Day(DateOnly day) => Wording.Day(day, language);

    private string Overdue(int days) => Say($"Försenat {Days(days)}.", $"Overdue by {Days(days)}.");

    private string? Taken(LoopChain chain)
    {
        if (chain.Steps.Taken is not { Due: { } due } taken)
            return null;
        var late = chain.Open.FirstOrDefault(end => end.IsOverdue && end.Due == due);
        var by = Say("taget av ", "taken by ") + Within(taken.Owner, taken.Role);
        return late is null
            ? by + Say($", klart senast {Day(due)}", $", due by {Day(due)}")
            : by + Say($", skulle ha varit klart {Day(due)} ({Days(-late.DaysLeft!.Value)} sedan)", $", was due by {Day(due)} ({Days(-late.DaysLeft!.Value)} ago)");
    }

    private string? Latest(LoopChain chain)
    {
        var activity = chain.Activities.LastOrDefault(ActivityState.IsAlive);
        return chain.Standing switch
        {
            LoopStanding.Decided when chain.Decisions is [.., var decision] => Say("beslutat ", "decided on ") + Day(decision.Day("decided")!.Value) + Reference(decision),
            LoopStanding.Applied => Say("ansökan: ", "application: ") + Cut(Title(chain.Applications[^1])) + ", " + chain.Applications[^1].Label("outcome", language),
            LoopStanding.Active when activity is not null => Say("aktivitet: ", "activity: ") + Cut(Title(activity)) + ", " + State(activity),
            LoopStanding.Ended when activity is not null => Say("aktivitet: ", "activity: ") + Cut(Title(activity)) + Say(", resultat saknas", ", no result on record"),
            LoopStanding.Reported when activity is not null => Say("resultat: ", "result: ") + Cut(Result(activity)) + Say(", inte uppföljt", ", not followed up"),
            LoopStanding.FollowedUp when activity is not null => Say("resultat: ", "result: ") + Cut(Result(activity)) + Say($", uppföljt {Day(activity.Day("followed_up")!.Value)}", $", followed up on {Day(activity.Day("followed_up")!.Value)}"),
            _ => null,
        };
    }

    private IEnumerable<string> OfSteps(LoopChain chain)
    {
        var steps = chain.Steps;
        if (steps.Dropped is { } dropped)
            yield return Ended(Say($"Avskrivet den {Day(dropped)}: ", $"Dropped on {Day(dropped)}: ") + OutsideText.Line(dropped.Reason ?? ""));
        if (steps is { First: { } first, Taken: { } taken })
        {
            yield return steps.HandedOverBy is { } before
                ? Say($"Överlämnat från {Within(before.Owner, before.Role)} den {Day(first)}.", $"Handed over by {Within(before.Owner, before.Role)} on {Day(first)}.")
                : Say($"Taget den {Day(first)}.", $"Taken on {Day(first)}.");
            if (steps.PutOffFrom is { } earlier)
                yield return Say($"Uppskjutet från {Day(earlier)} till {Day(taken.Due!.Value)}.", $"Put off from {Day(earlier)} to {Day(taken.Due!.Value)}.");
        }

        if (steps is { Dropped: null, Response.Response: { } response })
            yield return Ended(Say("Förslag: ", "Proposed: ") + OutsideText.Line(response));
    }

    private IEnumerable<string> OfSignal(LoopChain chain)
    {
        if (chain.Change == SignalChange.Unknown)
            yield return Say("Signalen finns inte i registret över signaler.", "The signal is not in the register of signals.");
        else if (chain.Change == SignalChange.Gone)
            yield return Say($"Signalen har inte hittats sedan {Day(chain.ChangedOn!.Value)}.", $"The signal has not been found since {Day(chain.ChangedOn!.Value)}.");
        else if (chain.Change == SignalChange.Changed)
            yield return Ended(Say($"Signalen ändrades {Day(chain.ChangedOn!.Value)} och lyder nu: ", $"The signal changed on {Day(chain.ChangedOn!.Value)} and now reads: ") + chain.Signal!.Signal.Headline.In(language));
    }

    private string Decided(RegisterEntry decision) => Ended(
        Say("Beslutat av ", "Decided by ") + Within(decision["body"], null) + Say(" den ", " on ") + Day(decision.Day("decided")!.Value) + Reference(decision) + ": " + Title(decision));

    private string Applied(RegisterEntry application)
    {
        var day = application["outcome"] switch { "planned" => application.Day("deadline"), "submitted" => application.Day("submitted"), _ => application.Day("decided") };
        var on = day is not { } known ? "" : application["outcome"] == "planned" ? Say($", senast {Day(known)}", $", by {Day(known)}") : Say($" {Day(known)}", $" on {Day(known)}");
        return Say("Ansökan: ", "Application: ") + Title(application) + $" ({application.Label("outcome", language)}{on}).";
    }

    private IEnumerable<string> Done(RegisterEntry activity)
    {
        yield return Say("Aktivitet: ", "Activity: ") + Title(activity) + $" ({State(activity)}).";
        if (ActivityState.HasResult(activity))
            yield return Ended(Say("Resultat: ", "Result: ") + Result(activity));
        if (ActivityState.IsFollowedUp(activity))
            yield return Say($"Uppföljt den {Day(activity.Day("followed_up")!.Value)}.", $"Followed up on {Day(activity.Day("followed_up")!.Value)}.");
    }

    // The register's word, and the day that a reader asks for next: when it begins or ends.
    private string State(RegisterEntry activity)
    {
        var (starts, ends) = (activity.First("starts"), activity.Last("ends"));
        return activity.Label("status", language) + (activity["status"] switch
        {
            "planned" when starts is { } day => Say($", börjar {Day(day)}", $", starts on {Day(day)}"),
            "ongoing" when ends is { } day => Say($" till {Day(day)}", $" until {Day(day)}"),
            "ended" when ends is { } day => Say($" {Day(day)}", $" on {Day(day)}"),
            _ => "",
        });
    }

    private string Result(RegisterEntry activity)
    {
        var outcome = activity.Label("outcome", language);
        return activity["result"] is not { } result ? outcome ?? "" : OutsideText.Line(result).TrimEnd('.') + (outcome is null ? "" : $" ({outcome})");
    }

    private static string Reference(RegisterEntry row) => ChainLinks.Dnr(row) is { } dnr ? $" ({dnr})" : "";

    private string Day(StepRow step) => Day(ChainLinks.Day(step.TakenAt));

    private static string Cut(string? text)
    {
        var line = OutsideText.Line(text ?? "").TrimEnd('.');
        return line.Length <= ShortText ? line : line[..(ShortText - 1)].TrimEnd() + "…";
    }

    private static string Ended(string sentence) => sentence.Length > 0 && sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".";
}
