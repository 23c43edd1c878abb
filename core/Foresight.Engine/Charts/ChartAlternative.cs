using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>The picture in words.</summary>
/// <param name="Short">What it is, and its main finding.</param>
/// <param name="Long">Extremes, first and last per series.</param>
internal sealed record ChartAlternative(string Short, string Long)
{
    private const int MostSeries = 8;

    public static ChartAlternative Of(ChartRequest request)
    {
        var spec = request.Spec;
        var heading = $"{request.Words.Kinds[spec.Kind]}: {Sentence(spec.Title)}";
        var series = spec.Series.Take(MostSeries).Select(series => spec.Kind switch
        {
            ChartKind.Line or ChartKind.StackedColumns => OverTime(request, series),
            ChartKind.Fan => Ahead(request, series),
            ChartKind.Timeline => Dated(request, series),
            ChartKind.Dumbbell => EachCategory(request, series),
            ChartKind.HeatMap => Cells(request, series),
            _ => ByCategory(request, series),
        });
        return new ChartAlternative(
            heading, string.Join(" ", new[] { heading, Sentence(spec.Subtitle) }.Concat(series.Where(text => text.Length > 0)).Concat(spec.Notes.Select(Sentence))));
    }

    private static string OverTime(ChartRequest request, ChartSeries series)
    {
        var points = series.Points.Where(point => point.Value is not null).OrderBy(point => point.Period!.Value).ToArray();
        if (points.Length == 0)
        {
            return $"{series.Name}: {request.Words.NoData}.";
        }

        var words = request.Words;
        string At(ChartPoint point) => $"{request.Printed(point)} ({Wording.Of(point.Period!.Value, request.Language)})";
        return points.Length == 1
            ? $"{series.Name}: {words.OnlyValue}, {At(points[0])}."
            : $"{series.Name}: {words.From} {At(points[0])} {words.To} {At(points[^1])}; {words.Highest} {At(points.MaxBy(p => p.Value)!)}, {words.Lowest} {At(points.MinBy(p => p.Value)!)}.";
    }

    /// <summary>What was, and where the last value ahead is likely to lie.</summary>
    private static string Ahead(ChartRequest request, ChartSeries series)
    {
        var past = OverTime(request, series with { Points = [.. series.Points.Where(point => point.Bands.Count == 0)] });
        if (series.Points.Where(point => point.Bands.Count > 0).MaxBy(point => point.Period!.Value) is not { } last)
        {
            return past;
        }

        var words = request.Words;
        var bands = last.Bands.Select(band => $"{Wording.Percent(band.Level, request.Language)} {words.From} {request.Number(band.Low)} {words.To} {request.Number(band.High)}");
        return $"{past} {Capitalised(words.Forecast)} {Wording.Of(last.Period!.Value, request.Language)}: {request.Printed(last)}; {string.Join(", ", bands)}.";
    }

    private static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string ByCategory(ChartRequest request, ChartSeries series)
    {
        var points = series.Points.Where(point => point.Value is not null).ToArray();
        if (points.Length == 0)
        {
            return $"{series.Name}: {request.Words.NoData}.";
        }

        var words = request.Words;
        string At(ChartPoint point) => $"{point.Label} {request.Printed(point)}";
        var ours = points.FirstOrDefault(point => point.Mark == PointMark.Highlight);
        var missing = series.Points.Where(point => point.Value is null).Select(point => point.Label).ToArray();
        return $"{series.Name}: {words.Highest} {At(points.MaxBy(p => p.Value)!)}, {words.Lowest} {At(points.MinBy(p => p.Value)!)}"
            + (ours is null ? "" : $"; {words.Our} {At(ours)}")
            + (missing.Length == 0 ? "." : $"; {words.NoData}: {string.Join(", ", missing)}.");
    }

    // The rows of a distance chart have units of their own: a highest or lowest among them would mean nothing.
    private static string EachCategory(ChartRequest request, ChartSeries series) =>
        $"{series.Name}: " + string.Join("; ", series.Points.Select(point => $"{point.Label} {request.Printed(point)}")) + ".";

    // What there is, then each reason why there is none, so that no silence is read as calm.
    private static string Cells(ChartRequest request, ChartSeries series)
    {
        var some = string.Join(", ", series.Points.Where(point => point.Value > 0).Select(point => $"{point.Label} {request.Printed(point)}"));
        var none = series.Points.Where(point => point.Value is null or 0).GroupBy(request.WhyEmpty, StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(point => point.Label))}");
        return $"{series.Name}: {string.Join("; ", none.Prepend(some).Where(part => part.Length > 0))}.";
    }

    private static string Dated(ChartRequest request, ChartSeries series)
    {
        var points = series.Points.OrderBy(point => point.Date).ToArray();
        return points.Length == 0 ? "" : $"{series.Name}: " + string.Join("; ", points.Take(10)
            .Select(point => $"{Wording.Day(point.Date!.Value, request.Language)} {point.Label}")) + ".";
    }

    private static string Sentence(string text) => text.TrimEnd() is { Length: > 0 } trimmed && trimmed[^1] is '.' or '!' or '?' ? text.TrimEnd() : text.TrimEnd() + ".";
}
