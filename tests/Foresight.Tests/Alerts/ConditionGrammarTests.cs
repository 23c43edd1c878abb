using Foresight.Engine.Alerts.Grammar;
using Xunit;

namespace Foresight.Tests.Alerts;

public sealed class ConditionGrammarTests
{
    public static TheoryData<string, string, Condition> Sentences { get; } = new()
    {
        { "exports to NO fall more than 10 % year on year for 3 months", "exporten till NO minskar mer än 10 % på ett år i 3 månader", new TradeChange(true, null, "NO", true, 10, TimeUnit.Year, 3) },
        { "imports of 26100000 from ZA rise more than 7.5 % month on month", "importen av 26100000 från ZA ökar mer än 7,5 % på en månad", new TradeChange(false, "26100000", "ZA", false, 7.5, TimeUnit.Month, 1) },
        { "exports fall more than 8 % year on year", "exporten minskar mer än 8 % på ett år", new TradeChange(true, null, null, true, 8, TimeUnit.Year, 1) },
        { "indicator N00401 rises by more than 5 % in 2 years", "nyckeltalet N00401 ökar med mer än 5 % på 2 år", new IndicatorChange("N00401", false, 5, true, 2, TimeUnit.Year) },
        { "indicator N00401 falls by more than 0.5 in 6 months", "nyckeltalet N00401 minskar med mer än 0,5 på 6 månader", new IndicatorChange("N00401", true, 0.5, false, 6, TimeUnit.Month) },
        { "indicator N1 is above 7 for 3 years", "nyckeltalet N1 är över 7 i 3 år", new IndicatorLevel("N1", true, 7, 3, TimeUnit.Year) },
        { "indicator N1 is below -2.5", "nyckeltalet N1 är under -2,5", new IndicatorLevel("N1", false, -2.5, 1, TimeUnit.Year) },
        { "indicator N1 is further than 5 from its target", "nyckeltalet N1 är längre än 5 från sitt mål", new IndicatorOffTarget("N1", 5) },
        { "indicator N1 leaves the peers' range", "nyckeltalet N1 lämnar jämförelsegruppens spann", new IndicatorOutsidePeers("N1") },
        { "documents about energy in Swedish more than double in 4 weeks", "dokument om energy på svenska mer än fördubblas på 4 veckor", new DocumentsRise("energy", "sv", 100, 4) },
        { "documents about energy rise more than 50 % in 1 week", "dokument om energy ökar mer än 50 % på 1 vecka", new DocumentsRise("energy", null, 50, 1) },
        { "documents mention \"heat pumps\" at least 5 times in 14 days from at least 3 publishers", "dokument nämner \"heat pumps\" minst 5 gånger på 14 dagar från minst 3 utgivare", new DocumentsMention("heat pumps", 5, 14, 3) },
        { "documents mention \"CBAM\" at least 1 time in 1 day", "dokument nämner \"CBAM\" minst 1 gång på 1 dag", new DocumentsMention("CBAM", 1, 1, 1) },
        { "a funding call of life closes within 30 days", "en utlysning från life stänger inom 30 dagar", new CallCloses("life", 30) },
        { "source regeringen is silent for 14 days", "källan regeringen är tyst i 14 dagar", new SourceSilent("regeringen", 14) },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Read_EitherLanguage_IsTheSameConditionAndPrintsBack(string english, string swedish, Condition expected)
    {
        var (en, sv) = (ConditionGrammar.Read(english), ConditionGrammar.Read(swedish));

        Assert.Equal((expected, expected), (en.Condition, sv.Condition));
        Assert.Equal((english, swedish), (ConditionText.Of(expected).En, ConditionText.Of(expected).Sv));
    }

    [Theory]
    [InlineData("when exports to NO fall more than 10 % year on year for 3 months", "exports to NO fall more than 10 % year on year for 3 months")]
    [InlineData("When exports to NO drop by more than 10% year on year.", "exports to NO fall more than 10 % year on year")]
    [InlineData("när exporten till NO sjunker med mer än 10 procent år mot år", "exports to NO fall more than 10 % year on year")]
    [InlineData("a call of life closes within 1 day", "a funding call of life closes within 1 day")]
    [InlineData("documents mention ”CBAM” at least 2 times in 7 days", "documents mention \"CBAM\" at least 2 times in 7 days")]
    public void Read_OtherWordsForTheSame_ArePrintedInOneForm(string sentence, string printed)
    {
        var reading = ConditionGrammar.Read(sentence);

        Assert.Null(reading.Problem);
        Assert.Equal(printed, ConditionText.Of(reading.Condition!).En);
    }

    [Theory]
    [InlineData("exports to NO fal more than 10 % year on year", "after 'exports to NO' stands 'fal', where drop, fall, grow or rise is allowed; nearest 'fall'")]
    [InlineData("exports to NO fall more then 10 % year on year", "after 'to NO fall more' stands 'then', where than is allowed")]
    [InlineData("exports to NO fall more than ten % year on year", "after 'NO fall more than' stands 'ten', where a number is allowed")]
    [InlineData("exports to NO fall more than 10 % year on year for 3 weeks", "after 'on year for 3' stands 'weeks', where month or months is allowed")]
    [InlineData("export till NO minskar mer än 10 % på ett år i 3 veckor", "after 'ett år i 3' stands 'veckor', where månad or månader is allowed")]
    [InlineData("indicator N1 is above", "after 'indicator N1 is above' stands nothing, where a number is allowed")]
    [InlineData("indicator N1 is above 5 always", "after 'N1 is above 5' stands 'always', where %, for, percent, procent or the end is allowed")]
    [InlineData("source s is silent for 0 days", "after 's is silent for' stands '0', where a whole number from 1 to 1000 is allowed")]
    public void Read_WhatIsNoCondition_TellsWhereAndWhatIsAllowed(string sentence, string problem)
    {
        var reading = ConditionGrammar.Read(sentence);

        Assert.Null(reading.Condition);
        Assert.Equal(problem, reading.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"")]
    [InlineData("documents mention \"")]
    [InlineData("% % %")]
    [InlineData("exports exports exports exports")]
    public void Read_Nonsense_IsAProblemAndNoFault(string sentence)
    {
        var reading = ConditionGrammar.Read(sentence);

        Assert.Null(reading.Condition);
        Assert.NotEmpty(reading.Problem!);
    }
}
