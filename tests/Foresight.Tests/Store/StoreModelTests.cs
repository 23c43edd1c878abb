using CsCheck;
using Foresight.Engine.Store;
using Xunit;

namespace Foresight.Tests.Store;

/// <summary>Whatever is loaded in whatever order, the store holds what a plain dictionary would.</summary>
public sealed class StoreModelTests
{
    private static readonly Gen<(string Area, int Year, double? Value)> Row = Gen.Select(
        Gen.OneOf("SE", "NO", "Å"), Gen.Int[2020, 2022], Gen.OneOf<double?>(1, 2, 0.1, null), (area, year, value) => (area, year, value));

    private static readonly Gen<(string Dataset, (string, int, double?)[] Rows)> Batch = Gen.Select(
        Gen.OneOf("d", "e"), Row.Array[0, 6], (dataset, rows) => (dataset, rows.DistinctBy(row => (row.Area, row.Year)).ToArray()));

    /// <param name="mostKnownRows">From how many rows on a dataset is known part by part.</param>
    [Theory]
    [InlineData(2_000_000)]
    [InlineData(2)]
    [InlineData(0)]
    public async Task Store_OfRandomLoads_EqualsTheModel(long mostKnownRows)
    {
        var loads = Gen.Select(Gen.OneOf("s", "t"), Batch.Array[1, 4]).Array[1, 5];

        await loads.SampleAsync(
            async sequence =>
            {
                using var folder = new StoreFolder();
                var model = new Dictionary<(string, string, string, int), List<double?>>();
                foreach (var (source, batches) in sequence)
                {
                    var expected = batches.Select(batch => Merge(model, source, batch)).Aggregate((0L, 0L, 0L), (a, b) => (a.Item1 + b.Item1, a.Item2 + b.Item2, a.Item3 + b.Item3));
                    var result = await folder.LoadAsync(new LoadStart(source, "Test", "1.0.0") { MostKnownRows = mostKnownRows }, [.. batches.Select(batch => Some.Figures(batch.Dataset, batch.Rows))]);
                    Assert.Equal(new AppendCounts(expected.Item1, expected.Item2, expected.Item3), result.Rows);
                }

                var stored = await folder.Store.Tables.QueryAsync(
                    "SELECT _source, dataset, ref_area, period, value, _revision, _current FROM observations_history ORDER BY ALL");
                var known = model.SelectMany(pair => pair.Value.Select((value, i) =>
                    $"{pair.Key.Item1} {pair.Key.Item2} {pair.Key.Item3} {pair.Key.Item4} {value} {i + 1} {i + 1 == pair.Value.Count}"));
                Assert.Equal(
                    known.Order(StringComparer.Ordinal),
                    stored.Rows.Select(row => string.Join(' ', stored.Columns.Select(column => row[column.Name]))).Order(StringComparer.Ordinal));
            },
            iter: 25,
            threads: 1);
    }

    private static (long, long, long) Merge(
        Dictionary<(string, string, string, int), List<double?>> model, string source, (string Dataset, (string Area, int Year, double? Value)[] Rows) batch)
    {
        var (added, revised, unchanged) = (0L, 0L, 0L);
        foreach (var (area, year, value) in batch.Rows)
        {
            var key = (source, batch.Dataset, area, year);
            if (!model.TryGetValue(key, out var vintages))
            {
                model.Add(key, [value]);
                added++;
            }
            else if (vintages[^1] == value)
            {
                unchanged++;
            }
            else
            {
                vintages.Add(value);
                revised++;
            }
        }

        return (added, revised, unchanged);
    }
}
