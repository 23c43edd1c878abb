using Foresight.Engine.Store.Batches;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Contracts;

/// <summary>In what a batch of observations differs from the known shape of its dataset, and which rows do.</summary>
internal sealed class ObservationDifferences
{
    private const string Freq = "freq";

    private readonly ObservationBatch batch;
    private readonly HashSet<string> newFrequencies;
    private readonly string[] lacking;

    public ObservationDifferences(ObservationBatch batch, PartSchema known)
    {
        this.batch = batch;
        NewDimensions = batch.Dimensions.Where(pair => pair.Key != Freq && !known.Columns.ContainsKey(pair.Key) && pair.Value.Codes.Span.ContainsAnyExcept(-1))
            .Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        lacking = batch.Count == 0 ? [] : [.. known.Always.Where(name => !batch.Dimensions.TryGetValue(name, out var column) || column.Codes.Span.Contains(-1))];
        newFrequencies = Frequencies(batch).Select(pair => pair.Frequency).Where(name => !known.Kinds.ContainsKey(name)).ToHashSet(StringComparer.Ordinal);
        Changes =
        [
            .. NewDimensions.Order(StringComparer.Ordinal).Select(name => $"{batch.Dataset}: {New(name)}"),
            .. lacking.Select(name => $"{batch.Dataset}: {Lacking(name)}"),
            .. newFrequencies.Order(StringComparer.Ordinal).Select(name => $"{batch.Dataset}: {NewFrequency(name)}"),
        ];
    }

    public IReadOnlySet<string> NewDimensions { get; }

    /// <summary>One sentence each.</summary>
    public IReadOnlyList<string> Changes { get; }

    public static string New(string dimension) => $"The dimension '{dimension}' is new.";

    /// <summary>The frequencies of the rows, as SDMX letters.</summary>
    public static IEnumerable<(string Frequency, long Count)> Frequencies(ObservationBatch batch)
    {
        var (values, codes) = batch.Dimensions.TryGetValue(Freq, out var given)
            ? (given.Values, given.Codes) : ([.. batch.Periods.Values.Select(period => ObservationBlocks.Sdmx(period.Frequency))], batch.Periods.Codes);
        var counts = new long[values.Count];
        foreach (var code in codes.Span)
        {
            if (code >= 0 && code < counts.Length)
            {
                counts[code]++;
            }
        }

        return values.Zip(counts).Where(pair => pair.Second > 0).GroupBy(pair => pair.First, (name, pairs) => (name, pairs.Sum(pair => pair.Second)));
    }

    /// <summary>Why a row does not fit; null where it does.</summary>
    public string? Of(int row, bool withNewDimensions)
    {
        if (withNewDimensions && NewDimensions.FirstOrDefault(name => batch.Dimensions[name].Codes.Span[row] >= 0) is { } added)
        {
            return New(added);
        }

        if (lacking.FirstOrDefault(name => !batch.Dimensions.TryGetValue(name, out var column) || column.Codes.Span[row] < 0) is { } lacked)
        {
            return Lacking(lacked);
        }

        return newFrequencies.Count > 0 && FrequencyOf(row) is { } frequency && newFrequencies.Contains(frequency) ? NewFrequency(frequency) : null;
    }

    private static string Lacking(string dimension) => $"The dimension '{dimension}' is missing, which every row had.";

    private static string NewFrequency(string frequency) => $"The frequency '{frequency}' is new.";

    private string? FrequencyOf(int row)
    {
        if (batch.Dimensions.TryGetValue(Freq, out var given))
        {
            return given.Codes.Span[row] is var code and >= 0 ? given.Values[code] : null;
        }

        return batch.Periods.Codes.Span[row] is var period and >= 0 ? ObservationBlocks.Sdmx(batch.Periods.Values[period].Frequency) : null;
    }
}
