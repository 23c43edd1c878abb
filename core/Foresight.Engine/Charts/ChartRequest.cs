using Foresight.Sdk;
using SkiaSharp;

namespace Foresight.Engine.Charts;

/// <summary>A chart to be drawn, and how.</summary>
/// <param name="Spec">The chart as data.</param>
/// <param name="Language"><c>sv</c> or <c>en</c>.</param>
/// <param name="FocusAreas">The policy's focus areas in its order, for their colours.</param>
/// <param name="Standalone">Whether title, subtitle, notes and source line are drawn into the picture.</param>
internal sealed record ChartRequest(ChartSpec Spec, string Language, IReadOnlyList<string> FocusAreas, bool Standalone)
{
    public ChartWords Words { get; } = ChartWords.In(Language);

    public SKColor ColourOf(int series) => HouseStyle.ColourOf(Spec.Series[series], series, FocusAreas);

    /// <summary>A value as printed: the plain number unless the point brings its own text.</summary>
    public string Printed(ChartPoint point) => point switch
    {
        { Display: { } display } => display,
        { Value: { } value } => Number(value) + (point.Mark == PointMark.Provisional ? " " + Words.Provisional : ""),
        { Date: { } date } => Wording.Day(date, Language),
        { Mark: PointMark.NotWatched } => Words.NotWatched,
        { Mark: PointMark.Silent } => Words.Silent,
        _ => point.Note ?? Words.NoData,
    };

    /// <summary>Why a heat map's cell has nothing.</summary>
    public string WhyEmpty(ChartPoint point) => point.Value == 0 ? Words.NothingCame : Printed(point);

    public string Number(double value) => Wording.Number(value, Language, Spec.Decimals);
}
