using Foresight.Engine.FollowUp;
using Foresight.Engine.FollowUp.Worded;

namespace Foresight.Engine.Briefs.Sections;

/// <summary>What was done for the policy since the last brief to this reader, held against the policy; a committee reads of its own and of its areas.</summary>
internal sealed class FollowUpSection : IBriefSection
{
    public string Id => FollowUpWording.Section;

    public async Task<BriefSection?> BuildAsync(SectionContext context, CancellationToken cancellationToken)
    {
        var period = BriefPeriod.Of(context.Audience, context.Today);
        var question = new FollowUpQuestion(period.From, period.To, context.Today, context.Audience.Body);
        var report = await FollowUpReading.ReadAsync(context.Tables, context.Policy, context.Registers, question).ConfigureAwait(false);
        return FollowUpWording.In(report, context.Policy, context.Language);
    }
}
