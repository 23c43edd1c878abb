namespace Foresight.Sdk;

/// <summary>How a chart shows its data.</summary>
public enum ChartKind
{
    /// <summary>Values over time, a line per series, labelled at its end. Points carry <see cref="ChartPoint.Period"/>.</summary>
    Line,

    /// <summary>One horizontal bar per category, one series, in the order given.</summary>
    Bars,

    /// <summary>Two or more horizontal bars per category, a series each (exports and imports by partner).</summary>
    GroupedBars,

    /// <summary>Stacked columns over time, a series per part. Points carry <see cref="ChartPoint.Period"/>.</summary>
    StackedColumns,

    /// <summary>One row per category with a dot per series (us and our peers), the distance between them drawn.</summary>
    Dumbbell,

    /// <summary>Dated items along a time axis. Points carry <see cref="ChartPoint.Date"/>; one series per kind of item.</summary>
    Timeline,

    /// <summary>
    /// A line over time and where it is likely to go: one series, whose later points carry <see cref="ChartPoint.Bands"/>. Points carry <see cref="ChartPoint.Period"/>.
    /// </summary>
    Fan,

    /// <summary>
    /// A row per label and a column per series, each cell shaded by its value (zero or more). A cell without a value says by
    /// <see cref="PointMark.NotWatched"/> or <see cref="PointMark.Silent"/> why.
    /// </summary>
    HeatMap,
}

/// <summary>What a series is to the reader; the house style gives it colour and weight.</summary>
public enum Emphasis
{
    /// <summary>Our own place: the strongest colour, a direct label.</summary>
    Us,

    /// <summary>What we compare with: a group's median, the country.</summary>
    Reference,

    /// <summary>Others, in the background.</summary>
    Context,

    /// <summary>A focus area: its own colour everywhere; <see cref="ChartSeries.FocusArea"/> names it.</summary>
    FocusArea,
}

/// <summary>
/// A chart as data. From it the host draws the picture, the alternative text, the data table and the CSV file, so that none of
/// them can drift from the others. All texts are in one language.
/// </summary>
public sealed record ChartSpec
{
    /// <summary>How it is drawn.</summary>
    public required ChartKind Kind { get; init; }

    /// <summary>The message, as a sentence computed from the data.</summary>
    public required string Title { get; init; }

    /// <summary>Measure, unit, place and period.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The unit for axis and table: "EUR per invånare"; empty for counts.</summary>
    public required string Unit { get; init; }

    /// <summary>The number of decimals to print.</summary>
    public int Decimals { get; init; }

    /// <summary>The series, most important first. A chart without any point is not built.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>Source, licence and newest load: "Källa: …" only where figures are untouched, else "Egen bearbetning av uppgifter från …".</summary>
    public required string SourceLine { get; init; }

    /// <summary>What a reader must know: a break, a pandemic year, a small count.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The focus area it belongs to; null for several or none.</summary>
    public string? FocusArea { get; init; }

    /// <summary>The value at which zero distance lies (a target or peers' value), drawn as a line; null for none.</summary>
    public double? ReferenceValue { get; init; }

    /// <summary>What <see cref="ReferenceValue"/> is.</summary>
    public string? ReferenceLabel { get; init; }

    /// <summary>Where every number comes from.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}

/// <summary>A series of a chart.</summary>
public sealed record ChartSeries
{
    /// <summary>The name as printed.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to the reader.</summary>
    public Emphasis Emphasis { get; init; } = Emphasis.Context;

    /// <summary>The focus area whose colour it has.</summary>
    public string? FocusArea { get; init; }

    /// <summary>The points.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }
}

/// <summary>What is special about a point.</summary>
public enum PointMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Provisional or estimated.</summary>
    Provisional,

    /// <summary>Not comparable with the points before it.</summary>
    Break,

    /// <summary>Our own row among others.</summary>
    Highlight,

    /// <summary>Nobody looked there: hatched, and never zero.</summary>
    NotWatched,

    /// <summary>It was looked at, but the source was silent or could not be read.</summary>
    Silent,
}

/// <summary>A point. A missing value is null, never zero: a line is broken there, a bar says "no data".</summary>
public sealed record ChartPoint
{
    /// <summary>The category, or the period's text.</summary>
    public required string Label { get; init; }

    /// <summary>The value; null where there is none.</summary>
    public double? Value { get; init; }

    /// <summary>The period, for charts over time.</summary>
    public Period? Period { get; init; }

    /// <summary>The day, for timelines.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What is special about it.</summary>
    public PointMark Mark { get; init; }

    /// <summary>A short note printed in the table, such as "inte bland de fem största".</summary>
    public string? Note { get; init; }

    /// <summary>The value as printed where it is not the plain number (a distance chart that shows the values themselves).</summary>
    public string? Display { get; init; }

    /// <summary>For fans: where the value is likely to lie, the narrowest band first; empty for a value that was observed.</summary>
    public IReadOnlyList<ChartBand> Bands { get; init; } = [];
}

/// <summary>Where a value is likely to lie.</summary>
/// <param name="Level">How often it does, such as 0.8.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
public sealed record ChartBand(double Level, double Low, double High);
