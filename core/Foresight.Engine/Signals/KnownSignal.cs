using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>A signal of the register: what it says now, how it came to that, and what people say of it.</summary>
/// <param name="Versions">Its versions, the latest first; at least one.</param>
/// <param name="Ratings">What people say of it.</param>
public sealed record KnownSignal(IReadOnlyList<SignalRow> Versions, PeoplesRatings Ratings)
{
    /// <summary>The analysis entry that found it.</summary>
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
