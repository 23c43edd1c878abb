namespace Foresight.Sdk;

/// <summary>By what reports are counted beside their focus area.</summary>
public enum CoverageAxis
{
    /// <summary>The policy's source entry.</summary>
    Source,

    /// <summary>The language.</summary>
    Language,

    /// <summary>The country that a report is about.</summary>
    Region,

    /// <summary>The month of publication.</summary>
    Month,

    /// <summary>Who published it.</summary>
    Publisher,
}

/// <summary>Whether anything was heard; what is not heard has three reasons, which must not be taken for each other.</summary>
public enum CoverageState
{
    /// <summary>There is at least one report.</summary>
    Heard,

    /// <summary>It was watched, and nothing came on this.</summary>
    NothingCame,

    /// <summary>It was read well and gave nothing at all.</summary>
    Silent,

    /// <summary>It could not be read.</summary>
    Failed,

    /// <summary>Nobody looked.</summary>
    NotWatched,
}

/// <summary>How many reports there are of one focus area and, of the axes that were asked for, one source, language, region, month and publisher.</summary>
public sealed record CoverageCount
{
    /// <summary>The focus area; null for all reports, whether they belong to any area or none.</summary>
    public string? FocusArea { get; init; }

    /// <summary>The source entry's id; null if not asked for.</summary>
    public string? Source { get; init; }

    /// <summary>The language's code, <see cref="WatchCoverage.Unknown"/> where nobody knows; null if not asked for.</summary>
    public string? Language { get; init; }

    /// <summary>The country's code, <see cref="WatchCoverage.Unknown"/> where none is named; null if not asked for.</summary>
    public string? Region { get; init; }

    /// <summary>The month, as <c>2026-09</c>; null if not asked for.</summary>
    public string? Month { get; init; }

    /// <summary>The publisher; null if not asked for.</summary>
    public string? Publisher { get; init; }

    /// <summary>The number of stories.</summary>
    public required int Stories { get; init; }

    /// <summary>The number of reports: stored documents.</summary>
    public required int Reports { get; init; }

    /// <summary>How many of the reports the classifier has judged.</summary>
    public required int Judged { get; init; }
}

/// <summary>How a source was heard month by month.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Title">What it is.</param>
/// <param name="States">One state per month of the period.</param>
public sealed record SourceCoverage(string Id, LocalText Title, IReadOnlyList<CoverageState> States)
{
    /// <summary>The state over the whole period: heard once is heard; else what the source did when it was read last.</summary>
    public CoverageState Whole =>
        States.Contains(CoverageState.Heard) ? CoverageState.Heard
        : States.Contains(CoverageState.Silent) ? CoverageState.Silent
        : States.Contains(CoverageState.Failed) ? CoverageState.Failed
        : CoverageState.NotWatched;
}

/// <summary>A cell of the map.</summary>
/// <param name="FocusArea">The focus area.</param>
/// <param name="State">Whether anything was heard, and if not, why.</param>
/// <param name="Stories">The number of stories.</param>
/// <param name="Reports">The number of reports.</param>
public sealed record CoverageCell(string FocusArea, CoverageState State, int Stories, int Reports);

/// <summary>A row of the map: a source, language, country or month.</summary>
/// <param name="Key">Its id, code or month.</param>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether anything of any focus area or none was heard.</param>
/// <param name="Reports">All its reports, whether they belong to an area or not.</param>
/// <param name="Judged">How many of them the classifier has judged.</param>
/// <param name="Cells">One per focus area, in the policy's order.</param>
public sealed record CoverageRow(string Key, LocalText Name, CoverageState State, int Reports, int Judged, IReadOnlyList<CoverageCell> Cells);
