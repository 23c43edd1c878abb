using Foresight.Sdk;
using ScottPlot;

namespace Foresight.Engine.Charts;

/// <summary>Horizontal bars from zero, one or several per category, in the order given. A missing value is said in words.</summary>
internal static class BarsDrawing
{
    private const float CategoryWidth = 210;
    private const float NoteWidth = 190;

    public static Sheet Draw(ChartRequest request)
    {
        var spec = request.Spec;
        var categories = spec.Series.SelectMany(series => series.Points).Select(point => point.Label).Distinct(StringComparer.Ordinal).ToArray();
        var names = categories.Select(category => HouseFont.Wrap(category, CategoryWidth, HouseStyle.LabelSize, bold: true)).ToArray();
        var grouped = spec.Series.Count > 1;
        var barHeight = grouped ? 17f : 20f;
        var rowHeight = Math.Max(
            (barHeight * spec.Series.Count) + (grouped ? 16 : 11), (names.Max(lines => lines.Count) * HouseStyle.LabelSize * HouseStyle.LineHeight) + 8);

        var points = spec.Series.SelectMany(series => series.Points).ToArray();
        var least = Math.Min(0, points.Min(point => point.Value ?? 0));
        var greatest = Math.Max(points.Max(point => point.Value ?? 0), spec.ReferenceValue ?? 0);
        if (least == 0 && greatest == 0)
        {
            greatest = 1;
        }

        var left = names.Max(lines => lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize, bold: true))) + 12
            + points.Where(point => point.Value < 0).Select(point => LabelOf(request, point).Width + 8).DefaultIfEmpty().Max();
        var right = points.Where(point => point.Value is null or >= 0).Select(point => LabelOf(request, point).Width + 14).DefaultIfEmpty(8).Max();
        var top = (grouped ? Legend.HeightOf(request) + 8 : 6f) + (spec.ReferenceValue is null ? 0 : 20);
        var sheet = new Sheet(request, top + (rowHeight * categories.Length) + 8, left, right, top, bottom: 8);
        sheet.Limits(least, greatest, categories.Length, 0);
        if (grouped)
        {
            Legend.Draw(sheet, request, LegendMark.Box);
        }

        for (var row = 0; row < categories.Length; row++)
        {
            var ours = spec.Series.Any(s => s.Points.Any(p => p.Label == categories[row] && p.Mark == PointMark.Highlight));
            sheet.Text(names[row], names.Length == 0 ? 0 : CategoryRight(names), RowMiddle(sheet, row), Anchor.End, ours ? HouseStyle.Us : HouseStyle.Text, bold: ours);
            for (var i = 0; i < spec.Series.Count; i++)
            {
                if (spec.Series[i].Points.FirstOrDefault(point => point.Label == categories[row]) is { } point)
                {
                    var middle = RowMiddle(sheet, row) + ((i - ((spec.Series.Count - 1) / 2f)) * barHeight);
                    DrawBar(sheet, request, i, point, middle, (barHeight - (grouped ? 2 : 0)) / rowHeight, rowHeight);
                }
            }
        }

        sheet.Line(sheet.X(0), sheet.Data.Top, sheet.X(0), sheet.Data.Bottom, HouseStyle.ZeroLine, 1.4f);
        if (spec.ReferenceValue is { } reference)
        {
            var x = sheet.X(reference);
            sheet.Line(x, sheet.Data.Top - 4, x, sheet.Data.Bottom, HouseStyle.Reference, 1.4f, dotted: true);
            var text = $"{spec.ReferenceLabel} {request.Number(reference)}".Trim();
            var half = HouseFont.Measure(text, HouseStyle.SmallSize) / 2;
            sheet.Text(text, Math.Clamp(x, half, HouseStyle.Width - half), sheet.Data.Top - 13, Anchor.Middle, HouseStyle.Reference, HouseStyle.SmallSize);
        }

        return sheet;
    }

    private static float CategoryRight(IReadOnlyList<string>[] names) =>
        names.Max(lines => lines.Max(line => HouseFont.Measure(line, HouseStyle.LabelSize, bold: true)));

    private static float RowMiddle(Sheet sheet, int row) => sheet.Y(row + 0.5);

    private static void DrawBar(Sheet sheet, ChartRequest request, int series, ChartPoint point, float middle, float share, float rowHeight)
    {
        var colour = point.Mark == PointMark.Highlight ? HouseStyle.Us : request.ColourOf(series);
        var label = LabelOf(request, point);
        if (point.Value is not { } value)
        {
            sheet.Text(label.Value, sheet.X(0) + 8, middle, Anchor.Start, HouseStyle.MutedText);
            return;
        }

        var bars = sheet.Plot.Add.Bar(new Bar
        {
            Orientation = Orientation.Horizontal,
            Position = (middle - sheet.Data.Top) / rowHeight,
            Value = value,
            Size = share,
            FillColor = point.Mark == PointMark.Provisional ? Sheet.Of(HouseStyle.Ground) : Sheet.Of(colour),
            LineColor = Sheet.Of(colour),
            LineWidth = point.Mark == PointMark.Provisional ? 1.5f : 0,
        });
        bars.Horizontal = true;
        var ours = point.Mark == PointMark.Highlight;
        if (value < 0)
        {
            sheet.Text(label.Value, sheet.X(value) - 6, middle, Anchor.End, HouseStyle.Text, bold: ours);
            return;
        }

        // A tiny bar shows no colour: name and value carry it too.
        sheet.Text(label.Value, sheet.X(value) + 8, middle, Anchor.Start, ours ? HouseStyle.Us : HouseStyle.Text, bold: ours);
        sheet.Text(
            label.Note, sheet.X(value) + 16 + HouseFont.Measure(label.Value, HouseStyle.LabelSize, ours), middle, Anchor.Start,
            HouseStyle.MutedText, HouseStyle.SmallSize);
    }

    private static BarLabel LabelOf(ChartRequest request, ChartPoint point) => new(
        request.Printed(point),
        point.Value is null || point.Note is null ? [] : HouseFont.Wrap(point.Note, NoteWidth, HouseStyle.SmallSize, most: 2));

    private sealed record BarLabel(string Value, IReadOnlyList<string> Note)
    {
        public float Width => HouseFont.Measure(Value, HouseStyle.LabelSize, bold: true)
            + (Note.Count == 0 ? 0 : 10 + Note.Max(line => HouseFont.Measure(line, HouseStyle.SmallSize)));
    }
}
