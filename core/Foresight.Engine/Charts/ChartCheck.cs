using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>Refuses a chart that a reader could not understand or trace.</summary>
internal static class ChartCheck
{
    public static void Demand(ChartSpec spec)
    {
        var name = string.IsNullOrWhiteSpace(spec.Title) ? $"of kind {spec.Kind}" : $"\"{spec.Title}\"";
        var fault = spec switch
        {
            _ when string.IsNullOrWhiteSpace(spec.Title) => "has no title: state its message as a sentence",
            _ when string.IsNullOrWhiteSpace(spec.Subtitle) => "has no subtitle: name measure, unit, place and period",
            _ when string.IsNullOrWhiteSpace(spec.SourceLine) => "has no source line: name the source",
            _ when !spec.Series.Any(series => series.Points.Any(point => point.Value is not null || point.Date is not null)) =>
                "has no point with a value: say why there is nothing to draw instead",
            _ when spec.Evidence.Count == 0 => "has no evidence: list the records behind its numbers",
            _ when spec.Kind is ChartKind.Line or ChartKind.StackedColumns or ChartKind.Fan && spec.Series.Any(s => s.Points.Any(p => p.Period is null)) =>
                "has a point without a period: charts over time need one on each",
            _ when spec.Kind is ChartKind.Timeline && spec.Series.Any(s => s.Points.Any(p => p.Date is null)) =>
                "has a point without a day: timelines need one on each",
            _ when spec.Kind is ChartKind.Bars && spec.Series.Count > 1 => "has several series: bars take one, grouped bars several",
            _ when spec.Series.Any(s => s.Points.Any(p => p.Value is { } value && !double.IsFinite(value))) =>
                "has a value that is no finite number: a missing value is null",
            _ when spec.Kind is ChartKind.HeatMap && spec.Series.Any(s => s.Points.Any(p => p.Value < 0)) =>
                "has a value below zero: the shades of a heat map begin at zero",
            _ when spec.Series.Any(s => string.IsNullOrWhiteSpace(s.Name)) => "has a series without a name",
            _ when spec.Series.Select(Duplicate).FirstOrDefault(label => label is not null) is { } label =>
                $"has two points for '{label}' in one series",
            _ when spec.Kind is ChartKind.Fan && spec.Series.Count > 1 => "has several series: a fan has one",
            _ when spec.Kind is not ChartKind.Fan && spec.Series.Any(s => s.Points.Any(p => p.Bands.Count > 0)) => "has bands: only a fan has",
            _ => FaultOfBands(spec.Series.SelectMany(s => s.Points).Where(p => p.Bands.Count > 0).ToArray()),
        };
        if (fault is not null)
        {
            throw new ArgumentException($"The chart {name} {fault}.");
        }
    }

    /// <summary>Every forecast point has the same bands, each within the next wider one and around its value.</summary>
    private static string? FaultOfBands(ChartPoint[] points) => points switch
    {
        [] => null,
        _ when points.Any(point => point.Value is null) => "has bands around no value",
        _ when points.Any(point => !point.Bands.Select(band => band.Level).SequenceEqual(points[0].Bands.Select(band => band.Level))) => "has points with other bands than the first",
        _ when points.Any(point => !point.Bands.All(band => band.Low <= band.High && double.IsFinite(band.High - band.Low))) => "has a band whose bounds are no numbers in order",
        _ when points.Any(point => point.Bands.Zip(point.Bands.Skip(1)).Any(pair => pair.First.Level >= pair.Second.Level || pair.First.Low < pair.Second.Low || pair.First.High > pair.Second.High)) =>
            "has bands that do not grow with their level",
        _ => null,
    };

    // A timeline may well have two events of one name; elsewhere a label stands for one row.
    private static string? Duplicate(ChartSeries series) => series.Points.Any(point => point.Date is not null)
        ? null
        : series.Points.GroupBy(point => point.Period?.Text ?? point.Label, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
}
