using System.Text.Json;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Merge;

/// <summary>
/// The periods and places of some observations. Rows of one identity share both, so whoever merges a block of a large dataset needs
/// to know only the files whose ranges meet the block's.
/// </summary>
internal sealed record RowRange(string FirstPeriod, string LastPeriod, string? FirstPlace, string? LastPlace)
{
    private const string Period = "period";
    private const string Place = Sdk.Dimension.RefArea;

    /// <summary>No row lies in it: no period is an empty text.</summary>
    public static RowRange Nothing { get; } = new("", "", null, null);

    /// <summary>The range of all rows of the blocks; places are open where a row has none. Null where there are no rows.</summary>
    public static RowRange? Of(IReadOnlyList<ColumnBlock> blocks)
    {
        ColumnRange RangeOf(string column) => blocks.Aggregate(default(ColumnRange), (range, block) => range.Union(block[column].Range()));
        var (periods, places) = (RangeOf(Period), RangeOf(Place));
        return periods is not { Min: string first, Max: string last } ? null
            : places is { Nulls: 0, Min: string firstPlace, Max: string lastPlace } ? new(first, last, firstPlace, lastPlace)
            : new(first, last, null, null);
    }

    /// <summary>The least range that holds both.</summary>
    public RowRange Union(RowRange other) => new(
        AtMost(FirstPeriod, other.FirstPeriod) ? FirstPeriod : other.FirstPeriod,
        AtMost(LastPeriod, other.LastPeriod) ? other.LastPeriod : LastPeriod,
        FirstPlace is null || other.FirstPlace is null ? null : AtMost(FirstPlace, other.FirstPlace) ? FirstPlace : other.FirstPlace,
        LastPlace is null || other.LastPlace is null ? null : AtMost(LastPlace, other.LastPlace) ? other.LastPlace : LastPlace);

    /// <summary>The range of a file's rows by what the log says of it; null where it does not say.</summary>
    public static RowRange? Of(AddFile file)
    {
        using var statistics = JsonDocument.Parse(file.Statistics);
        var (least, greatest) = (statistics.RootElement.GetProperty("minValues"), statistics.RootElement.GetProperty("maxValues"));
        string? Text(JsonElement values, string column) => values.TryGetProperty(column, out var value) ? value.GetString() : null;
        return Text(least, Period) is { } first && Text(greatest, Period) is { } last
            ? new(first, last, Text(least, Place), Text(greatest, Place)) : null;
    }

    /// <summary>Whether a row may lie in both.</summary>
    public bool Meets(RowRange other) =>
        AtMost(FirstPeriod, other.LastPeriod) && AtMost(other.FirstPeriod, LastPeriod)
        && (FirstPlace is null || other.FirstPlace is null || (AtMost(FirstPlace, other.LastPlace!) && AtMost(other.FirstPlace, LastPlace!)));

    private static bool AtMost(string left, string right) => ColumnRange.CompareText(left, right) <= 0;
}
