using Foresight.Engine.Classify.Rules;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Rules;

public class AreaDecisionTests
{
    [Theory]
    [InlineData("", true, "model")]
    [InlineData("explain", true, "model")]
    [InlineData("add", true, "rule:add")]
    [InlineData("forbid", false, "rule:forbid")]
    [InlineData("add forbid", false, "rule:forbid")]
    [InlineData("add explain", true, "rule:add")]
    public void Rules_BesideAModelThatSaysYes_DecideByRank(string effects, bool belongs, string by)
    {
        var decision = Assert.Single(AreaDecision.Decide(Verdict(0.9), Hits(effects)));

        Assert.Equal((belongs, by), (decision.Belongs, decision.DecidedBy));
    }

    [Theory]
    [InlineData("", false, "model")]
    [InlineData("explain", false, "model")]
    [InlineData("add", true, "rule:add")]
    [InlineData("forbid", false, "rule:forbid")]
    public void Rules_BesideAModelThatSaysNo_DecideByRank(string effects, bool belongs, string by)
    {
        var decision = Assert.Single(AreaDecision.Decide(Verdict(0.1), Hits(effects)));

        Assert.Equal((belongs, by), (decision.Belongs, decision.DecidedBy));
    }

    [Fact]
    public void Reasons_OfRulesAndModel_StandOnTheirSideRulesFirst()
    {
        var decision = AreaDecision.Decide(Verdict(0.9), Hits("add explain forbid"))[0];

        Assert.Equal(["add-word", "explain-word", "for"], decision.For);
        Assert.Equal(["forbid-word", "against"], decision.Against);
    }

    [Fact]
    public void Rule_OfAnotherArea_LeavesTheVerdictAndAddsItsOwn()
    {
        var decisions = AreaDecision.Decide(Verdict(0.1), [Hit("x", RuleEffect.Add, "land")]);

        Assert.Equal(["sea False model", "land True rule:x"], decisions.Select(one => $"{one.FocusArea} {one.Belongs} {one.DecidedBy}"));
        Assert.Null(decisions[1].Score);
    }

    [Fact]
    public void Rules_OfOneEffect_TheFirstIsNamed()
    {
        var decision = AreaDecision.Decide(Verdict(0.1), [Hit("first", RuleEffect.Add, "sea"), Hit("second", RuleEffect.Add, "sea")])[0];

        Assert.Equal("rule:first", decision.DecidedBy);
        Assert.Equal(["first-word", "second-word", "for"], decision.For);
    }

    private static Verdict Verdict(double probability) => new([new LabelScore("sea", probability, 0.5, [new TermWeight("for", 1), new TermWeight("against", -1)])]);

    private static RuleHit[] Hits(string effects) =>
        [.. effects.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(effect => Hit(effect, Enum.Parse<RuleEffect>(effect, ignoreCase: true), "sea"))];

    private static RuleHit Hit(string id, RuleEffect effect, string area) => new(Rules.Rule(id, effect, area), [id + "-word"]);
}
