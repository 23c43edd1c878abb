using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>The values' axis of charts over time: round ticks, their texts left of the axes, the unit above.</summary>
internal static class ValueAxis
{
    /// <summary>From zero where that costs less than half of the height; else the changes would be flattened away.</summary>
    public static IReadOnlyList<double> Ticks(double least, double greatest) =>
        NiceScale.Cover(least > 0 && least < greatest / 2 ? 0 : least, greatest);

    public static IReadOnlyList<string> Texts(IReadOnlyList<double> ticks, ChartRequest request)
    {
        var decimals = NiceScale.DecimalsOf(ticks);
        return [.. ticks.Select(tick => Wording.Number(tick, request.Language, decimals))];
    }

    /// <summary>The room that the texts take.</summary>
    public static float WidthOf(IReadOnlyList<string> texts) => texts.Max(text => HouseFont.Measure(text, HouseStyle.LabelSize)) + 14;

    public static void Draw(Sheet sheet, ChartRequest request, IReadOnlyList<double> ticks, IReadOnlyList<string> texts)
    {
        sheet.Text(request.Spec.Unit, 0, sheet.BodyTop + 10, Anchor.Start, HouseStyle.MutedText, HouseStyle.SmallSize);
        for (var i = 0; i < ticks.Count; i++)
        {
            var y = sheet.Y(ticks[i]);
            sheet.Rule(sheet.Data.Left, y, sheet.Data.Right, y, ticks[i] == 0 ? HouseStyle.ZeroLine : HouseStyle.Grid, ticks[i] == 0 ? 1.4f : 1);
            sheet.Text(texts[i], sheet.Data.Left - 8, y, Anchor.End, HouseStyle.MutedText);
        }
    }
}
