using System.Globalization;
using Foresight.Sdk;

namespace Foresight.Engine.Registers;

/// <summary>A row of a register as it stands now, its fields by the columns' names.</summary>
/// <param name="Source">The source entry that it came from.</param>
/// <param name="Register">The register.</param>
/// <param name="Id">Its id.</param>
/// <param name="Fields">What it says, without the columns that are empty.</param>
/// <param name="Revision">Its revision, from 1.</param>
/// <param name="LoadId">The load that brought this revision.</param>
public sealed record RegisterEntry(string Source, Register Register, string Id, IReadOnlyDictionary<string, string> Fields, int Revision, string LoadId)
{
    private const string Parted = "; ";

    /// <summary>The field as it is written; null where it is empty.</summary>
    public string? this[string column] => Fields.GetValueOrDefault(column);

    /// <summary>Whether it is only an example, made up to show the form.</summary>
    public bool IsExample => this["example"] == "true";

    /// <summary>The ids of a field that may hold several.</summary>
    public IReadOnlyList<string> Many(string column) => this[column] is { } text ? text.Split(Parted, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];

    /// <summary>An amount; null where it is empty.</summary>
    public double? Amount(string column) => this[column] is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A day; null where it is empty.</summary>
    public DateOnly? Day(string column) => this[column] is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The first day of what is known as a year, month or day; null where it is empty.</summary>
    public DateOnly? First(string column) => this[column] is { } text ? Bounds(text).First : null;

    /// <summary>The last day of what is known as a year, month or day; null where it is empty.</summary>
    public DateOnly? Last(string column) => this[column] is { } text ? Bounds(text).Last : null;

    /// <summary>The label of a word that the column may hold, in one language; the text itself where it is none.</summary>
    public string? Label(string column, string language) => this[column] is { } text
        ? Register.Columns.Single(known => known.Name == column).Words.FirstOrDefault(word => word.Id == text)?.Label.In(language) ?? text
        : null;

    private static (DateOnly First, DateOnly Last) Bounds(string text)
    {
        var parts = text.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return parts switch
        {
            [var year] => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
            [var year, var month] => (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1)),
            [var year, var month, var day] => (new DateOnly(year, month, day), new DateOnly(year, month, day)),
            _ => throw new FormatException($"'{text}' is no year, month or day."),
        };
    }
}
