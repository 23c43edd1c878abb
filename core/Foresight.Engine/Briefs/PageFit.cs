namespace Foresight.Engine.Briefs;

/// <summary>How much the main part holds. Two A4 pages are a promise: the fullest fit that keeps it is taken.</summary>
/// <param name="PictureWidth">The width of the printed charts in millimetres; the style sheet has a class for each.</param>
/// <param name="ItemsPerArea">Items under each focus area.</param>
/// <param name="Dates">Coming dates.</param>
/// <param name="Missing">Sentences on what is not known; one line more says how many there are in the annex.</param>
internal sealed record PageFit(int PictureWidth, int ItemsPerArea, int Dates, int Missing = 4)
{
    public const int Pages = 2;

    // At 98 mm the charts' smallest letters print at about 5 points: items and dates go before charts shrink further.
    private static readonly PageFit[] ManyAreas =
    [
        new(123, 2, 6), new(123, 2, 5), new(116, 2, 5), new(110, 2, 5), new(104, 2, 5), new(104, 2, 4), new(98, 2, 5), new(98, 2, 4), new(98, 2, 3),
        new(104, 1, 4), new(98, 1, 3), new(92, 1, 3), new(104, 1, 3, 2), new(98, 1, 3, 2), new(92, 1, 3, 2), new(86, 1, 3, 2), new(86, 1, 3, 1), new(86, 1, 1, 1),
    ];

    private static readonly PageFit[] FewAreas = [new(123, 3, 6), .. ManyAreas];
    private static readonly int[] Widths = [123, 116, 110, 104, 98, 92];

    public static BriefPage Fullest(int areas, Func<PageFit, BriefPage> build)
    {
        BriefPage? page = null;
        foreach (var fit in areas > 4 ? ManyAreas : FewAreas)
        {
            page = build(fit);
            if (PrintedLength.Pages(page) <= Pages)
            {
                return WithRoomUsed(page);
            }
        }

        return page!;
    }

    /// <summary>Room that is left at the foot of a page goes to its charts, the first of them first.</summary>
    private static BriefPage WithRoomUsed(BriefPage page)
    {
        for (var i = 0; i < page.Charts.Count; i++)
        {
            foreach (var width in Widths.Where(width => width > page.Charts[i].PictureWidth))
            {
                var place = i;
                var wider = page with { Charts = [.. page.Charts.Select((chart, at) => at == place ? chart with { PictureWidth = width } : chart)] };
                if (PrintedLength.Pages(wider) <= Pages)
                {
                    page = wider;
                    break;
                }
            }
        }

        return page;
    }
}
