using Foresight.Sdk;
using SkiaSharp;

namespace Foresight.Engine.Charts;

/// <summary>
/// A row per label and a column per series. A value is printed in its cell and shaded in four steps; zero is white, what was silent has a cross and what nobody
/// watched is hatched, so that no two of them differ by colour alone.
/// </summary>
internal static class HeatMapDrawing
{
    private const float MostNameWidth = 236;
    private const float LeastNameWidth = 110;
    private const float NameGap = 12;
    private const float HeadRoom = 7;
    private const float Gap = 2;
    private const float LegendHeight = 24;
    private const float Swatch = 14;

    public static Sheet Draw(ChartRequest request)
    {
        var spec = request.Spec;
        var labels = ChartData.Labels(spec);
        // Row names give way before a word at the head of a column must be broken.
        var widestWord = spec.Series.SelectMany(series => series.Name.Split(' ')).Max(word => HouseFont.Measure(word, HouseStyle.SmallSize)) + HeadRoom;
        var nameWidth = Math.Clamp(HouseStyle.Width - NameGap - (widestWord * spec.Series.Count), LeastNameWidth, MostNameWidth);
        var names = labels.Select(label => HouseFont.Wrap(label, nameWidth, HouseStyle.LabelSize, most: 3)).ToArray();
        var left = names.Max(lines => lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize))) + NameGap;
        var columnWidth = (HouseStyle.Width - left) / spec.Series.Count;
        var heads = spec.Series.Select(series => HouseFont.Wrap(series.Name, columnWidth - HeadRoom + 1, HouseStyle.SmallSize)).ToArray();
        var headHeight = (heads.Max(lines => lines.Count) * HouseStyle.SmallSize * HouseStyle.LineHeight) + 8;
        var heights = names.Select(lines => Math.Max(28f, (lines.Count * HouseStyle.LabelSize * HouseStyle.LineHeight) + 4)).ToArray();
        var scale = HeatScale.Of(spec);
        var legend = LegendOf(request, scale);
        var top = ((legend[^1].Row + 1) * LegendHeight) + 6 + headHeight;
        var sheet = new Sheet(request, top + heights.Sum() + 4, left, 0, top, bottom: 4);
        foreach (var item in legend)
        {
            var y = sheet.BodyTop + (LegendHeight / 2) + (item.Row * LegendHeight);
            DrawCell(sheet, request, new SKRect(item.X, y - (Swatch / 2), item.X + Swatch, y + (Swatch / 2)), item.Point, scale, withValue: item.Point.Value == 0);
            sheet.Text(item.Text, item.X + Swatch + 7, y, Anchor.Start, HouseStyle.Text, HouseStyle.SmallSize);
        }

        for (var column = 0; column < heads.Length; column++)
        {
            sheet.Text(heads[column], left + ((column + 0.5f) * columnWidth), sheet.Data.Top - (headHeight / 2), Anchor.Middle, HouseStyle.Text, HouseStyle.SmallSize);
        }

        var rowTop = sheet.Data.Top;
        for (var row = 0; row < names.Length; row++)
        {
            sheet.Text(names[row], 0, rowTop + (heights[row] / 2), Anchor.Start, HouseStyle.Text);
            for (var column = 0; column < heads.Length; column++)
            {
                if (ChartData.At(spec.Series[column], labels[row]) is { } point)
                {
                    var x = left + (column * columnWidth);
                    DrawCell(sheet, request, new SKRect(x + (Gap / 2), rowTop + (Gap / 2), x + columnWidth - (Gap / 2), rowTop + heights[row] - (Gap / 2)), point, scale, withValue: true);
                }
            }

            rowTop += heights[row];
        }

        return sheet;
    }

    private static void DrawCell(Sheet sheet, ChartRequest request, SKRect box, ChartPoint point, HeatScale scale, bool withValue)
    {
        if (point.Value is > 0)
        {
            var shade = HouseStyle.Shades[scale.StepOf(point.Value.Value)];
            sheet.Box(box, shade);
            Print(sheet, box, request.Printed(point), HouseStyle.TextColourOn(shade), withValue);
            return;
        }

        if (point.Mark == PointMark.NotWatched)
        {
            sheet.Hatch(box, HouseStyle.Context);
        }

        Frame(sheet, box, point.Mark == PointMark.NotWatched ? HouseStyle.Context : HouseStyle.Grid);
        if (point.Mark == PointMark.Silent)
        {
            Cross(sheet, box.MidX, box.MidY);
        }
        else if (point.Mark != PointMark.NotWatched)
        {
            Print(sheet, box, point.Value is null ? "–" : request.Printed(point), HouseStyle.MutedText, withValue);
        }
    }

    // A value that does not fit is left to the shade, the table and the words.
    private static void Print(Sheet sheet, SKRect box, string text, SKColor colour, bool wanted)
    {
        if (wanted && HouseFont.Measure(text, HouseStyle.SmallSize) <= box.Width - 2)
        {
            sheet.Text(text, box.MidX, box.MidY, Anchor.Middle, colour, HouseStyle.SmallSize);
        }
    }

    private static void Cross(Sheet sheet, float x, float y)
    {
        const float Arm = 4;
        sheet.Line(x - Arm, y - Arm, x + Arm, y + Arm, HouseStyle.Reference, 2);
        sheet.Line(x - Arm, y + Arm, x + Arm, y - Arm, HouseStyle.Reference, 2);
    }

    private static void Frame(Sheet sheet, SKRect box, SKColor colour)
    {
        sheet.Line(box.Left, box.Top, box.Right, box.Top, colour);
        sheet.Line(box.Right, box.Top, box.Right, box.Bottom, colour);
        sheet.Line(box.Right, box.Bottom, box.Left, box.Bottom, colour);
        sheet.Line(box.Left, box.Bottom, box.Left, box.Top, colour);
    }

    /// <summary>The steps that occur, and why cells are empty, as far as they are.</summary>
    private static List<LegendItem> LegendOf(ChartRequest request, HeatScale scale)
    {
        var points = request.Spec.Series.SelectMany(series => series.Points).ToArray();
        var shown = scale.Steps.Select(step => (new ChartPoint { Label = "", Value = step.From }, step.From == step.To ? request.Number(step.From) : $"{request.Number(step.From)}–{request.Number(step.To)}"))
            .Concat(points.Where(point => point.Value is null or 0).DistinctBy(point => point.Mark).OrderBy(point => point.Mark)
                .Select(point => (point with { Label = "" }, request.WhyEmpty(point))));
        List<LegendItem> items = [];
        var (x, row) = (2f, 0);
        foreach (var (point, text) in shown)
        {
            var width = Swatch + 7 + HouseFont.Measure(text, HouseStyle.SmallSize);
            if (x > 2 && x + width > HouseStyle.Width)
            {
                (x, row) = (2, row + 1);
            }

            items.Add(new LegendItem(point, text, x, row));
            x += width + 18;
        }

        return items;
    }

    private sealed record LegendItem(ChartPoint Point, string Text, float X, int Row);
}
