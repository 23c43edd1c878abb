namespace Foresight.Formats.JsonStat;

/// <summary>
/// A JSON-stat dataset: a cube, of which only the cells that have a value or a status are kept. Cells are numbered row by row, the
/// last dimension fastest.
/// </summary>
public sealed class JsonStatDataset
{
    internal JsonStatDataset(IReadOnlyList<JsonStatDimension> dimensions, long size, IReadOnlyList<JsonStatCell> cells) =>
        (Dimensions, Size, Cells) = (dimensions, size, cells);

    /// <summary>Its name in a bundle; null where it came alone.</summary>
    public string? Name { get; init; }

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

    /// <summary>The notes on the whole dataset.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What PxWeb says besides; null for other services.</summary>
    public JsonStatPxWeb? PxWeb { get; init; }

    /// <summary>The dimensions, slowest first.</summary>
    public IReadOnlyList<JsonStatDimension> Dimensions { get; }

    /// <summary>The number of cells of the whole cube, also of those without value.</summary>
    public long Size { get; }

    /// <summary>The cells that have a value or a status, in rising order.</summary>
    public IReadOnlyList<JsonStatCell> Cells { get; }

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
    string Id, string? Label, string? Role, IReadOnlyList<string> Codes, IReadOnlyList<string> Labels, IReadOnlyList<int> WithoutData)
{
    /// <summary>The units by category, where they are stated (for a dimension of metrics).</summary>
    public IReadOnlyDictionary<string, JsonStatUnit> Units { get; init; } = new Dictionary<string, JsonStatUnit>();

    /// <summary>Whether the dimension may be left out of a question (PxWeb); null where that is not stated.</summary>
    public bool? CanBeLeftOut { get; init; }

    /// <summary>The category that stands for all where the dimension is left out (PxWeb); null means the sum of all, or that there is none.</summary>
    public string? TotalCode { get; init; }
}

/// <summary>A unit.</summary>
/// <param name="Name">Its name (<c>base</c>, else <c>label</c>); null where there is none.</param>
/// <param name="Decimals">With how many decimals its figures are given; null where that is not stated.</param>
public sealed record JsonStatUnit(string? Name, int? Decimals);

/// <summary>What PxWeb says of a table in <c>extension.px</c>.</summary>
/// <param name="TableId">The table's id, such as <c>TAB6471</c>.</param>
/// <param name="Contents">What is measured.</param>
/// <param name="Language">The language of the labels.</param>
/// <param name="Decimals">With how many decimals its figures are given.</param>
/// <param name="NextUpdate">When the next figures are due, as given.</param>
public sealed record JsonStatPxWeb(string? TableId, string? Contents, string? Language, int? Decimals, string? NextUpdate);
