using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>Dated items along a time axis, one row each and the earliest on top, so that no text can meet another.</summary>
internal static class TimelineDrawing
{
    private const int MostRows = 16;
    private const float DateWidth = 96;
    private const float AxisWidth = 190;

    public static Sheet Draw(ChartRequest request)
    {
        var items = request.Spec.Series
            .SelectMany((series, i) => series.Points.Select(point => new Item(point.Date!.Value, point.Label, i)))
            .OrderBy(item => item.Date).ThenBy(item => item.Series).ThenBy(item => item.Text, StringComparer.Ordinal).Take(MostRows).ToArray();
        var legend = request.Spec.Series.Count > 1 ? Legend.HeightOf(request) + 8 : 0;
        var textLeft = AxisWidth + DateWidth + 22;
        var texts = items.Select(item => HouseFont.Wrap(item.Text, HouseStyle.Width - textLeft - 4, HouseStyle.LabelSize, most: 2)).ToArray();
        var heights = texts.Select(lines => (lines.Count * HouseStyle.LabelSize * HouseStyle.LineHeight) + 9).ToArray();
        var sheet = new Sheet(request, legend + 28 + heights.Sum() + 6, 12, HouseStyle.Width - AxisWidth, legend + 28, bottom: 6);
        var first = items[0].Date;
        var days = Math.Max(1, items[^1].Date.DayNumber - first.DayNumber);
        sheet.Limits(0, days, 0, 1);
        if (legend > 0)
        {
            Legend.Draw(sheet, request, LegendMark.Dot);
        }

        DrawMonths(sheet, request, first, items[^1].Date);
        var y = sheet.Data.Top;
        for (var i = 0; i < items.Length; i++)
        {
            var middle = y + (heights[i] / 2);
            var x = sheet.X(items[i].Date.DayNumber - first.DayNumber);
            sheet.Rule(x, middle, AxisWidth + 12, middle, HouseStyle.Grid, 1.2f);
            sheet.Dot(x, middle, 5.5f, request.ColourOf(items[i].Series), SeriesShape.IsHollow(items[i].Series), SeriesShape.IsSquare(items[i].Series));
            sheet.Text(ShortDay(items[i].Date, request.Language), AxisWidth + 18, middle, Anchor.Start, HouseStyle.Text, bold: true);
            sheet.Text(texts[i], textLeft, middle, Anchor.Start, HouseStyle.Text);
            y += heights[i];
        }

        return sheet;
    }

    private static void DrawMonths(Sheet sheet, ChartRequest request, DateOnly first, DateOnly last)
    {
        var end = float.NegativeInfinity;
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            var day = month < first ? first : month;
            var x = sheet.X(day.DayNumber - first.DayNumber);
            sheet.Rule(x, sheet.Data.Top - 4, x, sheet.Data.Bottom, HouseStyle.Grid);
            var text = Wording.ShortMonth(month.Month, request.Language);
            var width = HouseFont.Measure(text, HouseStyle.SmallSize);
            if (x > end + 6 && x + width <= AxisWidth + 14)
            {
                sheet.Text(text, x - 2, sheet.Data.Top - 13, Anchor.Start, HouseStyle.MutedText, HouseStyle.SmallSize);
                end = x + width;
            }
        }
    }

    private static string ShortDay(DateOnly day, string language)
    {
        var words = Wording.Day(day, language).Split(' ', '\u00A0');
        return $"{words[0]} {Wording.ShortMonth(day.Month, language)} {words[^1]}";
    }

    private sealed record Item(DateOnly Date, string Text, int Series);
}
