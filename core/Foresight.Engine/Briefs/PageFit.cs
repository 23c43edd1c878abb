namespace Foresight.Engine.Briefs;

/// <summary>How much the main part holds. Two A4 pages are a promise: the fullest fit that keeps it is taken.</summary>
/// <param name="PictureWidth">The width of a printed chart in millimetres; the style sheet has a class for each.</param>
/// <param name="ItemsPerArea">Items under each focus area.</param>
/// <param name="Dates">Coming dates.</param>
internal sealed record PageFit(int PictureWidth, int ItemsPerArea, int Dates)
{
    public const int Pages = 2;

    // At 98 mm the charts' smallest letters print at about 5 points: items go before charts shrink further.
    private static readonly PageFit[] ManyAreas =
    [
        new(123, 2, 6), new(123, 2, 5), new(116, 2, 5), new(110, 2, 5), new(104, 2, 5), new(104, 2, 4), new(98, 2, 5), new(98, 2, 4), new(98, 2, 3),
        new(104, 1, 4), new(98, 1, 3), new(86, 1, 3),
    ];

    private static readonly PageFit[] FewAreas = [new(123, 3, 6), .. ManyAreas];

    public static BriefPage Fullest(int areas, Func<PageFit, BriefPage> build)
    {
        BriefPage? page = null;
        foreach (var fit in areas > 4 ? ManyAreas : FewAreas)
        {
            page = build(fit);
            if (PrintedLength.Pages(page) <= Pages)
            {
                break;
            }
        }

        return page!;
    }
}
