using System.Text.Json;
using Foresight.Formats.JsonStat;
using Foresight.Sdk;

namespace Foresight.Plugins.TradeStatistics.Scb;

/// <summary>Turns an answer of PxWeb's into observations.</summary>
internal static class ScbTradeRows
{
    private const int MostRows = 100_000;

    public static IEnumerable<ObservationBatch> ToBatches(JsonElement root, ScbTradeNames names, string dataset, string time)
    {
        var cube = JsonStatReader.Read(root);
        var timeAt = Find(cube, time);
        var contentsAt = Find(cube, ScbTradeNames.Contents);
        var kept = Enumerable.Range(0, cube.Dimensions.Count).Where(i => i != timeAt).ToArray();
        var units = contentsAt < 0 ? [] : UnitsOf(root);
        var builder = new ObservationBatchBuilder(
            dataset, [Dimension.RefArea, Dimension.Unit, .. kept.Select(i => names.DimensionOf(cube.Dimensions[i].Id))])
        {
            Fields = [.. cube.Dimensions.Select(one => one.Id)],
        };
        var periods = cube.Dimensions[timeAt].Codes.Select(code => Period.TryParse(code, out var period) ? period : (Period?)null).ToArray();
        var rejections = periods.Index().Where(pair => pair.Item is null)
            .Select(pair => new Rejection($"{time} {cube.Dimensions[timeAt].Codes[pair.Index]}", "This is no period.")).ToList();
        var positions = new int[cube.Dimensions.Count];
        var codes = new string?[kept.Length + 2];
        foreach (var cell in cube.Cells)
        {
            cube.Locate(cell.Index, positions);
            if (periods[positions[timeAt]] is not { } period)
                continue;
            codes[0] = ScbTradeNames.HomeArea;
            codes[1] = contentsAt < 0 ? null : units.GetValueOrDefault(cube.Dimensions[contentsAt].Codes[positions[contentsAt]]);
            for (var i = 0; i < kept.Length; i++)
                codes[i + 2] = ScbTradeNames.CodeOf(cube.Dimensions[kept[i]].Id, cube.Dimensions[kept[i]].Codes[positions[kept[i]]]);
            builder.Add(period, cell.Value, cell.Status, cell.Status == "." ? Presence.NotApplicable : Presence.Missing, codes);
            if (builder.Count == MostRows)
            {
                yield return builder.Build(rejections: rejections);
                rejections = [];
            }
        }

        if (builder.Count + rejections.Count > 0)
            yield return builder.Build(rejections: rejections);
    }

    private static int Find(JsonStatDataset cube, string id)
    {
        for (var i = 0; i < cube.Dimensions.Count; i++)
        {
            if (cube.Dimensions[i].Id == id)
                return i;
        }

        return -1;
    }

    /// <summary>The units as the table states them: <c>dimension.ContentsCode.category.unit.{code}.base</c>.</summary>
    private static Dictionary<string, string> UnitsOf(JsonElement root)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Member(Member(Member(Member(root, "dimension"), ScbTradeNames.Contents), "category"), "unit") is { ValueKind: JsonValueKind.Object } stated)
        {
            foreach (var one in stated.EnumerateObject())
            {
                if (Member(one.Value, "base") is { ValueKind: JsonValueKind.String } unit)
                    units[one.Name] = unit.GetString()!;
            }
        }

        return units;
    }

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;
}
