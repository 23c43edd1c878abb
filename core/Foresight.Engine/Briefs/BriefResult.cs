namespace Foresight.Engine.Briefs;

/// <summary>What was written.</summary>
public sealed record BriefResult
{
    public required string HtmlFile { get; init; }

    public required string EvidenceFile { get; init; }

    /// <summary>The pictures, PNG and SVG.</summary>
    public required IReadOnlyList<string> ChartFiles { get; init; }

    /// <summary>The CSV files.</summary>
    public required IReadOnlyList<string> DataFiles { get; init; }

    /// <summary>Findings of the main part.</summary>
    public required int Findings { get; init; }

    /// <summary>Charts, annex included.</summary>
    public required int Charts { get; init; }

    /// <summary>Items that belong to a focus area, annex included.</summary>
    public required int Items { get; init; }

    /// <summary>Numbers of findings and charts that no evidence accounts for, each with its place; none when all is well.</summary>
    public required IReadOnlyList<string> Untraced { get; init; }
}
