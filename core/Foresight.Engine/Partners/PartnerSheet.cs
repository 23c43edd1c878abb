using Foresight.Engine.Briefs;

namespace Foresight.Engine.Partners;

/// <summary>What the template of a partner's page places: texts that are worded already. Nothing here is HTML.</summary>
internal sealed record PartnerSheet
{
    public required SheetFrame Frame { get; init; }
    public required string Meta { get; init; }
    public required string ContentsLabel { get; init; }
    public string? Dormant { get; init; }
    public required string DormantLabel { get; init; }
    public required IReadOnlyList<SheetFact> Facts { get; init; }
    public required string FactsTitle { get; init; }
    public required IReadOnlyList<PageSection> Sections { get; init; }
    public required string IndexFile { get; init; }
    public required string IndexLabel { get; init; }
}

/// <summary>What the template of the list of partners places.</summary>
internal sealed record PartnerIndexSheet
{
    public required SheetFrame Frame { get; init; }
    public string? Dormant { get; init; }
    public required string DormantLabel { get; init; }
    public required string Lead { get; init; }
    public required string Caption { get; init; }
    public required IReadOnlyList<string> Columns { get; init; }
    public required IReadOnlyList<SheetRow> Rows { get; init; }
}

/// <summary>What stands around both.</summary>
internal sealed record SheetFrame
{
    public required string Language { get; init; }
    public required string Security { get; init; }
    public required string Organisation { get; init; }
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string HeadTitle { get; init; }
    public required string Skip { get; init; }
    public required string AsOfLabel { get; init; }
    public required string AsOf { get; init; }
    public required string AsOfMachine { get; init; }
    public string? Banner { get; init; }
    public required string BannerLabel { get; init; }
    public required string MadeBy { get; init; }
}

/// <summary>A line of facts.</summary>
internal sealed record SheetFact(string Name, string Text, string? Link);

/// <summary>A row of the list: the partner with its page, and the other cells.</summary>
internal sealed record SheetRow(string File, string Name, IReadOnlyList<string> Cells);
