namespace Foresight.Plugins.Registers.Files;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    /// <summary>A text, as written.</summary>
    Text,

    /// <summary>A number of a workbook, written as <c>1234.5</c>.</summary>
    Number,

    /// <summary>A day of a workbook, written as <c>2026-03-12</c>.</summary>
    Day,

    /// <summary>A formula of a workbook.</summary>
    Formula,

    /// <summary>An error of a workbook, such as <c>#REF!</c>.</summary>
    Error,
}

/// <summary>A cell.</summary>
/// <param name="Text">Its text; empty where nothing stands in it.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct Cell(string Text, CellKind Kind = CellKind.Text)
{
    public bool IsBlank => Kind is CellKind.Text && string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row of a file.</summary>
/// <param name="Number">Its number as a person counts it: the header is row 1.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record TableRow(int Number, IReadOnlyList<Cell> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.IsBlank);
}
