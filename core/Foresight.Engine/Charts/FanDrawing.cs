using Foresight.Sdk;
using ScottPlot;
using SkiaSharp;

namespace Foresight.Engine.Charts;

/// <summary>
/// A line over time and where it is likely to go: what was observed is solid, what is expected dashed, within bands that are fainter the wider they are. Each
/// band is named with its bounds at its edge, so that no reader needs to tell tints apart.
/// </summary>
internal static class FanDrawing
{
    // The widest band must be seen on white, and the narrowest must not hide the line.
    private const byte FaintestBand = 36;
    private const byte StrongestBand = 104;
    private const float LabelWidth = 178;

    public static Sheet Draw(ChartRequest request)
    {
        var spec = request.Spec;
        var points = spec.Series[0].Points.OrderBy(point => point.Period!.Value).ToArray();
        var (past, ahead) = (points.Where(point => point.Bands.Count == 0).ToArray(), points.Where(point => point.Bands.Count > 0).ToArray());
        var bounds = ahead.SelectMany(point => point.Bands).SelectMany(band => new[] { band.Low, band.High });
        var values = points.Select(point => point.Value).OfType<double>().Concat(bounds).Concat(spec.ReferenceValue is { } reference ? [reference] : []).ToArray();
        var ticks = ValueAxis.Ticks(values.Min(), values.Max());
        var texts = ValueAxis.Texts(ticks, request);
        var ends = ahead.Length == 0 ? [] : Ends(request, ahead[^1]);
        var sheet = new Sheet(
            request, HouseStyle.Height, ValueAxis.WidthOf(texts), ends.Select(end => end.Width).DefaultIfEmpty().Max() + 24, top: 34, TimeAxis.Room(spec));
        var (first, last) = (TimeAxis.Position(points[0].Period!.Value), TimeAxis.Position(points[^1].Period!.Value));
        sheet.Limits(first - ((last - first) * 0.02), last, ticks[0], ticks[^1]);

        ValueAxis.Draw(sheet, request, ticks, texts);
        TimeAxis.Draw(sheet, request, [.. points.Select(point => point.Period!.Value)]);
        DrawFan(sheet, request, past, ahead);
        LineDrawing.DrawReference(sheet, request);
        LineDrawing.DrawSeries(sheet, request, 0, past);
        DrawEnds(sheet, ends, last);
        return sheet;
    }

    private static void DrawFan(Sheet sheet, ChartRequest request, ChartPoint[] past, ChartPoint[] ahead)
    {
        if (ahead.Length == 0)
        {
            return;
        }

        var colour = request.ColourOf(0);
        // From the newest value on, where nothing is open yet.
        var start = past.LastOrDefault(point => point.Value is not null);
        var times = (start is null ? [] : new[] { start }).Concat(ahead).Select(point => TimeAxis.Position(point.Period!.Value)).ToArray();
        double[] Bound(Func<ChartBand, double> of, int band) => [.. start is null ? [] : new[] { start.Value!.Value }, .. ahead.Select(point => of(point.Bands[band]))];
        var count = ahead[0].Bands.Count;
        for (var band = count - 1; band >= 0; band--)
        {
            var strength = count == 1 ? StrongestBand : (byte)(StrongestBand - ((StrongestBand - FaintestBand) * band / (count - 1)));
            var (low, high) = (Bound(one => one.Low, band), Bound(one => one.High, band));
            sheet.Area(
                [.. times.Select((time, i) => Place(sheet, time, high[i])), .. times.Select((time, i) => Place(sheet, time, low[i])).Reverse()], colour.WithAlpha(strength));
            foreach (var edge in new[] { low, high })
            {
                var line = sheet.Plot.Add.ScatterLine(times, edge);
                (line.LineWidth, line.Color) = (0.8f, Sheet.Of(colour.WithAlpha(150)));
            }
        }

        var expected = sheet.Plot.Add.ScatterLine(times, [.. start is null ? [] : new[] { start.Value!.Value }, .. ahead.Select(point => point.Value!.Value)]);
        (expected.LineWidth, expected.Color, expected.LinePattern) = (HouseStyle.ReferenceLine, Sheet.Of(colour), LinePattern.Dashed);

        var from = sheet.X(times[0]);
        sheet.Rule(from, sheet.Data.Top, from, sheet.Data.Bottom, HouseStyle.MutedText, dotted: true);
        var width = HouseFont.Measure(request.Words.Forecast, HouseStyle.SmallSize);
        sheet.Text(request.Words.Forecast, Math.Min(from + 4, HouseStyle.Width - width), sheet.Data.Top - 9, Anchor.Start, HouseStyle.MutedText, HouseStyle.SmallSize);
    }

    private static SKPoint Place(Sheet sheet, double time, double value) => new(sheet.X(time), sheet.Y(value));

    /// <summary>The last point and each band's bounds there, from the top down.</summary>
    private static End[] Ends(ChartRequest request, ChartPoint last)
    {
        var colour = HouseStyle.TextColourOf(request.ColourOf(0));
        var name = request.Spec.Series[0].Name;
        var bands = last.Bands.SelectMany(band => new[] { (band.Level, Value: band.High), (band.Level, Value: band.Low) })
            .Select(bound => new End([$"{Wording.Percent(bound.Level, request.Language)}: {request.Number(bound.Value)}"], bound.Value, HouseStyle.MutedText, false));
        return
        [
            .. bands.Append(new End(HouseFont.Wrap($"{name} {Wording.Of(last.Period!.Value, request.Language)}: {request.Printed(last)}", LabelWidth, HouseStyle.LabelSize, bold: true), last.Value!.Value, colour, true))
                .OrderByDescending(end => end.Value),
        ];
    }

    private static void DrawEnds(Sheet sheet, End[] ends, double time)
    {
        var middles = LabelSpread.Apart(
            [.. ends.Select(end => sheet.Y(end.Value))], [.. ends.Select(end => end.Height)], sheet.Data.Top - 12, sheet.Data.Bottom + 12);
        for (var i = 0; i < ends.Length; i++)
        {
            sheet.Line(sheet.X(time) + 2, sheet.Y(ends[i].Value), sheet.Data.Right + 11, middles[i], HouseStyle.ZeroLine, 0.8f);
            sheet.Text(ends[i].Lines, sheet.Data.Right + 14, middles[i], Anchor.Start, ends[i].Colour, bold: ends[i].Bold);
        }
    }

    private sealed record End(IReadOnlyList<string> Lines, double Value, SKColor Colour, bool Bold)
    {
        public float Height => Lines.Count * HouseStyle.LabelSize * HouseStyle.LineHeight;

        public float Width => Lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize, Bold));
    }
}
