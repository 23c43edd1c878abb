namespace Foresight.Formats.JsonStat;

/// <summary>
/// A JSON-stat dataset: a cube, of which only the cells that have a value or a status are kept. Cells are numbered row by row, the
/// last dimension fastest.
/// </summary>
public sealed class JsonStatDataset
{
    private readonly JsonStatCell[] cells;

    internal JsonStatDataset(IReadOnlyList<JsonStatDimension> dimensions, long size, JsonStatCell[] cells) =>
        (Dimensions, Size, this.cells) = (dimensions, size, cells);

    /// <summary>The id that the producer gives (<c>extension.id</c>); null where there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The title; null where there is none.</summary>
    public string? Label { get; init; }

    /// <summary>The producer, as given; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>When the data were last changed, as given; null where the answer does not say.</summary>
    public string? Updated { get; init; }

    /// <summary>The meaning of the status codes (<c>extension.status.label</c>); empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> StatusLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>The dimensions, slowest first.</summary>
    public IReadOnlyList<JsonStatDimension> Dimensions { get; }

    /// <summary>The number of cells of the whole cube, also of those without value.</summary>
    public long Size { get; }

    /// <summary>The cells that have a value or a status, in rising order.</summary>
    public IReadOnlyList<JsonStatCell> Cells => cells;

    /// <summary>The place of a cell: its position in each dimension.</summary>
    /// <param name="index">The cell's number.</param>
    /// <param name="positions">One position per dimension, to be written.</param>
    public void Locate(long index, Span<int> positions)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)index, (ulong)Size, nameof(index));
        for (var i = Dimensions.Count - 1; i >= 0; i--)
        {
            var size = Dimensions[i].Codes.Count;
            positions[i] = (int)(index % size);
            index /= size;
        }
    }
}

/// <summary>A cell of a dataset.</summary>
/// <param name="Index">Its number, row by row.</param>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Status">The status, as given (<c>p</c>, <c>ep</c>, <c>c</c>); null where there is none.</param>
public readonly record struct JsonStatCell(long Index, double? Value, string? Status);

/// <summary>A dimension of a dataset.</summary>
/// <param name="Id">The id, such as <c>geo</c>.</param>
/// <param name="Label">The name; null where there is none.</param>
/// <param name="Role"><c>time</c>, <c>geo</c> or <c>metric</c>; null where none is stated.</param>
/// <param name="Codes">The codes of its categories, by position.</param>
/// <param name="Labels">The names of its categories, by position; the code where a category has none.</param>
/// <param name="WithoutData">Positions for which the answer has no data at all (Eurostat's <c>positions-with-no-data</c>).</param>
public sealed record JsonStatDimension(
    string Id, string? Label, string? Role, IReadOnlyList<string> Codes, IReadOnlyList<string> Labels, IReadOnlyList<int> WithoutData);
