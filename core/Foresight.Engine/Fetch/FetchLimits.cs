namespace Foresight.Engine.Fetch;

/// <summary>How much, how long and how often: the bounds of the way out (docs/fetching.md says why).</summary>
internal sealed record FetchLimits
{
    /// <summary>The least time between two requests to a host that nobody said anything of.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Requests to one host at the same time.</summary>
    public int SideBySide { get; init; } = 2;

    /// <summary>For a connection.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For one try, until the answer begins.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>For a request with all its tries, waits and its body.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>In each such span at least <see cref="StallBytes"/> of a body must come.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>See <see cref="Stall"/>.</summary>
    public int StallBytes { get; init; } = 1024;

    /// <summary>The largest answer as it travels.</summary>
    public long Bytes { get; init; } = 4L << 30;

    /// <summary>The largest answer when it is unpacked.</summary>
    public long DecodedBytes { get; init; } = 16L << 30;

    /// <summary>How many times its size an answer may unpack to, once it is beyond <see cref="RatioFrom"/>.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Below this size nobody is harmed by any ratio.</summary>
    public long RatioFrom { get; init; } = 64L << 20;

    /// <summary>Tries after the first.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the second try; it doubles, with jitter.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait within a run, also where a host asks for more: then the load ends, and a later run asks again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest time for which a host can keep runs from asking it.</summary>
    public TimeSpan LongestHoldOff { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Redirects that are followed.</summary>
    public int Hops { get; init; } = 10;

    /// <summary>The longest time for which a kept answer is served without asking.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Requests of one source of which it is known what was answered.</summary>
    public int Known { get; init; } = 5_000;

    /// <summary>How long it is known of a request that is made no more.</summary>
    public TimeSpan KnownFor { get; init; } = TimeSpan.FromDays(180);
}
