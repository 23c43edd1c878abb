namespace Foresight.Sdk;

/// <summary>Which direction is better.</summary>
public enum Direction
{
    /// <summary>Report, never judge.</summary>
    None,

    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,

    /// <summary>The distance to <see cref="Indicator.Target"/> counts.</summary>
    Target,
}

/// <summary>What a series is like, and so what may be said of it.</summary>
[Flags]
public enum SeriesKinds
{
    /// <summary>Yearly, nothing special.</summary>
    Annual = 0,

    /// <summary>Years are missing; they are never filled.</summary>
    Gaps = 1,

    /// <summary>Too few points for a trend: level and change only.</summary>
    FewPoints = 2,

    /// <summary>The source repeats the last measured value each year; only <see cref="Indicator.MeasuredYears"/> count.</summary>
    Step = 4,

    /// <summary>A rolling mean over <see cref="Indicator.RollingYears"/>: only years that far apart may be compared.</summary>
    Rolling = 8,

    /// <summary>A small count out of about <see cref="Indicator.Denominator"/>: show an interval.</summary>
    SmallCount = 16,

    /// <summary>Very noisy: no headline.</summary>
    Noisy = 32,

    /// <summary>Amounts in prices of the day: only places in the same year may be compared, never years.</summary>
    CurrentPrices = 64,
}

/// <summary>An indicator of the policy.</summary>
public sealed record Indicator
{
    /// <summary>The id in its source, such as <c>N00401</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The source entry that brings it (column <c>_source</c>).</summary>
    public required string Source { get; init; }

    /// <summary>The dataset (column <c>dataset</c>).</summary>
    public required string Dataset { get; init; }

    /// <summary>The focus areas it informs.</summary>
    public required IReadOnlyList<string> FocusAreas { get; init; }

    /// <summary>The name for charts and sentences, beginning in lower case unless it is a name: "utsläpp av växthusgaser".</summary>
    public required LocalText Name { get; init; }

    /// <summary>The unit as printed: "ton CO2e per invånare".</summary>
    public required LocalText Unit { get; init; }

    /// <summary>The number of decimals to print.</summary>
    public int Decimals { get; init; }

    /// <summary>Which direction is better.</summary>
    public Direction Good { get; init; }

    /// <summary>The target where <see cref="Good"/> says so.</summary>
    public double? Target { get; init; }

    /// <summary>What the series is like.</summary>
    public SeriesKinds Kinds { get; init; }

    /// <summary>For steps: the years in which it was measured.</summary>
    public IReadOnlyList<int> MeasuredYears { get; init; } = [];

    /// <summary>For rolling means: over how many years.</summary>
    public int? RollingYears { get; init; }

    /// <summary>For small counts: about how many cases there are.</summary>
    public int? Denominator { get; init; }

    /// <summary>The median absolute change in a year; a headline needs more than twice that.</summary>
    public double? Noise { get; init; }

    /// <summary>Years from which the series is not comparable with what went before.</summary>
    public IReadOnlyList<int> Breaks { get; init; } = [];

    /// <summary>The year from which a change is told, where it is not the usual one (<c>docs/charts.md</c>); null for the usual one.</summary>
    public int? Since { get; init; }

    /// <summary>Whether the source writes a blank as zero, so that a zero is no value.</summary>
    public bool ZeroIsBlank { get; init; }

    /// <summary>Whether the source splits it by sex.</summary>
    public bool BySex { get; init; }

    /// <summary>The peer group to compare with (<see cref="PeerGroup.Id"/>); null for none.</summary>
    public string? Peers { get; init; }

    /// <summary>The newest period that the source has published, for the staleness test; null where unknown.</summary>
    public int? Published { get; init; }

    /// <summary>The factor of a scan that it belongs to; null where nobody says.</summary>
    public Steep? Steep { get; init; }

    /// <summary>The source that stands behind the figure ("SCB"), for the source line.</summary>
    public required string Producer { get; init; }

    /// <summary>Why it fits.</summary>
    public required LocalText Why { get; init; }

    /// <summary>What a reader must know before judging it.</summary>
    public LocalText? Note { get; init; }
}
