namespace Foresight.Formats.PxWeb;

/// <summary>A table of a PxWeb service: what can be asked for.</summary>
/// <param name="Id">Its id, such as <c>TAB6471</c>; null where the answer does not say.</param>
/// <param name="Label">Its title.</param>
/// <param name="Dimensions">Its dimensions, in the order of its cells.</param>
public sealed record PxWebTable(string? Id, string? Label, IReadOnlyList<PxWebDimension> Dimensions)
{
    /// <summary>The producer; null where it is not stated.</summary>
    public string? Source { get; init; }

    /// <summary>When the data were last changed, as given; null where it is not stated.</summary>
    public string? Updated { get; init; }

    /// <summary>When the next data are due, as given; null where it is not stated.</summary>
    public string? NextUpdate { get; init; }

    /// <summary>The notes on the whole table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The dimension of periods; null where there is none.</summary>
    public PxWebDimension? Time => Dimensions.FirstOrDefault(one => one.IsTime);

    /// <summary>The dimension that says what is measured; null where there is none.</summary>
    public PxWebDimension? Contents => Dimensions.FirstOrDefault(one => one.IsContents);

    /// <summary>The number of cells of the whole table: what <see cref="PxWebConfig.MaxDataCells"/> is compared with. At most <see cref="long.MaxValue"/>.</summary>
    public long CellCount => Dimensions.Aggregate(1L, (cells, one) => one.Codes.Count > 0 && cells > long.MaxValue / one.Codes.Count ? long.MaxValue : cells * one.Codes.Count);
}

/// <summary>A dimension of a table.</summary>
/// <param name="Code">Its id, such as <c>Region</c>.</param>
/// <param name="Label">Its name.</param>
/// <param name="Codes">The codes of its values, in the table's order.</param>
/// <param name="Labels">The names of its values, in the same order.</param>
public sealed record PxWebDimension(string Code, string Label, IReadOnlyList<string> Codes, IReadOnlyList<string> Labels)
{
    /// <summary>Whether its values are periods.</summary>
    public bool IsTime { get; init; }

    /// <summary>Whether its values say what is measured.</summary>
    public bool IsContents { get; init; }

    /// <summary>Whether it may be left out of a question; its total is then meant.</summary>
    public bool CanBeLeftOut { get; init; }

    /// <summary>The code of the total that is meant where it is left out; null means the sum of all values.</summary>
    public string? TotalCode { get; init; }

    /// <summary>The units by code, for a dimension that says what is measured.</summary>
    public IReadOnlyDictionary<string, JsonStat.JsonStatUnit> Units { get; init; } = new Dictionary<string, JsonStat.JsonStatUnit>();

    /// <summary>For a dimension of periods: the codes from the oldest to the newest, whatever order the table has.</summary>
    public IReadOnlyList<string> OldestFirst
    {
        get
        {
            var known = Codes.Select(code => (Code: code, IsPeriod: Observations.PeriodText.TryRead(code, null, out var period, out _), Period: period)).ToList();
            return known.TrueForAll(one => one.IsPeriod) ? [.. known.OrderBy(one => one.Period, StringComparer.Ordinal).Select(one => one.Code)] : Codes;
        }
    }
}
