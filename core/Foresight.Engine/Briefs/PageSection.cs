using Foresight.Engine.Briefs.Sections;

namespace Foresight.Engine.Briefs;

/// <summary>A section as the template places it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Level">The heading's level; headings within it are one below.</param>
/// <param name="Parts">What it consists of.</param>
internal sealed record PageSection(string Id, string Title, int Level, IReadOnlyList<PagePart> Parts)
{
    public static PageSection Of(BriefSection section, int level) => new(section.Id, section.Title, level, [.. section.Parts.Select(part => PagePart.Of(part, level + 1))]);
}

/// <summary>A part of a section: a heading, a paragraph, a list or a table.</summary>
internal sealed record PagePart
{
    public bool IsHeading { get; init; }
    public bool IsText { get; init; }
    public bool IsList { get; init; }
    public bool IsTable { get; init; }
    public int Level { get; init; }
    public string Text { get; init; } = "";
    public IReadOnlyList<PageLink> Lines { get; init; } = [];
    public IReadOnlyList<PageCell> Columns { get; init; } = [];
    public IReadOnlyList<PageLinkRow> Rows { get; init; } = [];

    public static PagePart Of(SectionPart part, int level) => part switch
    {
        SectionHeading heading => new PagePart { IsHeading = true, Level = level, Text = heading.Text },
        SectionText text => new PagePart { IsText = true, Text = text.Text },
        SectionList list => new PagePart { IsList = true, Lines = [.. list.Lines.Select(line => PageLink.Of(line, isNumber: false))] },
        SectionTable table => new PagePart
        {
            IsTable = true,
            Text = table.Caption,
            Columns = [.. table.Columns.Select(column => new PageCell(column.Name, column.IsNumber))],
            Rows =
            [
                .. table.Rows.Select(row => new PageLinkRow(
                    PageLink.Of(row[0], isNumber: false), [.. row.Skip(1).Select((cell, place) => PageLink.Of(cell, table.Columns[place + 1].IsNumber))])),
            ],
        },
        _ => throw new NotSupportedException($"{part.GetType().Name} has no place on a page."),
    };
}

/// <summary>A row of a section's table.</summary>
internal sealed record PageLinkRow(PageLink Head, IReadOnlyList<PageLink> Cells);

/// <summary>A cell or line of a section.</summary>
internal sealed record PageLink(string Text, string? Link, string? Language, bool IsNumber)
{
    public static PageLink Of(SectionCell cell, bool isNumber) => new(cell.Text, OutsideText.Link(cell.Link), cell.Language, isNumber);
}
