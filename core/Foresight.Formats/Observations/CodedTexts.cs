namespace Foresight.Formats.Observations;

/// <summary>A column of texts: row <c>i</c> has <c>Values[Codes[i]]</c>.</summary>
/// <param name="Values">Distinct texts; a block may list some that none of its rows has.</param>
/// <param name="Codes">One code per row; -1 for none.</param>
public sealed record CodedTexts(IReadOnlyList<string> Values, int[] Codes)
{
    /// <summary>The text of a row; null for none.</summary>
    public string? this[int row] => Codes[row] is >= 0 and var code ? Values[code] : null;
}
