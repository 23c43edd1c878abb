using System.Globalization;
using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>What a chain lacks next, who that waits for, and how it stands against the body's meetings.</summary>
internal sealed class ChainEnds(Policy policy, RegisterBook registers, MeetingCalendar meetings, DateOnly today)
{
    // The cycle says how bodies meet now; how they met long ago it does not know.
    private const int MonthsCounted = 12;

    // A load's id begins with its day.
    private const string LoadDay = "yyyyMMdd";

    public IEnumerable<OpenEnd> Of(LoopChain chain) =>
        Found(chain).Select(Timed).OrderByDescending(end => end.IsOverdue).ThenBy(end => end.Missing is LoopStage.Need || end is { Missing: LoopStage.Decision, Of: not null })
            .ThenBy(end => end.Due ?? end.NextMeeting ?? DateOnly.MaxValue).ThenBy(end => end.Missing);

    private IEnumerable<OpenEnd> Found(LoopChain chain)
    {
        var steps = chain.Steps;
        if (steps.Dropped is not null)
            return chain.Change == SignalChange.Changed ? [new OpenEnd(LoopStage.Owner) { Body = Steering(), Since = chain.ChangedOn }] : [];
        if (chain.Standing == LoopStanding.Closed)
            return [];
        var alive = chain.Activities.Where(ActivityState.IsAlive).ToList();
        return alive.Count > 0 ? alive.SelectMany(activity => OfActivity(chain, activity)).Concat(chain.Applications.SelectMany(OfApplication))
            : chain.Applications.Any(ActivityState.IsPending) ? chain.Applications.SelectMany(OfApplication)
            : IsTask(chain) ? [BeforeActivity(chain)] : [];
    }

    /// <summary>A decision without a day, that answers no signal, is a rule or an order: nothing need follow.</summary>
    private static bool IsTask(LoopChain chain) => chain.IsOfSignal || chain.Decisions is not [.., var decision] || decision.Day("due") is not null;

    private OpenEnd BeforeActivity(LoopChain chain)
    {
        if (chain.Decisions is [.., var decision])
        {
            return new OpenEnd(LoopStage.Activity)
            {
                Body = decision["responsible"] ?? decision["body"],
                Role = decision["role"],
                Since = decision.Day("decided"),
                Due = decision.Day("due") ?? chain.Due,
                IsExample = decision.IsExample,
            };
        }

        if (chain.Applications.FirstOrDefault(application => application["outcome"] == "granted") is { } granted)
            return new OpenEnd(LoopStage.Activity) { Body = granted["body"], Since = granted.Day("decided"), IsExample = granted.IsExample };
        if (chain.Steps.First is not { } first)
            return new OpenEnd(LoopStage.Owner) { Body = Steering(), Since = Confirmed(chain) };
        return new OpenEnd(chain.Steps.Response is null ? LoopStage.Response : LoopStage.Decision)
        {
            Body = chain.Owner,
            Role = chain.Role,
            Since = ChainLinks.Day(first.TakenAt),
            Due = chain.Due,
        };
    }

    private IEnumerable<OpenEnd> OfActivity(LoopChain chain, RegisterEntry activity)
    {
        var end = new OpenEnd(LoopStage.Result) { Body = activity["body"], Role = activity["role"], Of = activity["title"], IsExample = activity.IsExample };
        var (starts, ends) = (activity.First("starts"), activity.Last("ends"));
        // What goes on without an end, such as a membership, owes no result on any day.
        if (!ActivityState.HasResult(activity) && (ends is not null || chain.IsOfSignal || ActivityState.IsOver(activity, today)))
            yield return end with { Since = Past(ActivityState.IsOver(activity, today) ? ends : starts), Due = ends ?? chain.Due };
        else if (ActivityState.HasResult(activity) && !ActivityState.IsFollowedUp(activity))
            yield return end with { Missing = LoopStage.FollowUp, Since = Past(ends) ?? DayOf(activity) };
        if (chain.Decisions.Count == 0 && !ActivityState.HasDecision(activity))
            yield return end with { Missing = LoopStage.Decision, Since = Past(starts) };
        if (registers.Find(Register.Needs, activity["need"]) is null)
            yield return end with { Missing = LoopStage.Need, Since = Past(starts) };
    }

    private IEnumerable<OpenEnd> OfApplication(RegisterEntry application)
    {
        var end = new OpenEnd(LoopStage.Application) { Body = application["body"], Of = application["title"], IsExample = application.IsExample };
        if (application["outcome"] == "planned")
            yield return end with { Due = application.Day("deadline") };
        else if (application["outcome"] == "submitted")
            yield return end with { Body = null, Outside = Fund(application["programme"]), Since = application.Day("submitted") };
    }

    private OpenEnd Timed(OpenEnd end)
    {
        var next = end.Body is { } body ? meetings.Next(body, today) : null;
        return end with
        {
            Days = end.Since is { } since ? Math.Max(0, today.DayNumber - since.DayNumber) : null,
            DaysLeft = end.Due is { } due ? due.DayNumber - today.DayNumber : null,
            NextMeeting = next?.Day,
            IsProposed = next is { ToConfirm: true },
            MeetingsSince = end is not { Body: { } who, Since: { } from } ? 0
                : from < today.AddMonths(-MonthsCounted) ? null
                // Meetings by rules that nobody has confirmed were perhaps never held.
                : from.AddDays(1) < today ? meetings.Between(who, from.AddDays(1), today.AddDays(-1)).Count(meeting => !meeting.ToConfirm) : 0,
        };
    }

    /// <summary>Who sets priorities: the steering group, else the executive board.</summary>
    private string? Steering() => new[] { "steering-group", "executive-board" }.Select(kind => policy.Bodies.FirstOrDefault(body => body.Kind == kind)?.Id).OfType<string>().FirstOrDefault();

    private LocalText Fund(string? id) => policy.Funds.FirstOrDefault(fund => fund.Id == id)?.Name ?? new LocalText(id ?? "", id ?? "");

    private DateOnly? Past(DateOnly? day) => day <= today ? day : null;

    private static DateOnly? Confirmed(LoopChain chain) =>
        chain.Signal?.Ratings.All.Where(rating => rating.Confirms == true).Select(rating => (DateOnly?)ChainLinks.Day(rating.RatedAt)).Min();

    private static DateOnly? DayOf(RegisterEntry row) =>
        row.LoadId.Length >= LoadDay.Length && DateOnly.TryParseExact(row.LoadId[..LoadDay.Length], LoadDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
