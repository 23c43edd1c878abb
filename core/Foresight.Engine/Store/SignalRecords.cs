using Foresight.Sdk;

namespace Foresight.Engine.Store;

/// <summary>A version of a signal.</summary>
/// <param name="Analysis">The analysis entry that found it.</param>
/// <param name="FoundAt">When this version was first found, or when it was no longer found.</param>
/// <param name="Found">Whether it was found; false where an earlier version was and now is not.</param>
/// <param name="ContentHash">The hash of what it says: the same hash is the same version.</param>
/// <param name="Signal">The signal.</param>
/// <param name="PolicyVersion">The policy's version.</param>
public sealed record SignalRow(string Analysis, DateTimeOffset FoundAt, bool Found, string ContentHash, Signal Signal, string PolicyVersion);

/// <summary>What a person says of a signal; everything but the person may be left open.</summary>
/// <param name="Analysis">The analysis entry that found the signal.</param>
/// <param name="SignalId">The signal.</param>
/// <param name="Person">Who: initials or a role.</param>
/// <param name="RatedAt">When.</param>
public sealed record RatingRow(string Analysis, string SignalId, string Person, DateTimeOffset RatedAt)
{
    /// <summary>How much it would matter, 1 to 5.</summary>
    public int? Impact { get; init; }

    /// <summary>How likely it is, 1 to 5.</summary>
    public int? Likelihood { get; init; }

    /// <summary>When it would matter.</summary>
    public Horizon? Horizon { get; init; }

    /// <summary>Where on the ladder it belongs.</summary>
    public SignalLevel? Level { get; init; }

    /// <summary>Whether the person confirms the machine's proposal (true), turns it down (false) or does neither (null).</summary>
    public bool? Confirms { get; init; }

    /// <summary>What the person wrote beside it.</summary>
    public string? Note { get; init; }

    /// <summary>The version of the signal that the person read.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>A version of what a person gathered: several signals under a cluster, a trend or a driver of people's own.</summary>
/// <param name="Id">The gathering: the same through all its versions.</param>
/// <param name="RaisedAt">When this version was said.</param>
/// <param name="Person">Who said it: initials or a role.</param>
/// <param name="Kept">Whether it stands; false where it was withdrawn.</param>
/// <param name="Level">Where on the ladder it stands.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="ContentHash">The hash of what it says.</param>
public sealed record GatheringRow(string Id, DateTimeOffset RaisedAt, string Person, bool Kept, SignalLevel Level, LocalText Name, string ContentHash)
{
    /// <summary>What stands where a signal has its analysis (column <c>_source</c>): people raised it.</summary>
    public const string People = "people";

    /// <summary>The factor of a scan that it belongs to; null where the person left it open.</summary>
    public Steep? Steep { get; init; }

    /// <summary>What it gathers, each as <c>ANALYSIS:ID</c>, another gathering as <c>people:ID</c>.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The versions of these that were read, in the same order.</summary>
    public IReadOnlyList<string> MemberHashes { get; init; } = [];

    /// <summary>What the person wrote beside it.</summary>
    public string? Note { get; init; }
}

/// <summary>Something that happened to an alert: it fired, went up a level, was approved or turned down.</summary>
/// <param name="Rule">The alert rule's id.</param>
/// <param name="AlertId">The alert: the same through all that happens to it.</param>
/// <param name="At">When.</param>
/// <param name="Event">What happened.</param>
/// <param name="Level">The level that the alert has then.</param>
public sealed record AlertRow(string Rule, string AlertId, DateTimeOffset At, string Event, string Level)
{
    /// <summary>The newest period of the figures behind it.</summary>
    public string? Period { get; init; }

    /// <summary>The value that the rule looked at.</summary>
    public double? Value { get; init; }

    /// <summary>The alert as a sentence with its numbers.</summary>
    public LocalText? Sentence { get; init; }

    /// <summary>Who did it, for what people do.</summary>
    public string? Person { get; init; }

    /// <summary>What the person wrote beside it.</summary>
    public string? Note { get; init; }

    /// <summary>The hash of the rule as it was.</summary>
    public string? RuleHash { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
