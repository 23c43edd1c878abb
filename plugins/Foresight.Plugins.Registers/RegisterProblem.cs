using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers;

/// <summary>Something wrong in a register's file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Row">The row as a person counts it: the header is row 1; null for the file as a whole.</param>
/// <param name="Column">The column as the file heads it; null for the row as a whole.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
internal sealed record RegisterProblem(string File, int? Row, string? Column, string Sentence)
{
    /// <summary>Where it is: <c>activities.csv, row 7, column budget</c>.</summary>
    public string Where => string.Concat(
        File, Row is { } row ? string.Create(CultureInfo.InvariantCulture, $", row {row}") : "", Column is null ? "" : $", column {Column}");

    public Rejection ToRejection() => new(Where, Sentence);
}
