using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>One row per category with a dot per series and the distance between them; the values stand beside the outer dots.</summary>
internal static class DumbbellDrawing
{
    private const float CategoryWidth = 230;
    private const float DotRadius = 6;

    public static Sheet Draw(ChartRequest request)
    {
        var spec = request.Spec;
        var categories = spec.Series.SelectMany(series => series.Points).Select(point => point.Label).Distinct(StringComparer.Ordinal).ToArray();
        var names = categories.Select(category => HouseFont.Wrap(category, CategoryWidth, HouseStyle.LabelSize)).ToArray();
        var rows = categories.Select(category => Row(request, category)).ToArray();
        var rowHeight = Math.Max(34, (names.Max(lines => lines.Count) * HouseStyle.LabelSize * HouseStyle.LineHeight) + 12);
        var values = rows.SelectMany(row => row).Select(dot => dot.Value).Concat(spec.ReferenceValue is { } zero ? [zero] : []).ToArray();
        var (least, greatest) = (values.Min(), values.Max());
        if (least == greatest)
        {
            (least, greatest) = (least - 1, greatest + 1);
        }

        var left = names.Max(lines => lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize))) + 14
            + rows.Where(row => row.Count > 1).Select(row => TextWidth(row[0])).DefaultIfEmpty(12).Max();
        var right = rows.Where(row => row.Count > 0).Select(row => TextWidth(row[^1])).DefaultIfEmpty(12).Max();
        var top = Legend.HeightOf(request) + 8 + (spec.ReferenceLabel is null ? 0 : 20);
        var sheet = new Sheet(request, top + (rowHeight * categories.Length) + 8, left, right, top, bottom: 8);
        var room = (greatest - least) * 0.03;
        sheet.Limits(least - room, greatest + room, categories.Length, 0);
        Legend.Draw(sheet, request, LegendMark.Dot);
        if (spec.ReferenceValue is { } reference)
        {
            sheet.Rule(sheet.X(reference), sheet.Data.Top - 4, sheet.X(reference), sheet.Data.Bottom, HouseStyle.ZeroLine, 1.4f);
            if (spec.ReferenceLabel is { } label)
            {
                var half = HouseFont.Measure(label, HouseStyle.SmallSize) / 2;
                sheet.Text(
                    label, Math.Clamp(sheet.X(reference), half, HouseStyle.Width - half), sheet.Data.Top - 12, Anchor.Middle, HouseStyle.MutedText, HouseStyle.SmallSize);
            }
        }

        for (var i = 0; i < categories.Length; i++)
        {
            DrawRow(sheet, request, names[i], rows[i], sheet.Y(i + 0.5), rowHeight, last: i == categories.Length - 1);
        }

        return sheet;
    }

    private static List<RowDot> Row(ChartRequest request, string category) =>
    [
        .. request.Spec.Series
            .Select((series, i) => (Point: series.Points.FirstOrDefault(point => point.Label == category), i))
            .Where(found => found.Point?.Value is not null)
            .Select(found => new RowDot(found.i, found.Point!.Value!.Value, request.Printed(found.Point), found.Point.Mark == PointMark.Provisional))
            .OrderBy(dot => dot.Value).ThenBy(dot => dot.Series),
    ];

    private static void DrawRow(Sheet sheet, ChartRequest request, IReadOnlyList<string> name, List<RowDot> row, float y, float rowHeight, bool last)
    {
        sheet.Text(name, 0, y, Anchor.Start, HouseStyle.Text);
        if (!last)
        {
            sheet.Rule(0, y + (rowHeight / 2), HouseStyle.Width, y + (rowHeight / 2), HouseStyle.Grid);
        }

        if (row.Count == 0)
        {
            sheet.Text(request.Words.NoData, sheet.X(request.Spec.ReferenceValue ?? 0) + 8, y, Anchor.Start, HouseStyle.MutedText);
            return;
        }

        sheet.Line(sheet.X(row[0].Value), y, sheet.X(row[^1].Value), y, HouseStyle.Context, 2.4f);
        foreach (var dot in row.OrderByDescending(dot => dot.Series))
        {
            sheet.Dot(
                sheet.X(dot.Value), y, DotRadius, request.ColourOf(dot.Series),
                SeriesShape.IsHollow(dot.Series) || dot.Provisional, SeriesShape.IsSquare(dot.Series));
        }

        // The outer dots only: texts between two dots would collide.
        Label(sheet, request, row[^1], y, toTheRight: true);
        if (row.Count > 1)
        {
            Label(sheet, request, row[0], y, toTheRight: false);
        }
    }

    private static void Label(Sheet sheet, ChartRequest request, RowDot dot, float y, bool toTheRight)
    {
        var colour = HouseStyle.TextColourOf(request.ColourOf(dot.Series));
        var ours = request.Spec.Series[dot.Series].Emphasis == Emphasis.Us;
        var x = sheet.X(dot.Value) + (toTheRight ? DotRadius + 6 : -DotRadius - 6);
        sheet.Text(dot.Text, x, y, toTheRight ? Anchor.Start : Anchor.End, colour, bold: ours);
    }

    private static float TextWidth(RowDot dot) => HouseFont.Measure(dot.Text, HouseStyle.LabelSize, bold: true) + DotRadius + 10;

    private sealed record RowDot(int Series, double Value, string Text, bool Provisional);
}
