using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;

namespace Foresight.Engine.FollowUp.Worded;

/// <summary>Words the follow-up for people.</summary>
public static class FollowUpWording
{
    /// <summary>The id of the section.</summary>
    public const string Section = "follow-up";

    /// <summary>The follow-up as a section of a brief: six sentences at most, then what they rest on.</summary>
    /// <param name="report">The follow-up.</param>
    /// <param name="policy">The policy that it was held against.</param>
    /// <param name="language"><c>sv</c> or <c>en</c>.</param>
    public static BriefSection In(FollowUpReport report, Policy policy, string language)
    {
        var words = new FollowUpWords(policy, language);
        var tables = new FollowUpTables(report, policy, words);
        return new BriefSection(Section, words.Say("Uppföljning mot policyn", "Follow-up against the policy"))
        {
            Parts =
            [
                new FollowUpLead(report, policy, words).List(),
                .. tables.Done(),
                .. tables.Counts(),
                .. tables.Needs(),
                .. tables.OpenEnds(),
                .. new MoneyTables(report, words).Parts(),
                .. new RecordTable(report, words).Parts(),
            ],
        };
    }
}
