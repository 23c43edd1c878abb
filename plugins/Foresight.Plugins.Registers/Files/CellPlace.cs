using System.Globalization;

namespace Foresight.Plugins.Registers.Files;

/// <summary>Names of cells, as in <c>C5</c>.</summary>
internal static class CellPlace
{
    /// <summary>The column of a cell's name, from 0; null where it is none.</summary>
    public static int? ColumnOf(string? name)
    {
        var column = 0;
        foreach (var letter in name ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > 1_000_000)
                break;
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>The row of a cell's name; null where it is none.</summary>
    public static int? RowOf(string? name) =>
        int.TryParse((name ?? "").Split(':')[0].TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"]), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    /// <summary>The letters of a column, from 1: <c>AB</c>.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
