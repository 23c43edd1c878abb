using Foresight.Formats.JsonStat;
using Foresight.Formats.Observations;
using Foresight.Sdk;

namespace Foresight.Plugins;

/// <summary>Turns the cells of an answer into observations. A cell with neither value nor symbol is no row.</summary>
/// <param name="dataset">The dataset.</param>
/// <param name="time">The variable of periods.</param>
/// <param name="contents">The variable that says what is measured; null where there is none.</param>
/// <param name="dimensions">What the other variables are stored as.</param>
/// <param name="codeOf">What a variable's code is stored as.</param>
internal sealed class PxWebRows(string dataset, string time, string? contents, IReadOnlyDictionary<string, string> dimensions, Func<string, string, string> codeOf)
{
    private const int MostRows = 100_000;

    /// <summary>The area that all cells are about, where no variable says so.</summary>
    public string? Area { get; init; }

    public IEnumerable<ObservationBatch> ToBatches(JsonStatDataset cube)
    {
        var (timeAt, contentsAt) = (Find(cube, time), contents is null ? -1 : Find(cube, contents));
        var kept = Enumerable.Range(0, cube.Dimensions.Count).Where(i => i != timeAt).ToArray();
        if (timeAt < 0 || kept.Any(i => !dimensions.ContainsKey(cube.Dimensions[i].Id)))
            throw new SourceException($"An answer of the table {dataset} has other variables than it was asked for; the next run tries again.", Recovery.Retry) { Fault = Fault.Malformed };
        string[] stored = [.. kept.Select(i => dimensions[cube.Dimensions[i].Id]), .. Area is null ? [] : new[] { Dimension.RefArea }];
        var codes = kept.Select(at => cube.Dimensions[at].Codes.Select(code => codeOf(cube.Dimensions[at].Id, code)).ToArray()).ToArray();
        var units = contentsAt < 0 ? [] : cube.Dimensions[contentsAt].Codes.Select(code => cube.Dimensions[contentsAt].Units.GetValueOrDefault(code)?.Name).ToArray();
        var periods = cube.Dimensions[timeAt].Codes.Select(code => PxWebPeriods.TryRead(code, out var period) ? period : (Period?)null).ToArray();
        var rejections = periods.Index().Where(pair => pair.Item is null)
            .Select(pair => new Rejection($"{time} {cube.Dimensions[timeAt].Codes[pair.Index]}", $"'{cube.Dimensions[timeAt].Codes[pair.Index]}' of {dataset} is no period: its cells are left out.")).ToList();
        var builder = new ObservationBatchBuilder(dataset, [.. stored, Dimension.Unit]) { MarksOf = PxSymbols.MarksOf };
        var positions = new int[cube.Dimensions.Count];
        var row = new string?[stored.Length + 1];
        // Where there is no area, its place is the unit's, which each cell sets.
        row[kept.Length] = Area;
        foreach (var cell in cube.Cells)
        {
            cube.Locate(cell.Index, positions);
            if (periods[positions[timeAt]] is not { } period)
                continue;
            for (var i = 0; i < kept.Length; i++)
                row[i] = codes[i][positions[kept[i]]];
            row[^1] = contentsAt < 0 ? null : units[positions[contentsAt]];
            builder.Add(period, cell.Value, cell.Status, (Presence)ObservationFlags.OfPx(cell.Status, cell.Value is not null).Presence, row);
            if (builder.Count < MostRows)
                continue;
            yield return builder.Build(rejections: rejections);
            rejections = [];
        }

        if (builder.Count + rejections.Count > 0)
            yield return builder.Build(rejections: rejections);
    }

    private static int Find(JsonStatDataset cube, string id)
    {
        for (var i = 0; i < cube.Dimensions.Count; i++)
        {
            if (cube.Dimensions[i].Id.Equals(id, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}
