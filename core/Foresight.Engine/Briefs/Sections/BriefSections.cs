namespace Foresight.Engine.Briefs.Sections;

/// <summary>The sections that a policy's briefs may have.</summary>
internal static class BriefSections
{
    public static IReadOnlyList<IBriefSection> All { get; } = [new FollowUpSection(), new LoopSection(), new FundsSection(), new CalendarSection(), new PartnersSection()];

    public static async Task<IReadOnlyList<BriefSection>> BuildAsync(IReadOnlyList<string> ids, SectionContext context, CancellationToken cancellationToken)
    {
        var built = new List<BriefSection>();
        foreach (var section in ids.Select(id => All.Single(section => section.Id == id)))
        {
            if (await section.BuildAsync(context, cancellationToken).ConfigureAwait(false) is { } worded)
            {
                built.Add(worded);
            }
        }

        return built;
    }
}
