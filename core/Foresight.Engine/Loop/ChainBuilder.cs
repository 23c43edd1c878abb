using Foresight.Engine.Calendar;
using Foresight.Engine.Registers;
using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>Makes a chain of what belongs to it: how far it has come, its links and what is missing.</summary>
internal sealed class ChainBuilder(Policy policy, RegisterBook registers, MeetingCalendar meetings, DateOnly today)
{
    private readonly ChainLinks _links = new(policy, registers);
    private readonly ChainEnds _ends = new(policy, registers, meetings, today);

    public LoopChain Build(ChainSeed seed)
    {
        var (steps, signal) = (seed.Steps, seed.Signal);
        var (change, on) = ChangeOf(seed);
        var alive = seed.Activities.Where(ActivityState.IsAlive).ToList();
        IReadOnlyList<RegisterEntry> rows = [.. seed.Decisions, .. seed.Applications, .. seed.Activities];
        var title = (alive is [var first, ..] ? first : rows is [var row, ..] ? row : null)?["title"] is { } text ? new LocalText(text, text) : null;
        var owner = OwnerOf(seed, alive);
        var chain = new LoopChain
        {
            Id = seed.Id,
            Headline = steps.Read?.Headline ?? signal?.Signal.Headline ?? title ?? new LocalText(seed.Id, seed.Id),
            Signal = signal,
            IsOfSignal = seed.IsOfSignal,
            Steps = steps,
            FocusAreas = Areas(seed),
            Standing = StandingOf(seed, alive),
            Change = change,
            ChangedOn = on,
            Decisions = seed.Decisions,
            Applications = seed.Applications,
            Activities = seed.Activities,
            Links = [],
            Open = [],
            Owner = owner.Body,
            Role = owner.Role,
            Bodies = new HashSet<string>(),
            IsExample = steps.All.Count == 0 && signal is not { IsConfirmed: true } && rows.Count > 0 && rows.All(entry => entry.IsExample),
        };
        chain = chain with { Links = [.. _links.Of(chain)], Open = [.. _ends.Of(chain)] };
        return chain with
        {
            Bodies = new[] { chain.Owner }.Concat(steps.All.Select(step => step.Owner)).Concat(rows.SelectMany(entry => new[] { entry["body"], entry["responsible"] })).Concat(chain.Open.Select(end => end.Body))
                .OfType<string>().ToHashSet(StringComparer.Ordinal),
            LatestDay = chain.Links.Select(link => link.Day).Where(day => day <= today).Concat(steps.All.Select(step => (DateOnly?)ChainLinks.Day(step.TakenAt))).Max(),
        };
    }

    private static (SignalChange Change, DateOnly? On) ChangeOf(ChainSeed seed) => seed switch
    {
        { IsOfSignal: false } => (SignalChange.None, null),
        { Signal: null } => (SignalChange.Unknown, null),
        { Signal.IsFound: false } => (SignalChange.Gone, ChainLinks.Day(seed.Signal.Since)),
        { Steps.Read.ContentHash: { } hash } when hash != seed.Signal.Versions[0].ContentHash => (SignalChange.Changed, ChainLinks.Day(seed.Signal.Since)),
        _ => (SignalChange.None, null),
    };

    private static (string? Body, string? Role) OwnerOf(ChainSeed seed, List<RegisterEntry> alive) =>
        seed.Steps.Taken is { } taken ? (taken.Owner, taken.Role)
        : seed.Decisions is [.., var decision] ? (decision["responsible"] ?? decision["body"], decision["role"])
        : alive is [var activity, ..] ? (activity["body"], activity["role"])
        : seed.Applications is [var application, ..] ? (application["body"], null)
        : (null, null);

    private IReadOnlyList<string> Areas(ChainSeed seed)
    {
        var ofSignal = seed.Signal?.Signal.FocusArea ?? seed.Steps.Read?.FocusArea;
        var named = ofSignal is not null ? [ofSignal] : seed.Activities.SelectMany(activity => activity.Many("focus_areas"))
            .Concat(seed.Activities.SelectMany(activity => registers.Find(Register.Needs, activity["need"])?.Many("focus_areas") ?? []));
        return [.. named.Distinct(StringComparer.Ordinal)];
    }

    private LoopStanding StandingOf(ChainSeed seed, List<RegisterEntry> alive) => seed.Steps switch
    {
        { Dropped: not null } => LoopStanding.Dropped,
        _ when alive.Count > 0 => alive.All(ActivityState.IsFollowedUp) ? LoopStanding.FollowedUp
            : alive.All(ActivityState.HasResult) ? LoopStanding.Reported
            : alive.Any(activity => !ActivityState.HasResult(activity) && ActivityState.IsOver(activity, today)) ? LoopStanding.Ended : LoopStanding.Active,
        _ when seed.Applications.Any(ActivityState.IsPending) => LoopStanding.Applied,
        _ when seed.Decisions.Count > 0 || seed.Applications.Any(application => application["outcome"] == "granted") => LoopStanding.Decided,
        { Taken: not null } => LoopStanding.Taken,
        _ when seed.Applications.Count + seed.Activities.Count > 0 => LoopStanding.Closed,
        _ => LoopStanding.Unowned,
    };
}
