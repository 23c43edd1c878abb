using Foresight.Sdk;
using ScottPlot;

namespace Foresight.Engine.Charts;

/// <summary>Stacked columns over time, the first series at the bottom; the parts are named beside the last column, in the stack's order.</summary>
internal static class ColumnsDrawing
{
    private const float LabelWidth = 170;

    public static Sheet Draw(ChartRequest request)
    {
        var spec = request.Spec;
        var periods = spec.Series.SelectMany(series => series.Points).Select(point => point.Period!.Value).Distinct().Order().ToArray();
        var totals = periods.Select(period => spec.Series.Sum(series => ValueAt(series, period))).ToArray();
        var ticks = NiceScale.Cover(0, Math.Max(totals.Max(), 1), whole: totals.All(double.IsInteger));
        var decimals = NiceScale.DecimalsOf(ticks);
        var tickTexts = ticks.Select(tick => Wording.Number(tick, request.Language, decimals)).ToArray();
        var names = spec.Series.Select(series => HouseFont.Wrap(series.Name, LabelWidth, HouseStyle.LabelSize)).ToArray();
        var right = names.Max(lines => lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize))) + 46;
        var left = tickTexts.Max(text => HouseFont.Measure(text, HouseStyle.LabelSize)) + 14;
        var sheet = new Sheet(request, HouseStyle.Height, left, right, top: 34, bottom: 48);
        var width = Step(periods);
        sheet.Limits(TimeAxis.Position(periods[0]) - (width * 0.6), TimeAxis.Position(periods[^1]) + (width * 0.6), 0, ticks[^1]);

        sheet.Text(spec.Unit, 0, sheet.BodyTop + 10, Anchor.Start, HouseStyle.MutedText, HouseStyle.SmallSize);
        for (var i = 0; i < ticks.Count; i++)
        {
            var y = sheet.Y(ticks[i]);
            sheet.Rule(sheet.Data.Left, y, sheet.Data.Right, y, i == 0 ? HouseStyle.ZeroLine : HouseStyle.Grid);
            sheet.Text(tickTexts[i], sheet.Data.Left - 8, y, Anchor.End, HouseStyle.MutedText);
        }

        TimeAxis.Draw(sheet, request, periods);
        foreach (var period in periods)
        {
            DrawColumn(sheet, request, period, width * 0.78);
        }

        DrawNames(sheet, request, names, periods[^1], width * 0.39);
        return sheet;
    }

    private static void DrawColumn(Sheet sheet, ChartRequest request, Period period, double width)
    {
        var height = 0.0;
        List<Bar> bars = [];
        for (var i = 0; i < request.Spec.Series.Count; i++)
        {
            var value = ValueAt(request.Spec.Series[i], period);
            if (value > 0)
            {
                bars.Add(new Bar
                {
                    Position = TimeAxis.Position(period),
                    ValueBase = height,
                    Value = height + value,
                    Size = width,
                    FillColor = Sheet.Of(request.ColourOf(i)),
                    LineColor = Sheet.Of(HouseStyle.Ground),
                    LineWidth = 1,
                });
                height += value;
            }
        }

        if (bars.Count > 0)
        {
            sheet.Plot.Add.Bars(bars);
        }
    }

    private static void DrawNames(Sheet sheet, ChartRequest request, IReadOnlyList<string>[] names, Period last, double half)
    {
        var wanted = new float[names.Length];
        var height = 0.0;
        for (var i = 0; i < names.Length; i++)
        {
            var value = ValueAt(request.Spec.Series[i], last);
            // A part that is absent from the last column stands in the stack's order all the same.
            wanted[i] = sheet.Y(height + (value / 2)) - (i * 0.01f);
            height += value;
        }

        var middles = LabelSpread.Apart(
            wanted, [.. names.Select(lines => (lines.Count * HouseStyle.LabelSize * HouseStyle.LineHeight) + 5)], sheet.Data.Top - 10, sheet.Data.Bottom + 10);
        var x = sheet.X(TimeAxis.Position(last) + half) + 2;
        for (var i = 0; i < names.Length; i++)
        {
            if (ValueAt(request.Spec.Series[i], last) > 0)
            {
                sheet.Line(x, wanted[i], sheet.Data.Right + 14, middles[i], HouseStyle.ZeroLine, 0.8f);
            }

            sheet.Box(new SkiaSharp.SKRect(sheet.Data.Right + 17, middles[i] - 6, sheet.Data.Right + 29, middles[i] + 6), request.ColourOf(i));
            sheet.Text(names[i], sheet.Data.Right + 35, middles[i], Anchor.Start, HouseStyle.Text);
        }
    }

    private static double ValueAt(ChartSeries series, Period period) => series.Points.FirstOrDefault(point => point.Period == period)?.Value ?? 0;

    private static double Step(Period[] periods) => periods[0].Frequency switch
    {
        Frequency.Annual => 1,
        Frequency.HalfYearly => 1 / 2.0,
        Frequency.Quarterly => 1 / 4.0,
        Frequency.Monthly => 1 / 12.0,
        Frequency.Weekly => 1 / 52.0,
        _ => 1 / 365.0,
    };
}
