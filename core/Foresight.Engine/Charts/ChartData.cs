using System.Globalization;
using System.Text;
using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>A chart's data as a table to read and as a CSV file to reckon with.</summary>
internal static class ChartData
{
    public static ChartTable TableOf(ChartRequest request) =>
        request.Spec.Kind == ChartKind.Timeline ? TimelineTable(request) : SeriesTable(request);

    public static string CsvOf(ChartRequest request)
    {
        var spec = request.Spec;
        var builder = new StringBuilder();
        if (spec.Kind == ChartKind.Timeline)
        {
            Append(builder, [request.Words.Date, request.Words.Item, request.Words.Kind]);
            foreach (var (series, point) in Dated(spec))
            {
                Append(builder, [point.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), point.Label, series.Name]);
            }

            return builder.ToString();
        }

        var shown = spec.Series.Where(HasDisplays).ToArray();
        // The table says in the cell why it is empty; a number's column must not.
        var notes = HasNotes(spec) || spec.Series.Any(series => series.Points.Any(IsUnheard));
        var bands = Bands(spec);
        Append(builder, [
            FirstColumn(request), .. spec.Series.Select(series => Heading(series, spec)), .. bands.SelectMany(band => BandHeadings(request, band)), .. shown.Select(series => $"{series.Name}, {request.Words.Shown}"),
            .. notes ? [request.Words.Note] : Array.Empty<string>(),
        ]);
        foreach (var label in Labels(spec))
        {
            Append(builder, [
                label,
                .. spec.Series.Select(series => At(series, label)?.Value is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : ""),
                .. BandCells(spec, label, bands, value => value.ToString("R", CultureInfo.InvariantCulture)),
                .. shown.Select(series => At(series, label)?.Display ?? ""),
                .. notes ? [NotesAt(request, label)] : Array.Empty<string>(),
            ]);
        }

        return builder.ToString();
    }

    /// <summary>The rows' labels: periods in their order, categories in the chart's.</summary>
    public static IReadOnlyList<string> Labels(ChartSpec spec)
    {
        var points = spec.Series.SelectMany(series => series.Points);
        return spec.Kind is ChartKind.Line or ChartKind.StackedColumns or ChartKind.Fan
            ? [.. points.Select(point => point.Period!.Value).Distinct().Order().Select(period => period.Text)]
            : [.. points.Select(point => point.Label).Distinct(StringComparer.Ordinal)];
    }

    public static ChartPoint? At(ChartSeries series, string label) =>
        series.Points.FirstOrDefault(point => (point.Period?.Text ?? point.Label) == label);

    private static ChartTable TimelineTable(ChartRequest request) => new(
        [new(request.Words.Date, false), new(request.Words.Item, false), new(request.Words.Kind, false)],
        [.. Dated(request.Spec).Select(item => (IReadOnlyList<string>)[Wording.Day(item.Point.Date!.Value, request.Language), item.Point.Label, item.Series.Name])]);

    private static ChartTable SeriesTable(ChartRequest request)
    {
        var spec = request.Spec;
        var notes = HasNotes(spec);
        var columns = new List<ChartColumn> { new(FirstColumn(request), false) };
        columns.AddRange(spec.Series.Select(series => new ChartColumn(Heading(series, spec), true)));
        var bands = Bands(spec);
        columns.AddRange(bands.SelectMany(band => BandHeadings(request, band)).Select(heading => new ChartColumn(heading, true)));
        if (notes)
        {
            columns.Add(new ChartColumn(request.Words.Note, false));
        }

        return new ChartTable(columns, [.. Labels(spec).Select(label => (IReadOnlyList<string>)
        [
            PrintedLabel(request, label),
            .. spec.Series.Select(series => At(series, label) is { } point ? Cell(request, point) : ""),
            .. BandCells(spec, label, bands, request.Number),
            .. notes ? [NotesAt(request, label)] : Array.Empty<string>(),
        ])]);
    }

    // The note has its own column, so a missing value is plainly "no data" here.
    private static string Cell(ChartRequest request, ChartPoint point) =>
        point.Value is null && point.Display is null && !IsUnheard(point) ? request.Words.NoData : request.Printed(point);

    private static string PrintedLabel(ChartRequest request, string label) =>
        request.Spec.Kind is ChartKind.Line or ChartKind.StackedColumns or ChartKind.Fan ? Wording.Of(Period.Parse(label), request.Language) : label;

    private static string FirstColumn(ChartRequest request) =>
        request.Spec.Kind is ChartKind.Line or ChartKind.StackedColumns or ChartKind.Fan ? request.Words.Period : request.Words.Category;

    private static string Heading(ChartSeries series, ChartSpec spec) =>
        spec.Unit.Length == 0 || HasDisplays(series) ? series.Name : $"{series.Name} ({spec.Unit})";

    /// <summary>The levels of a fan's bands, the narrowest first.</summary>
    private static double[] Bands(ChartSpec spec) =>
        [.. spec.Series.SelectMany(series => series.Points).SelectMany(point => point.Bands).Select(band => band.Level).Distinct().Order()];

    private static IEnumerable<string> BandHeadings(ChartRequest request, double level) =>
        new[] { request.Words.From, request.Words.To }.Select(bound => $"{Wording.Percent(level, request.Language)}, {bound}");

    private static IEnumerable<string> BandCells(ChartSpec spec, string label, double[] levels, Func<double, string> print) =>
        levels.Select(level => spec.Series.Select(series => At(series, label)?.Bands.FirstOrDefault(band => band.Level == level)).FirstOrDefault(band => band is not null))
            .SelectMany(band => band is null ? new[] { "", "" } : [print(band.Low), print(band.High)]);

    private static bool HasDisplays(ChartSeries series) => series.Points.Any(point => point.Display is not null);

    private static bool IsUnheard(ChartPoint point) => point.Mark is PointMark.NotWatched or PointMark.Silent;

    private static bool HasNotes(ChartSpec spec) =>
        spec.Series.Any(series => series.Points.Any(point => point.Note is not null || point.Mark == PointMark.Break || point.Bands.Count > 0));

    private static string NotesAt(ChartRequest request, string label) => string.Join("; ", request.Spec.Series
        .Select(series => (series.Name, Point: At(series, label)))
        .SelectMany(found => new[]
        {
            found.Point?.Bands.Count > 0 ? request.Words.Forecast : null, found.Point?.Note, found.Point?.Mark == PointMark.Break ? request.Words.Break : null,
            found.Point is { } point && IsUnheard(point) ? request.Printed(point) : null,
        }.OfType<string>().Select(note => request.Spec.Series.Count == 1 ? note : $"{found.Name}: {note}")));

    private static IEnumerable<(ChartSeries Series, ChartPoint Point)> Dated(ChartSpec spec) => spec.Series
        .SelectMany((series, i) => series.Points.Select(point => (series, point, i)))
        .OrderBy(item => item.point.Date).ThenBy(item => item.i).ThenBy(item => item.point.Label, StringComparer.Ordinal)
        .Select(item => (item.series, item.point));

    private static void Append(StringBuilder builder, IReadOnlyList<string> cells) =>
        builder.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    private static string Quote(string cell)
    {
        // A spreadsheet would run a cell that begins like a formula; a plain number is none.
        var safe = cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]
            && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
