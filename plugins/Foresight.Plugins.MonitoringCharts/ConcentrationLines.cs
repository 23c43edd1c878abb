using Foresight.Methods.Trade;
using Foresight.Sdk;

namespace Foresight.Plugins.MonitoringCharts;

/// <summary>How far a total lies with few, period by period, with what is said of it.</summary>
internal sealed record ConcentrationLines
{
    public required IReadOnlyList<ConcentrationPoint> Points { get; init; }

    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Of the numbers that title and notes print beside the points.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>The source entry.</summary>
    public required string Source { get; init; }

    public required string Producer { get; init; }

    public string? FocusArea { get; init; }
}

/// <summary>A period's concentration.</summary>
/// <param name="Period">The period.</param>
/// <param name="Concentration">The concentration; null where the parts are not known well enough.</param>
/// <param name="Largest">The name of the largest part.</param>
/// <param name="Evidence">Where a number that was reckoned from the parts stands.</param>
internal sealed record ConcentrationPoint(Period Period, Concentration? Concentration, string Largest, Func<double, string, Evidence> Evidence);
