using Foresight.Formats.Observations;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators.Blocks;

/// <summary>Turns blocks of columns into batches. What no filter takes is left out, and what has no period is rejected.</summary>
/// <param name="dataset">The dataset's id.</param>
/// <param name="nameOf">What a dimension of the source is stored as.</param>
/// <param name="filters">The codes to keep, by the source's name of the dimension; a dimension that is not named is kept whole.</param>
/// <param name="from">The first period that is kept; null for all.</param>
internal sealed class BlockBatches(string dataset, Func<string, string> nameOf, IReadOnlyDictionary<string, IReadOnlyList<string>> filters, Period? from)
{
    private readonly Dictionary<string, HashSet<string>> wanted = filters.ToDictionary(
        filter => filter.Key, filter => filter.Value.ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<(string Dimension, string Code)> seen = [];

    /// <summary>What a code is stored as, by the stored dimension.</summary>
    public Func<string, string, string> CodeOf { get; init; } = (_, code) => code;

    /// <summary>The unit of each row, where the source has no dimension of units.</summary>
    public Func<ObservationBlock, CodedColumn<string>?> UnitOf { get; init; } = _ => null;

    /// <summary>The codes of the filters that never came, as dimension and code.</summary>
    public IEnumerable<(string Dimension, string Code)> Missing =>
        wanted.SelectMany(filter => filter.Value.Where(code => !seen.Contains((filter.Key, code.ToUpperInvariant()))).Select(code => (filter.Key, code)));

    /// <exception cref="SourceException">A filter names a dimension that the source does not have.</exception>
    public ObservationBatch ToBatch(ObservationBlock block)
    {
        var rejections = block.Rejections.Select(bad => new Rejection($"line {bad.Line}", bad.Reason) { Item = bad.Text }).ToList();
        var periods = PeriodsOf(block, rejections);
        var rows = RowsOf(block, periods);
        var batch = Picked(block, periods, rows, rejections);
        if (RepeatedRows.Of(batch) is not { Count: > 0 } repeated)
            return batch;

        rejections.Add(new Rejection($"rows of {dataset}", $"{repeated.Count} figures of {dataset} are given a second time: the first of each is kept."));
        var left = repeated.ToHashSet();
        var kept = Enumerable.Range(0, batch.Count).Where(row => !left.Contains(row)).Select(row => rows is null ? row : rows[row]);
        return Picked(block, periods, [.. kept], rejections);
    }

    private ObservationBatch Picked(ObservationBlock block, Period?[] periods, int[]? rows, List<Rejection> rejections)
    {
        var dimensions = new Dictionary<string, CodedColumn<string>>();
        foreach (var (name, column) in block.Dimensions)
        {
            var stored = nameOf(name);
            dimensions.Add(stored, new(Array.ConvertAll([.. column.Values], code => CodeOf(stored, code)), Pick(column.Codes, rows)));
        }

        if (UnitOf(block) is { } units)
            dimensions[Dimension.Unit] = new(units.Values, Pick(units.Codes.ToArray(), rows));
        return new ObservationBatch
        {
            Dataset = dataset,
            Periods = new([.. periods.Select(period => period ?? default)], Pick(block.Periods.Codes, rows)),
            Values = Pick(block.Values, rows),
            Presences = Array.ConvertAll(Pick(block.Presences, rows), presence => (Presence)presence),
            Status = block.Flags is { } flags ? new(flags.Values, Pick(flags.Codes, rows)) : null,
            Marks = block.Marks is { } marks ? new(marks.Values, Pick(marks.Codes, rows)) : null,
            Dimensions = dimensions,
            Rejections = rejections,
            Fields = block.Fields,
        };
    }

    private Period?[] PeriodsOf(ObservationBlock block, List<Rejection> rejections)
    {
        var periods = block.Periods.Values.Select(text => Period.TryParse(text, out var period) ? period : (Period?)null).ToArray();
        foreach (var code in block.Periods.Codes.Distinct().Where(code => code < 0 || periods[code] is null))
        {
            var text = code < 0 ? "" : block.Periods.Values[code];
            rejections.Add(new Rejection($"period '{text}'", $"'{text}' of {dataset} is no period: its cells are left out."));
        }

        return periods;
    }

    /// <summary>The rows to keep; null where all are.</summary>
    private int[]? RowsOf(ObservationBlock block, Period?[] periods)
    {
        var takesPeriod = Array.ConvertAll(periods, period => period is { } one && (from is null || one.Start >= from.Value.Start));
        var takes = new List<(int[] Codes, bool[] Takes)>();
        foreach (var (name, codes) in wanted)
        {
            if (!block.Dimensions.Any(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new SourceException($"{dataset} has no dimension '{name}', which 'filters' names: it has {string.Join(", ", block.Dimensions.Keys)}.", Recovery.Stop) { Fault = Fault.UnknownId };
            }

            var column = block.Dimensions.First(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
            takes.Add((column.Codes, [.. column.Values.Select(codes.Contains)]));
            seen.UnionWith(column.Values.Where(codes.Contains).Select(code => (name, code.ToUpperInvariant())));
        }

        var rows = new List<int>(block.Count);
        for (var row = 0; row < block.Count; row++)
        {
            if (block.Periods.Codes[row] is >= 0 and var period && takesPeriod[period] && takes.TrueForAll(one => one.Codes[row] is >= 0 and var code && one.Takes[code]))
                rows.Add(row);
        }

        return rows.Count == block.Count ? null : [.. rows];
    }

    private static T[] Pick<T>(T[] column, int[]? rows) => rows is null || column.Length == 0 ? column : Array.ConvertAll(rows, row => column[row]);
}
