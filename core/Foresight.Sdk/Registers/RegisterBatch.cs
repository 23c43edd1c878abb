namespace Foresight.Sdk;

/// <summary>Rows of one register of the municipality's own (<see cref="Register"/>).</summary>
public sealed class RegisterBatch : RecordBatch
{
    /// <summary>The register's id (<see cref="Sdk.Register.Id"/>).</summary>
    public required string Register { get; init; }

    /// <summary>The rows, ids unique within the register.</summary>
    public required IReadOnlyList<RegisterRow> Rows { get; init; }
}

/// <summary>A row of a register.</summary>
/// <param name="Id">Its id, stable over time and unique within the register.</param>
/// <param name="Fields">
/// What it says, by the column's name (<see cref="RegisterColumn.Name"/>), without the columns that are empty. Written as
/// <see cref="RegisterValue"/> says of each kind, so that the same thing said in another form is no change.
/// </param>
public sealed record RegisterRow(string Id, IReadOnlyDictionary<string, string> Fields);
