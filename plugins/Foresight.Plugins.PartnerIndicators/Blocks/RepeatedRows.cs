using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators.Blocks;

/// <summary>Finds rows of a batch that have the dimensions and period of an earlier one, as a line that is in a file twice gives them.</summary>
internal static class RepeatedRows
{
    /// <summary>The rows, in order.</summary>
    public static List<int> Of(ObservationBatch batch)
    {
        var columns = batch.Dimensions.Values.Select(column => (Codes: column.Codes, First: FirstOf(column.Values)))
            .Append((batch.Periods.Codes, FirstOf(batch.Periods.Values))).ToArray();
        var known = new HashSet<UInt128>(batch.Count);
        var repeated = new List<int>();
        for (var row = 0; row < batch.Count; row++)
        {
            UInt128 identity = 0;
            foreach (var (codes, first) in columns)
                identity = (identity * (UInt128)(first.Length + 1)) + (codes.Span[row] is >= 0 and var code ? (UInt128)(first[code] + 1) : 0);
            if (!known.Add(identity))
                repeated.Add(row);
        }

        return repeated;
    }

    /// <summary>Where each value stands first: two codes of a source may be stored as one.</summary>
    private static int[] FirstOf<T>(IReadOnlyList<T> values) where T : notnull
    {
        var places = new Dictionary<T, int>();
        return [.. values.Select((value, i) => places.TryAdd(value, i) ? i : places[value])];
    }
}
