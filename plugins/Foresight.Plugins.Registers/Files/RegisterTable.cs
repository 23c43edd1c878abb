using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Files;

/// <summary>A register as its file has it.</summary>
/// <param name="Register">The register.</param>
/// <param name="Address">Where the file was read.</param>
/// <param name="Rows">The rows that have an id, each with its number in the file.</param>
/// <param name="Columns">The columns that the file has, in its order, each with its heading there.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record RegisterTable(
    Register Register, Uri Address, IReadOnlyList<(int Number, RegisterRow Row)> Rows, IReadOnlyList<(RegisterColumn Column, string Heading)> Columns, ProblemList Problems)
{
    /// <summary>The heading under which the file has a column.</summary>
    public string HeadingOf(RegisterColumn column) => Columns.First(one => one.Column == column).Heading;
}
