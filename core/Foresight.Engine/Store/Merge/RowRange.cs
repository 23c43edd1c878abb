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

    public bool Contains(RowRange other) =>
        AtMost(FirstPeriod, other.FirstPeriod) && AtMost(other.LastPeriod, LastPeriod)
        && (FirstPlace is null || (other.FirstPlace is not null && AtMost(FirstPlace, other.FirstPlace) && AtMost(other.LastPlace!, LastPlace!)));

    /// <summary>The least range that holds both.</summary>
    public RowRange Union(RowRange other) => new(
        AtMost(FirstPeriod, other.FirstPeriod) ? FirstPeriod : other.FirstPeriod,
        AtMost(LastPeriod, other.LastPeriod) ? other.LastPeriod : LastPeriod,
        FirstPlace is null || other.FirstPlace is null ? null : AtMost(FirstPlace, other.FirstPlace) ? FirstPlace : other.FirstPlace,
        LastPlace is null || other.LastPlace is null ? null : AtMost(LastPlace, other.LastPlace) ? other.LastPlace : LastPlace);

    /// <summary>Whether a file may hold rows of this range; a file that does not say may.</summary>
    public bool Meets(AddFile file)
    {
        using var statistics = JsonDocument.Parse(file.Statistics);
        var (least, greatest) = (statistics.RootElement.GetProperty("minValues"), statistics.RootElement.GetProperty("maxValues"));
        return Overlaps(least, greatest, Period, FirstPeriod, LastPeriod) && (FirstPlace is null || Overlaps(least, greatest, Place, FirstPlace, LastPlace!));
    }

    private static bool Overlaps(JsonElement least, JsonElement greatest, string column, string first, string last) =>
        !least.TryGetProperty(column, out var min) || !greatest.TryGetProperty(column, out var max)
        || (AtMost(min.GetString()!, last) && AtMost(first, max.GetString()!));

    private static bool AtMost(string left, string right) => ColumnRange.CompareText(left, right) <= 0;
}
