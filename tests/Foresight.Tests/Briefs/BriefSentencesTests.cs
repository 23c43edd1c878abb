using Foresight.Engine.Briefs;
using Xunit;

namespace Foresight.Tests.Briefs;

public sealed class BriefSentencesTests
{
    private static readonly BriefPeriod Period = new(new DateOnly(2026, 6, 5), new DateOnly(2026, 9, 5));

    [Theory]
    [InlineData("sv", 0, 0, 0, 0, "Inga nya texter har kommit sedan 5 juni 2026.")]
    [InlineData("sv", 1, 1, 0, 1, "Sedan 5 juni 2026 har 1 ny text kommit från 1 källa; den rör inte policyns fokusområden.")]
    [InlineData("sv", 1, 1, 1, 1, "Sedan 5 juni 2026 har 1 ny text kommit från 1 källa; den rör policyns fokusområden.")]
    [InlineData("sv", 14, 14, 13, 2, "Sedan 5 juni 2026 har 14 nya texter kommit från 2 källor; 13 av dem rör policyns fokusområden.")]
    [InlineData("sv", 3, 3, 3, 2, "Sedan 5 juni 2026 har 3 nya texter kommit från 2 källor; alla rör policyns fokusområden.")]
    [InlineData("en", 1, 1, 0, 1, "Since 5 June 2026, 1 new text has come in from 1 source; it does not concern the policy's focus areas.")]
    [InlineData("en", 14, 14, 1, 2, "Since 5 June 2026, 14 new texts have come in from 2 sources; 1 of them concerns the policy's focus areas.")]
    [InlineData("sv", 231, 214, 60, 12, "Sedan 5 juni 2026 har 231 nya texter kommit från 12 källor, med 214 olika nyheter; 60 av dem rör policyns fokusområden.")]
    [InlineData("sv", 2, 1, 1, 2, "Sedan 5 juni 2026 har 2 nya texter kommit från 2 källor, alla med samma nyhet; den rör policyns fokusområden.")]
    [InlineData("en", 231, 214, 60, 12, "Since 5 June 2026, 231 new texts have come in from 12 sources, with 214 different stories; 60 of them concern the policy's focus areas.")]
    [InlineData("en", 14, 14, 0, 2, "Since 5 June 2026, 14 new texts have come in from 2 sources; none of them concerns the policy's focus areas.")]
    public void Lead_OfAnyCount_IsGrammatical(string language, int documents, int stories, int relevant, int sources, string sentence)
    {
        var said = new BriefSentences(language).Lead(documents, stories, relevant, sources, Period);

        Assert.Equal(sentence, said.Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData(0, "i dag", "today")]
    [InlineData(1, "i morgon", "tomorrow")]
    [InlineData(19, "19 dagar", "19 days")]
    public void DaysLeft_OfAnyCount_IsSaidAsPeopleSayIt(int days, string swedish, string english)
    {
        Assert.Equal(swedish, new BriefSentences("sv").DaysLeft(days));

        Assert.Equal(english, new BriefSentences("en").DaysLeft(days));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b", "a och b")]
    [InlineData("a b c", "a, b och c")]
    public void Join_OfParts_EndsWithAnd(string parts, string joined)
    {
        var said = new BriefSentences("sv").Join(parts.Split(' '));

        Assert.Equal(joined, said);
    }
}
