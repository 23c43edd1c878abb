using Foresight.Sdk;
using ScottPlot;

namespace Foresight.Engine.Charts;

/// <summary>Values over time: a line per series, named at its right end; broken where a year is missing or the series breaks.</summary>
internal static class LineDrawing
{
    private const float LabelWidth = 168;
    private const byte MarkedShade = 40;

    public static Sheet Draw(ChartRequest request)
    {
        var spec = request.Spec;
        var values = spec.Series.SelectMany(series => series.Points).Where(point => point.Value is not null).Select(point => point.Value!.Value);
        var range = spec.ReferenceValue is { } reference ? values.Append(reference) : values;
        var ticks = ValueAxis.Ticks(range.Min(), range.Max());
        var tickTexts = ValueAxis.Texts(ticks, request);
        var ends = spec.Series.Select((series, i) => End.Of(request, series, i)).OfType<End>().ToArray();
        var right = ends.Max(end => end.Width) + 24;
        var sheet = new Sheet(request, HouseStyle.Height, ValueAxis.WidthOf(tickTexts), right, top: 34, TimeAxis.Room(spec));

        var times = spec.Series.SelectMany(series => series.Points).Select(point => TimeAxis.Position(point.Period!.Value)).ToArray();
        var (first, last) = (times.Min(), times.Max());
        var room = Math.Max((last - first) * 0.02, first == last ? 0.5 : 0);
        sheet.Limits(first - room, last + room, ticks[0], ticks[^1]);

        DrawMarked(sheet, request);
        ValueAxis.Draw(sheet, request, ticks, tickTexts);
        TimeAxis.Draw(sheet, request, [.. spec.Series.SelectMany(s => s.Points).Select(p => p.Period!.Value).Distinct().Order()]);
        DrawReference(sheet, request);
        for (var i = spec.Series.Count - 1; i >= 0; i--)
        {
            DrawSeries(sheet, request, i, [.. spec.Series[i].Points.OrderBy(point => point.Period!.Value)]);
        }

        DrawEnds(sheet, ends);
        return sheet;
    }

    /// <summary>The target, where there is one.</summary>
    public static void DrawReference(Sheet sheet, ChartRequest request)
    {
        if (request.Spec.ReferenceValue is { } value)
        {
            sheet.Rule(sheet.Data.Left, sheet.Y(value), sheet.Data.Right, sheet.Y(value), HouseStyle.MutedText, 1.2f, dotted: true);
            sheet.Text(request.Spec.ReferenceLabel ?? request.Number(value), sheet.Data.Left + 4, sheet.Y(value) - 10, Anchor.Start, HouseStyle.MutedText, HouseStyle.SmallSize);
        }
    }

    /// <summary>Shades the stretches whose points are marked, and prints their note above.</summary>
    private static void DrawMarked(Sheet sheet, ChartRequest request)
    {
        for (var i = 0; i < request.Spec.Series.Count; i++)
        {
            var points = request.Spec.Series[i].Points.OrderBy(point => point.Period!.Value).ToArray();
            var places = points.Select(point => sheet.X(TimeAxis.Position(point.Period!.Value))).ToArray();
            for (var from = 0; from < points.Length; from++)
            {
                var to = from;
                while (points[from].Mark == PointMark.Highlight && to + 1 < points.Length && points[to + 1].Mark == PointMark.Highlight)
                {
                    to++;
                }

                if (points[from].Mark == PointMark.Highlight)
                {
                    var half = points.Length < 2 ? 8 : (places[^1] - places[0]) / (points.Length - 1) / 2;
                    var (left, right) = (Math.Max(places[from] - half, sheet.Data.Left), Math.Min(places[to] + half, sheet.Data.Right));
                    sheet.Area(
                        [new(left, sheet.Data.Top), new(right, sheet.Data.Top), new(right, sheet.Data.Bottom), new(left, sheet.Data.Bottom)], request.ColourOf(i).WithAlpha(MarkedShade));
                    var width = HouseFont.Measure(points[from].Note ?? "", HouseStyle.SmallSize);
                    sheet.Text(
                        points[from].Note ?? "", Math.Clamp((left + right) / 2, sheet.Data.Left + (width / 2), HouseStyle.Width - (width / 2)), sheet.Data.Top - 9, Anchor.Middle,
                        HouseStyle.MutedText, HouseStyle.SmallSize);
                }

                from = to;
            }
        }
    }

