using Foresight.Sdk;

namespace Foresight.Engine.Loop;

/// <summary>The links and standings of the loop in words.</summary>
public static class LoopNames
{
    /// <summary>A link.</summary>
    public static LocalText Of(LoopStage stage) => stage switch
    {
        LoopStage.Signal => new("signal", "signal"),
        LoopStage.Need => new("behov", "need"),
        LoopStage.FocusArea => new("fokusområde", "focus area"),
        LoopStage.Response => new("förslag till svar", "proposed response"),
        LoopStage.Owner => new("ansvarig", "owner"),
        LoopStage.Decision => new("beslut", "decision"),
        LoopStage.Application => new("ansökan", "application"),
        LoopStage.Activity => new("aktivitet", "activity"),
        LoopStage.Result => new("resultat", "result"),
        _ => new("uppföljning", "follow-up"),
    };

    /// <summary>A standing.</summary>
    public static LocalText Of(LoopStanding standing) => standing switch
    {
        LoopStanding.Unowned => new("ingen har den", "nobody has it"),
        LoopStanding.Taken => new("tagen", "taken"),
        LoopStanding.Decided => new("beslutad", "decided"),
        LoopStanding.Applied => new("ansökan", "applied"),
        LoopStanding.Active => new("aktivitet", "active"),
        LoopStanding.Ended => new("slut utan resultat", "ended without result"),
        LoopStanding.Reported => new("resultat finns", "result on record"),
        LoopStanding.FollowedUp => new("uppföljd", "followed up"),
        LoopStanding.Dropped => new("avskriven", "dropped"),
        _ => new("avslutad", "closed"),
    };
}
