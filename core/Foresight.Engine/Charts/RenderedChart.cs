namespace Foresight.Engine.Charts;

/// <summary>A chart in all the forms in which it is read. All are made from the same data, so that none can drift from the others.</summary>
/// <param name="Png">The picture at twice its logical size.</param>
/// <param name="Svg">The picture as an <c>svg</c> element without XML declaration, texts outlined, ids unique to this chart.</param>
/// <param name="Width">Logical width in pixels.</param>
/// <param name="Height">Logical height in pixels.</param>
/// <param name="AltShort">What it is, and its main finding.</param>
/// <param name="AltLong">Extremes, first and last per series.</param>
/// <param name="Table">The data as printed.</param>
/// <param name="Csv">The data as RFC 4180 text with invariant numbers.</param>
public sealed record RenderedChart(
    byte[] Png, string Svg, int Width, int Height, string AltShort, string AltLong, ChartTable Table, string Csv);

/// <summary>A chart's data as a table of printed texts.</summary>
/// <param name="Columns">The columns, the row's label first.</param>
/// <param name="Rows">One text per column; empty where the series has no point.</param>
public sealed record ChartTable(IReadOnlyList<ChartColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A column of a <see cref="ChartTable"/>.</summary>
/// <param name="Name">The heading, with the unit where there is one.</param>
/// <param name="IsNumber">Whether its texts are numbers, to be set to the right.</param>
public sealed record ChartColumn(string Name, bool IsNumber);
