using Foresight.Formats.JsonStat;
using Foresight.Formats.Observations;
using Foresight.Sdk;

namespace Foresight.Plugins.PartnerIndicators;

/// <summary>
/// Turns the cells of a dataset into observations. Cells with neither value nor flag are no rows: Eurostat's cubes are mostly empty.
/// </summary>
internal static class EurostatRows
{
    public static IEnumerable<ObservationBatch> ToBatches(JsonStatDataset dataset, string code, int batchRows)
    {
        var time = Find(dataset, "time");
        if (time < 0)
            throw new SourceException($"The dataset {code} has no dimension 'time': it cannot be stored as observations.", Recovery.Stop);
        var periods = dataset.Dimensions[time].Codes.Select(text => Period.TryParse(text, out var period) ? period : (Period?)null).ToArray();
        // The period says its frequency itself.
        var kept = Enumerable.Range(0, dataset.Dimensions.Count).Where(i => i != time && dataset.Dimensions[i].Id != "freq").ToArray();
        var builder = new ObservationBatchBuilder(code, [.. kept.Select(i => NameOf(dataset.Dimensions[i].Id))])
        {
            Fields = [.. dataset.Dimensions.Select(one => one.Id)],
            // A c or z never stands beside a value.
            MarksOf = flags => ObservationFlags.OfEurostat(flags, hasValue: false).Letters,
        };
        var rejections = new List<Rejection>();
        var positions = new int[dataset.Dimensions.Count];
        var codes = new string?[kept.Length];
        foreach (var cell in dataset.Cells)
        {
            if (cell.Value is null && FlagOf(cell.Status) is null)
                continue;
            dataset.Locate(cell.Index, positions);
            if (periods[positions[time]] is not { } period)
            {
                rejections.Add(new Rejection($"cell {cell.Index}", $"Cell {cell.Index} has the period '{dataset.Dimensions[time].Codes[positions[time]]}', which is none.")
                {
                    Item = string.Join(", ", dataset.Dimensions.Select((one, i) => $"{one.Id}={one.Codes[positions[i]]}")),
                });
                continue;
            }

            for (var i = 0; i < kept.Length; i++)
                codes[i] = dataset.Dimensions[kept[i]].Codes[positions[kept[i]]];
            builder.Add(period, cell.Value, FlagOf(cell.Status), (Presence)ObservationFlags.OfEurostat(cell.Status, cell.Value is not null).Presence, codes);
            if (builder.Count == batchRows)
            {
                yield return builder.Build(rejections: [.. rejections]);
                rejections.Clear();
            }
        }

        if (builder.Count + rejections.Count > 0)
            yield return builder.Build(rejections: rejections);
    }

    private static int Find(JsonStatDataset dataset, string id)
    {
        for (var i = 0; i < dataset.Dimensions.Count; i++)
        {
            if (dataset.Dimensions[i].Id == id || dataset.Dimensions[i].Role == id)
                return i;
        }

        return -1;
    }

    /// <summary>What a dimension is stored as.</summary>
    public static string NameOf(string id) => id == "geo" ? Dimension.RefArea : id;

    /// <summary>":" only says that there is no value.</summary>
    private static string? FlagOf(string? status) => status?.Trim().TrimStart(':').Trim() is { Length: > 0 } flag ? flag : null;
}
