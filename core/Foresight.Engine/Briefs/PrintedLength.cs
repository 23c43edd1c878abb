namespace Foresight.Engine.Briefs;

/// <summary>
/// Reckons how many A4 pages the main part takes when printed, block by block as the browser lays it out. Sizes are those of
/// the style sheet's print part, in millimetres; widths of letters are rounded up, so that a wider font still fits.
/// </summary>
internal sealed class PrintedLength
{
    // 297 less the margins of the page, and a little air for fonts that run wider.
    private const double PageHeight = 266;
    private const double Width = 180;
    private const double Point = 0.3528;
    private const double LetterWidth = 0.51;
    private const double BoldLetterWidth = 0.55;
    private const double Heading = 13.6;
    private const double SmallLine = 7.8 * 1.3 * Point;
    private const double PictureWidth = 123;
    private const double CaptionWidth = 52;
    private const double AreaWidth = 86.5;

    private double _used;
    private int _pages = 1;

    public static int Pages(BriefPage page, int chartHeight)
    {
        var length = new PrintedLength();
        length.Place(14 + (Lines(page.Title, Width, 20, BoldLetterWidth) * 20 * 1.2 * Point) + (page.Banner is { } banner ? 5 + (Lines(banner, Width, 8) * 8 * 1.36 * Point) : 0));
        length.Section(page.Findings.Select(Finding));
        length.Section(page.Charts.Select(chart => Chart(chart, chartHeight)));
        length.Section(page.Areas.Chunk(2).Select((pair, row) => pair.Max(Area) + 2.6 + (row == 0 ? 6.5 : 0)));
        length.Section(page.Dates.Select((date, row) => (Lines(date.Title + date.Publisher, 118, 8.4) * 8.4 * 1.36 * Point) + 1.7 + (row == 0 ? 5.3 : 0)));
        length.Section([.. page.Missing.Select(line => Lines(line, Width - 5, 8.8) * 8.8 * 1.36 * Point), page.MissingMore is null ? 0 : 5.4]);
        return length._pages;
    }

    private static double Finding(PageFinding finding) =>
        (finding.Tag is null ? 0 : 4.1)
        + (Lines(finding.Sentence + " [1] Diagram 1", Width - 4, 10.4) * 10.4 * 1.3 * Point)
        + (finding.Caveat is { } caveat ? (Lines(caveat, Width - 4, 7.8) * SmallLine) + 0.3 : 0)
        + 2;

    private static double Chart(PageChart chart, int most)
    {
        var picture = Math.Min(most, PictureWidth * chart.Height / chart.Width);
        var text = 4.1
            + (Lines(chart.Title, CaptionWidth, 10.4, BoldLetterWidth) * 10.4 * 1.2 * Point)
            + (Lines(chart.Subtitle, CaptionWidth, 8.2) * 8.2 * 1.36 * Point)
            + chart.Notes.Append(chart.SourceLine).Sum(line => (Lines(line, CaptionWidth, 7.8) * SmallLine) + 0.9)
            + 2;
        return Math.Max(picture, text) + 3.5;
    }

    private static double Area(PageArea area) =>
        (Lines(area.Name, AreaWidth - 4, 9.4, BoldLetterWidth) * 9.4 * 1.2 * Point) + 0.8
        + (area.Items.Count == 0 ? 5.4 : area.Items.Sum(item =>
            (Lines(item.Title, AreaWidth, 8.8) * 8.8 * 1.28 * Point)
            + (Lines($"{item.Publisher} · {item.Day} · {item.Match} · {item.Also}", AreaWidth, 7.8) * SmallLine)
            + 1));

    /// <summary>Blocks under a heading; the heading stays with the first.</summary>
    private void Section(IEnumerable<double> blocks)
    {
        var heading = Heading;
        foreach (var block in blocks.DefaultIfEmpty(5.4))
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

    private static double Lines(string text, double width, double points, double letter = LetterWidth) =>
        Math.Max(1, Math.Ceiling(text.Length * points * Point * letter / width));
}
