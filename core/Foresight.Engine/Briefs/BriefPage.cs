namespace Foresight.Engine.Briefs;

/// <summary>What the template places: texts that are worded already. Nothing here is HTML.</summary>
internal sealed record BriefPage
{
    public required string Language { get; init; }
    public required string PolicyPart { get; init; }
    public required BriefLabels Labels { get; init; }
    public required string Security { get; init; }
    public required string HeadTitle { get; init; }
    public required string Organisation { get; init; }
    public required string Title { get; init; }
    public required string Reader { get; init; }
    public required string AsOf { get; init; }
    public required string AsOfMachine { get; init; }
    public string? Banner { get; init; }
    public required string Lead { get; init; }
    public PageAlerts? Alerts { get; init; }
    public required IReadOnlyList<PageFinding> Findings { get; init; }
    public required string NoFindings { get; init; }
    public required IReadOnlyList<PageChart> Charts { get; init; }
    public required string NoCharts { get; init; }
    public required IReadOnlyList<PageArea> Areas { get; init; }
    public required IReadOnlyList<PageDate> Dates { get; init; }
    public required string NoDates { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }
    public required string NothingMissing { get; init; }
    public string? NotInMain { get; init; }
    public required IReadOnlyList<PageSilence> Silences { get; init; }
    public string? MissingMore { get; init; }
    public required IReadOnlyList<string> MoreMissing { get; init; }
    public required IReadOnlyList<PageSection> Sections { get; init; }

    /// <summary>Whether the sections stand in the annex; else they come first.</summary>
    public required bool SectionsInAnnex { get; init; }
    public required IReadOnlyList<PageFinding> MoreFindings { get; init; }
    public required IReadOnlyList<PageChart> MoreCharts { get; init; }
    public required IReadOnlyList<PageDate> MoreDates { get; init; }
    public required IReadOnlyList<PageItem> AllItems { get; init; }
    public required string Period { get; init; }
    public string? Shown { get; init; }
    public required IReadOnlyList<PageEvidence> Evidence { get; init; }
    public required IReadOnlyList<string> Method { get; init; }
    public required IReadOnlyList<PageSource> Sources { get; init; }
}

/// <summary>A finding; <see cref="Colour"/> is the number of its focus area's colour.</summary>
internal sealed record PageFinding(int Mark, string Sentence, string? Caveat, string? Tag, int? Colour, int? Chart)
{
    /// <summary>How far to trust it, and whose word it is.</summary>
    public required string Grade { get; init; }

    /// <summary>What people gathered it under, with the others; null for nothing.</summary>
    public string? Gathered { get; init; }

    /// <summary>How sure its figures are; null for nothing.</summary>
    public string? Sureness { get; init; }

    /// <summary>Who took it up and what became of it; null where nobody did anything.</summary>
    public string? Taken { get; init; }
}

/// <summary>What cannot be said of a focus area: what was found or why nothing, a few reasons, and how many more there are.</summary>
internal sealed record PageSilence(string Name, string Findings, IReadOnlyList<string> Reasons, string? Left);

/// <summary>A chart; <see cref="Level"/> is the level of its heading.</summary>
internal sealed record PageChart
{
    public required int Level { get; init; }

    /// <summary>The width of the picture in print, in millimetres.</summary>
    public required int PictureWidth { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Subtitle { get; init; }
    public required string Picture { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string Alt { get; init; }
    public required string Description { get; init; }
    /// <summary>The notes that stand beside the picture; the description holds all of them.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required string SourceLine { get; init; }
    public required IReadOnlyList<PageCell> Columns { get; init; }
    public required IReadOnlyList<PageRow> Rows { get; init; }
}

/// <summary>A row of a chart's table: its heading and the other cells.</summary>
internal sealed record PageRow(string Head, IReadOnlyList<PageCell> Cells);

/// <summary>A cell of a chart's table.</summary>
internal sealed record PageCell(string Text, bool IsNumber);

/// <summary>A focus area with its newest items, or the sentence that there are none.</summary>
internal sealed record PageArea(string Id, string Name, int Colour, IReadOnlyList<PageItem> Items, string Nothing);

/// <summary>An item.</summary>
internal sealed record PageItem
{
    public required string Title { get; init; }
    public string? Language { get; init; }
    public string? Link { get; init; }
    public required string Publisher { get; init; }
    public required string Day { get; init; }
    public required string DayMachine { get; init; }
    public required string Match { get; init; }
    public required string Certainty { get; init; }
    public required string Areas { get; init; }
    public string? Also { get; init; }

    /// <summary>That it is in a language that the model did not learn; null where it is not.</summary>
    public string? InLanguage { get; init; }
}

/// <summary>A day that is coming.</summary>
internal sealed record PageDate(string Day, string DayMachine, string DaysLeft, string? Before, string Title, string? Language, string? Link, string Publisher);

/// <summary>The records behind a finding, the first of them printed.</summary>
internal sealed record PageEvidence(int Mark, IReadOnlyList<PageRecord> Records, string? Left, IReadOnlyList<PageAnswer> Answers);

/// <summary>A record behind a number.</summary>
internal sealed record PageRecord(string Source, string Record, string? Value, string? Formula);

/// <summary>A kept answer: its load and number, the day of fetching, the beginning of its hash.</summary>
internal sealed record PageAnswer(string Id, string? Fetched, string Hash);

/// <summary>A source.</summary>
internal sealed record PageSource(string Title, string? Link, string Producer, string Licence, string Newest, string State, string Sentence, bool IsWell);
