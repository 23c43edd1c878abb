namespace Foresight.Engine.Charts;

/// <summary>What stands before a series' name.</summary>
internal enum LegendMark
{
    Box,
    Dot,
}

/// <summary>The series' names above the axes, in the order in which they are drawn: for charts whose marks leave no room for names.</summary>
internal static class Legend
{
    private const float Swatch = 12;
    private const float RowHeight = 22;

    /// <summary>The height that the legend takes.</summary>
    public static float HeightOf(ChartRequest request) => (Places(request).Max(place => place.Row) + 1) * RowHeight;

    public static void Draw(Sheet sheet, ChartRequest request, LegendMark mark)
    {
        var places = Places(request);
        for (var i = 0; i < places.Count; i++)
        {
            var (x, row) = places[i];
            var y = sheet.BodyTop + (RowHeight / 2) + (row * RowHeight);
            if (mark == LegendMark.Box)
            {
                sheet.Box(new SkiaSharp.SKRect(x, y - (Swatch / 2), x + Swatch, y + (Swatch / 2)), request.ColourOf(i));
            }
            else
            {
                sheet.Dot(x + (Swatch / 2), y, 5, request.ColourOf(i), SeriesShape.IsHollow(i), SeriesShape.IsSquare(i));
            }

            sheet.Text(request.Spec.Series[i].Name, x + Swatch + 8, y, Anchor.Start, HouseStyle.Text);
        }
    }

    private static List<(float X, int Row)> Places(ChartRequest request)
    {
        List<(float X, int Row)> places = [];
        var (x, row) = (2f, 0);
        foreach (var series in request.Spec.Series)
        {
            var width = Swatch + 8 + HouseFont.Measure(series.Name, HouseStyle.LabelSize);
            if (x > 2 && x + width > HouseStyle.Width)
            {
                (x, row) = (2, row + 1);
            }

            places.Add((x, row));
            x += width + 22;
        }

        return places;
    }
}

/// <summary>Dots differ by shape as well as colour: round, square, hollow round, hollow square.</summary>
internal static class SeriesShape
{
    public static bool IsSquare(int series) => series % 2 == 1;

    public static bool IsHollow(int series) => series % 4 >= 2;
}
