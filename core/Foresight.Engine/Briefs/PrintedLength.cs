using Foresight.Engine.Charts;

namespace Foresight.Engine.Briefs;

/// <summary>
/// Reckons how many A4 pages the main part takes when printed, block by block as a browser lays it out. Sizes are those of the
/// style sheet's print part, in millimetres; letters are measured in the shipped font, which runs wider than most.
/// </summary>
internal sealed class PrintedLength
{
    // 297 less the margins of the page, and a little air.
    private const double PageHeight = 272;
    private const double Width = 180;
    private const double Gap = 5;
    private const double Point = 0.3528;
    private const double Heading = 11.7;
    private const double Label = 4.1;
    private const double SmallLine = 7.8 * 1.3 * Point;
    private const double LabelColumn = 29;
    private const double AreaWidth = 86.5;
    private const double TallestPicture = 110;

    private double _used;
    private int _pages = 1;

    public static int Pages(BriefPage page)
    {
        var length = new PrintedLength();
        length.Place(14.2 + Height(page.Title, Width, 20, 1.2, bold: true) + (page.Banner is { } banner ? 5 + Height($"{page.Labels.Illustrative}. {banner}", Width - 8, 8, 1.36) : 0));
        length.Section(page.Findings.Select(Finding));
        length.Section(page.Charts.Select(Chart));
        length.Section(page.Areas.Chunk(2).Select((pair, row) => pair.Max(Area) + 2.6 + (row == 0 ? 6.5 : 0)));
        length.Section(page.Dates.Select((date, row) => Height($"{date.Before} {date.Title} {date.Publisher}", 118, 8.4, 1.36) + 1.7 + (row == 0 ? 5.3 : 0)));
        length.Section([.. page.Missing.Select(line => Height(line, Width - 6, 8.8, 1.36)), page.MissingMore is null ? 0 : 5.4, page.NotInMain is { } areas ? Height(areas, Width, 8.8, 1.36) + 1.2 : 0]);
        return length._pages;
    }

    private static double Finding(PageFinding finding) =>
        Height($"{finding.Sentence} [1] Diagram 1", Width - LabelColumn, 10.4, 1.3)
        + (finding.Caveat is { } caveat ? Height(caveat, Width - LabelColumn, 7.8, 1.3) + 0.3 : 0)
        + (finding.Gathered is { } gathered ? Height(gathered, Width - LabelColumn, 7.8, 1.3) + 0.3 : 0)
        + Height(finding.Sureness is { } sureness ? $"{finding.Grade} · {sureness}" : finding.Grade, Width - LabelColumn, 7.8, 1.3) + 0.3
        + (finding.Taken is { } taken ? Height(taken, Width - LabelColumn, 7.8, 1.3) + 0.3 : 0)
        + 2;

    private static double Chart(PageChart chart)
    {
        var caption = Width - Gap - chart.PictureWidth;
        var text = Label
            + Height(chart.Title, caption, 10.4, 1.2, bold: true)
            + Height(chart.Subtitle, caption, 8.2, 1.36)
            + chart.Notes.Append(chart.SourceLine).Sum(line => Height(line, caption, 7.8, 1.3) + 0.9)
            + 2;
        return Math.Max(Math.Min((double)chart.PictureWidth * chart.Height / chart.Width, TallestPicture), text) + 3.5;
    }

    private static double Area(PageArea area) =>
        Height(area.Name, AreaWidth - 4, 9.4, 1.2, bold: true) + 0.8
        + (area.Items.Count == 0 ? 5.4 : area.Items.Sum(item =>
            Height(item.Title, AreaWidth, 8.8, 1.28)
            + Height(string.Join(" · ", new[] { item.Publisher, item.Day, item.Match, item.InLanguage, item.Also }.OfType<string>()), AreaWidth, 7.8, 1.3)
            + 1));

    /// <summary>Blocks under a heading; the heading stays with the first.</summary>
    private void Section(IEnumerable<double> blocks)
    {
        var heading = Heading;
        foreach (var block in blocks.DefaultIfEmpty(SmallLine + 2))
        {
            Place(heading + block);
            heading = 0;
        }
    }

    private void Place(double height)
    {
        if (_used + height > PageHeight)
        {
            _pages++;
            _used = 0;
        }

        _used += height;
    }

    private static double Height(string text, double width, double points, double lineHeight, bool bold = false)
    {
        // Measured ten times as large: the font is made for pixels, not for millimetres.
        var size = points * Point;
        return HouseFont.Wrap(text, (float)(width * 10), (float)(size * 10), bold).Count * size * lineHeight;
    }
}
