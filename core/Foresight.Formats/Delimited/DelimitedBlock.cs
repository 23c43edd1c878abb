using Foresight.Formats.Observations;

namespace Foresight.Formats.Delimited;

/// <summary>Some lines of a table, as columns.</summary>
/// <param name="Codes">The columns of codes by the layout's names; optional ones that the table lacks are not there.</param>
/// <param name="Numbers">The columns of numbers, the same; NaN where a field is empty.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="LastLine">The line of the table after which the block ends; the header is line 1.</param>
/// <param name="Rejections">Lines that could not be read.</param>
public sealed record DelimitedBlock(
    IReadOnlyDictionary<string, CodedTexts> Codes, IReadOnlyDictionary<string, double[]> Numbers, int Count, int LastLine,
    IReadOnlyList<ObservationRejection> Rejections)
{
    /// <summary>The names of all columns as the header has them, those too that are not read.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];
}
