namespace Foresight.Formats.Delimited;

/// <summary>What a table's columns are read as. Columns that no field names are passed over.</summary>
/// <param name="Fields">The columns to read.</param>
public sealed record DelimitedLayout(IReadOnlyList<DelimitedField> Fields);

/// <summary>A column to read.</summary>
/// <param name="Name">The name under which a block has it.</param>
/// <param name="Headers">The names that the header may have for it, in any case; the first that is there counts.</param>
public sealed record DelimitedField(string Name, params IReadOnlyList<string> Headers)
{
    /// <summary>Whether it holds numbers; else it holds codes.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether a table without it can be read.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Of a column of codes: which values the caller wants; lines with others are passed over. Null for all.</summary>
    public Func<string, bool>? Wanted { get; init; }
}
