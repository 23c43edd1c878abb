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
