using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>A signal of the register: what it says now, how it came to that, and what people say of it.</summary>
/// <param name="Versions">Its versions, the latest first; at least one.</param>
/// <param name="Ratings">What people say of it.</param>
public sealed record KnownSignal(IReadOnlyList<SignalRow> Versions, PeoplesRatings Ratings)
{
    /// <summary>Of what a person gathered every version, the latest first; empty for what an analysis found.</summary>
    public IReadOnlyList<GatheringRow> Raisings { get; init; } = [];

    /// <summary>What a person gathered, as it stands; null for what an analysis found.</summary>
    public GatheringRow? Raised => Raisings.Count == 0 ? null : Raisings[0];

    /// <summary>What it gathers.</summary>
    public IReadOnlyList<GatheredMember> Members { get; init; } = [];

    /// <summary>The ids of the analyses' signals that it gathers, also by way of other gatherings.</summary>
    public IReadOnlyList<string> Beneath { get; init; } = [];

    /// <summary>The gatherings that it is part of, the highest on the ladder first.</summary>
    public IReadOnlyList<GatheringRow> PartOf { get; init; } = [];

    /// <summary>The analysis entry and the id: <c>ANALYSIS:ID</c>.</summary>
    public string Key => $"{Analysis}:{Id}";

    /// <summary>When it would matter as people see it, their median (between two the nearer); null where nobody has said.</summary>
    public Horizon? RatedHorizon => Ratings.Horizon is { } horizon ? (Horizon)(int)horizon.Median : null;

    /// <summary>The analysis entry that found it; <c>people</c> for what people gathered.</summary>
    public string Analysis => Versions[0].Analysis;

    /// <summary>What it says, as it was last found.</summary>
    public Signal Signal => Versions[0].Signal;

    /// <summary>Its id.</summary>
    public string Id => Signal.Id;

    /// <summary>Whether the last run of its analysis found it.</summary>
    public bool IsFound => Versions[0].Found;

    /// <summary>When it was first found.</summary>
    public DateTimeOffset FirstFoundAt => Versions[^1].FoundAt;

    /// <summary>When it became what it is: said this for the first time, or was no longer found.</summary>
    public DateTimeOffset Since => Versions[0].FoundAt;

    /// <summary>Where it stands on the ladder: as a person confirmed it, else as the machine proposes.</summary>
    public SignalLevel Level => Ratings.Level ?? Signal.Level;

    /// <summary>Whether a person has confirmed it: until then it is the machine's proposal.</summary>
    public bool IsConfirmed => Ratings.ConfirmedBy.Count > 0;

    /// <summary>Whether a rating was given of an earlier version than what it says now.</summary>
    public bool IsOfEarlierVersion(RatingRow rating) => rating.ContentHash != Versions[0].ContentHash;
}
