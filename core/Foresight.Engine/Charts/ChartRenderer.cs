using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>
/// Draws a chart and makes its alternative text, table and CSV from the same data. The same data give the same bytes, whatever
/// the machine's culture, zone and fonts.
/// </summary>
public static class ChartRenderer
{
    /// <summary>Renders a chart.</summary>
    /// <param name="spec">The chart as data.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    /// <param name="focusAreas">Ids of the policy's focus areas in its order, so that each keeps its colour in every chart.</param>
    /// <param name="standalone">Whether title, subtitle, notes and source line are drawn into the picture too (a brief prints them as text).</param>
    /// <exception cref="ArgumentException">The chart lacks what every chart must have; the message is one sentence.</exception>
    public static RenderedChart Render(
        ChartSpec spec, string language, IReadOnlyList<string>? focusAreas = null, bool standalone = false)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ChartCheck.Demand(spec);
        var request = new ChartRequest(spec, language, focusAreas ?? [], standalone);
        using var sheet = Draw(request);
        var alt = ChartAlternative.Of(request);
        return new RenderedChart(
            sheet.Png(), SvgText.Finish(sheet, request, alt), sheet.Width, sheet.Height, alt.Short, alt.Long, ChartData.TableOf(request), ChartData.CsvOf(request));
    }

    /// <summary>Lays a chart out without making a picture of it.</summary>
    internal static Sheet Draw(ChartRequest request) => request.Spec.Kind switch
    {
        ChartKind.Line => LineDrawing.Draw(request),
        ChartKind.Bars or ChartKind.GroupedBars => BarsDrawing.Draw(request),
        ChartKind.StackedColumns => ColumnsDrawing.Draw(request),
        ChartKind.Dumbbell => DumbbellDrawing.Draw(request),
        ChartKind.Timeline => TimelineDrawing.Draw(request),
        ChartKind.Fan => FanDrawing.Draw(request),
        ChartKind.HeatMap => HeatMapDrawing.Draw(request),
        _ => throw new ArgumentException($"The chart \"{request.Spec.Title}\" is of a kind that is not drawn: {request.Spec.Kind}."),
    };
}
