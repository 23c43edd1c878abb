namespace Foresight.Sdk;

/// <summary>What a register's column holds, and how it is written in <see cref="RegisterRow.Fields"/>.</summary>
public enum RegisterValue
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A day, <c>2026-03-12</c>.</summary>
    Day,

    /// <summary>A year, month or day, <c>2006</c>, <c>2006-05</c>, <c>2006-05-03</c>: as far as it is known.</summary>
    When,

    /// <summary>An amount of money or a number, <c>12345.6</c>.</summary>
    Amount,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    YesNo,

    /// <summary>An id or one of the <see cref="RegisterColumn.Words"/>.</summary>
    One,

    /// <summary>Several ids, parted by <c>"; "</c>.</summary>
    Many,
}

/// <summary>A column of a register.</summary>
/// <param name="Name">Its name in files, tables and queries.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Label">What it is called in briefs; a file may head its column by the Swedish label too.</param>
/// <param name="Meaning">What to write there.</param>
public sealed record RegisterColumn(string Name, RegisterValue Kind, LocalText Label, LocalText Meaning)
{
    /// <summary>Whether a row must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The words that it may hold; none for any.</summary>
    public IReadOnlyList<RegisterWord> Words { get; init; } = [];

    /// <summary>
    /// What its ids name: a register's id, or of the policy <c>focus-area</c>, <c>purpose</c>, <c>activity-kind</c>, <c>partner-kind</c>, <c>body</c>,
    /// <c>place</c> or <c>fund</c>; null for ids of none of them.
    /// </summary>
    public string? Names { get; init; }
}

/// <summary>A register that a municipality keeps of its own international work: its columns, in the order of the file.</summary>
/// <param name="Id">The id: the file's name without ending, and the view's name.</param>
/// <param name="Name">What it is called in briefs.</param>
/// <param name="Columns">The columns; the first is <c>id</c>.</param>
public sealed partial record Register(string Id, LocalText Name, IReadOnlyList<RegisterColumn> Columns)
{
    /// <summary>The view in which its rows stand: the register's id, but for observations, since figures have that name.</summary>
    public string View => Id == Observations.Id ? "contact_observations" : Id;
}

/// <summary>A word that a column may hold.</summary>
/// <param name="Id">As it is stored.</param>
/// <param name="Label">As briefs print it; a file may write the Swedish label too.</param>
public sealed record RegisterWord(string Id, LocalText Label);
