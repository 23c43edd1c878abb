using Foresight.Sdk;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>A section of a brief beside its fixed parts: texts that are worded already. Nothing here is HTML.</summary>
/// <param name="Id">Its id, as the policy's brief entry names it.</param>
/// <param name="Title">Its heading.</param>
public sealed record BriefSection(string Id, string Title)
{
    /// <summary>What it consists of, in reading order.</summary>
    public required IReadOnlyList<SectionPart> Parts { get; init; }
}

/// <summary>A part of a section.</summary>
public abstract record SectionPart
{
    /// <summary>Where its numbers come from.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

/// <summary>A heading within a section.</summary>
public sealed record SectionHeading(string Text) : SectionPart;

/// <summary>A paragraph.</summary>
public sealed record SectionText(string Text) : SectionPart;

/// <summary>A list.</summary>
public sealed record SectionList(IReadOnlyList<SectionCell> Lines) : SectionPart;

/// <summary>A table; the first cell of a row is its heading.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with a cell for every column.</param>
public sealed record SectionTable(string Caption, IReadOnlyList<SectionColumn> Columns, IReadOnlyList<IReadOnlyList<SectionCell>> Rows) : SectionPart;

/// <summary>A column of a table.</summary>
public sealed record SectionColumn(string Name, bool IsNumber = false);

/// <summary>A cell or line.</summary>
/// <param name="Text">The text.</param>
public sealed record SectionCell(string Text)
{
    /// <summary>The page that it leads to, http or https; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>Its language where it is not the brief's; BCP 47.</summary>
    public string? Language { get; init; }
}
