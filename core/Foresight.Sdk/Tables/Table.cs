using System.Globalization;

namespace Foresight.Sdk;

/// <summary>A column of a query's answer.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of its values where they are not null.</param>
/// <param name="Values">One value per row; null where there is none.</param>
public sealed record TableColumn(string Name, Type Type, IReadOnlyList<object?> Values);

/// <summary>A query's answer: named columns of equal length.</summary>
public sealed class Table(IReadOnlyList<TableColumn> columns)
{
    /// <summary>The columns, in the query's order.</summary>
    public IReadOnlyList<TableColumn> Columns { get; } = columns;

    /// <summary>The number of rows.</summary>
    public int RowCount => Columns.Count == 0 ? 0 : Columns[0].Values.Count;

    /// <summary>The rows.</summary>
    public IEnumerable<TableRow> Rows => Enumerable.Range(0, RowCount).Select(i => new TableRow(this, i));

    /// <summary>The column of that name (case does not matter).</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TableColumn this[string name] =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new KeyNotFoundException($"The answer has no column '{name}', only {string.Join(", ", Columns.Select(c => c.Name))}.");
}

/// <summary>A row of a <see cref="Table"/>.</summary>
public readonly record struct TableRow(Table Table, int Index)
{
    /// <summary>The value of that column; null where there is none.</summary>
    public object? this[string name] => Table[name].Values[Index];

    /// <summary>The value as text (invariant); empty where there is none.</summary>
    public string Text(string name) => Convert.ToString(this[name], CultureInfo.InvariantCulture) ?? "";

    /// <summary>The value as a number; null where there is none.</summary>
    public double? Number(string name) => this[name] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    /// <summary>The value as a day; null where there is none.</summary>
    public DateOnly? Day(string name) => this[name] switch
    {
        null => null,
        DateOnly day => day,
        DateTime time => DateOnly.FromDateTime(time),
        DateTimeOffset time => DateOnly.FromDateTime(time.UtcDateTime),
        var other => DateOnly.Parse(Convert.ToString(other, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture),
    };
}