    /// <summary>The line of a series through some of its points, in the order of time.</summary>
    public static void DrawSeries(Sheet sheet, ChartRequest request, int index, IReadOnlyList<ChartPoint> points)
    {
        var series = request.Spec.Series[index];
        var colour = request.ColourOf(index);
        // Dots show which years were measured; on a dashed line they would hide the dashes.
        var few = points.Count(point => point.Value is not null) <= (series.Emphasis == Emphasis.Reference ? 8 : 12);
        foreach (var run in Runs(points))
        {
            if (run.Count > 1)
            {
                var line = sheet.Plot.Add.ScatterLine(
                    run.Select(point => TimeAxis.Position(point.Period!.Value)).ToArray(), run.Select(point => point.Value!.Value).ToArray());
                line.LineWidth = HouseStyle.LineWidthOf(series.Emphasis);
                line.Color = Sheet.Of(colour);
                line.LinePattern = series.Emphasis == Emphasis.Reference ? LinePattern.Dashed : LinePattern.Solid;
            }

            foreach (var point in run.Where(point => few || run.Count == 1 || point.Mark is PointMark.Provisional or PointMark.Highlight))
            {
                sheet.Dot(
                    sheet.X(TimeAxis.Position(point.Period!.Value)), sheet.Y(point.Value!.Value),
                    series.Emphasis == Emphasis.Us || point.Mark == PointMark.Highlight ? 3.6f : 2.6f, colour, hollow: point.Mark == PointMark.Provisional);
            }
        }

        foreach (var point in points.Where(point => point.Mark == PointMark.Break && series.Emphasis == Emphasis.Us))
        {
            var x = sheet.X(TimeAxis.Position(point.Period!.Value)) - ((sheet.X(1) - sheet.X(0)) / 2);
            sheet.Rule(x, sheet.Data.Top, x, sheet.Data.Bottom, HouseStyle.MutedText, dotted: true);
            var width = HouseFont.Measure(request.Words.Break, HouseStyle.SmallSize);
            sheet.Text(
                request.Words.Break, Math.Clamp(x, sheet.Data.Left + (width / 2), sheet.Data.Right - (width / 2)), sheet.Data.Top - 9,
                Anchor.Middle, HouseStyle.MutedText, HouseStyle.SmallSize);
        }
    }

    /// <summary>Stretches without a missing value and without a break inside.</summary>
    private static IEnumerable<List<ChartPoint>> Runs(IEnumerable<ChartPoint> points)
    {
        List<ChartPoint> run = [];
        foreach (var point in points)
        {
            if (run.Count > 0 && (point.Value is null || point.Mark == PointMark.Break))
            {
                yield return run;
                run = [];
            }

            if (point.Value is not null)
            {
                run.Add(point);
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static void DrawEnds(Sheet sheet, End[] ends)
    {
        var middles = LabelSpread.Apart(
            [.. ends.Select(end => sheet.Y(end.Value))], [.. ends.Select(end => end.Height)], sheet.Data.Top - 12, sheet.Data.Bottom + 12);
        for (var i = 0; i < ends.Length; i++)
        {
            var (x, y) = (sheet.X(ends[i].Time) + 6, sheet.Y(ends[i].Value));
            if (Math.Abs(middles[i] - y) > 3 || sheet.Data.Right - x > 12)
            {
                sheet.Line(x, y, sheet.Data.Right + 10, middles[i], HouseStyle.ZeroLine, 0.8f);
            }

            sheet.Text(ends[i].Lines, sheet.Data.Right + 14, middles[i], Anchor.Start, ends[i].Colour, bold: ends[i].Bold);
        }
    }

    /// <summary>The name and last value of a line, at its end.</summary>
    private sealed record End(IReadOnlyList<string> Lines, double Time, double Value, SkiaSharp.SKColor Colour, bool Bold)
    {
        public float Height => Lines.Count * HouseStyle.LabelSize * HouseStyle.LineHeight;

        public float Width => Lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize, Bold));

        public static End? Of(ChartRequest request, ChartSeries series, int index)
        {
            var last = series.Points.Where(point => point.Value is not null).MaxBy(point => point.Period!.Value);
            if (last is null)
            {
                return null;
            }

            var bold = series.Emphasis == Emphasis.Us;
            return new End(
                HouseFont.Wrap($"{series.Name} {request.Printed(last)}", LabelWidth, HouseStyle.LabelSize, bold),
                TimeAxis.Position(last.Period!.Value), last.Value!.Value, HouseStyle.TextColourOf(request.ColourOf(index)), bold);
        }
    }
}
