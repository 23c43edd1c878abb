namespace Foresight.Engine.Briefs;

/// <summary>How much the main part holds. Two A4 pages are a promise: the fullest fit that keeps it is taken.</summary>
/// <param name="ChartHeight">The greatest height of a printed chart in millimetres; the style sheet has a class for each.</param>
/// <param name="ItemsPerArea">Items under each focus area.</param>
/// <param name="Dates">Coming dates.</param>
internal sealed record PageFit(int ChartHeight, int ItemsPerArea, int Dates)
{
    public const int Pages = 2;

    private static readonly PageFit[] ManyAreas = [new(84, 2, 6), new(76, 2, 5), new(68, 2, 5), new(60, 2, 4), new(60, 1, 4), new(52, 1, 3)];
    private static readonly PageFit[] FewAreas = [new(84, 3, 6), .. ManyAreas];

    public static BriefPage Fullest(int areas, Func<PageFit, BriefPage> build)
    {
        BriefPage? page = null;
        foreach (var fit in areas > 4 ? ManyAreas : FewAreas)
        {
            page = build(fit);
            if (PrintedLength.Pages(page, fit.ChartHeight) <= Pages)
            {
                break;
            }
        }

        return page!;
    }
}
