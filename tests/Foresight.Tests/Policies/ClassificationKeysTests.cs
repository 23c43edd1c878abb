using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

public sealed class ClassificationKeysTests : IDisposable
{
    private const string Reason = "reason: { sv: x, en: x }";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Topics_AsAMap_CarryWeights()
    {
        _workspace.Write("a.yaml", Some.Policy.Replace("topics: [sea]", "topics: { sea: 1, coast: 0.5 }", StringComparison.Ordinal));

        var area = Read().FocusAreas[0];

        Assert.Equal(["sea", "coast"], area.Topics);
        Assert.Equal((1, 0.5, 0), (area.WeightOf("sea"), area.WeightOf("coast"), area.WeightOf("hill")));
    }

    [Fact]
    public void Topics_AsAList_WeighOneEach()
    {
        _workspace.Write("a.yaml", Some.Policy);

        Assert.Equal((1, 0), (Read().FocusAreas[0].WeightOf("sea"), Read().FocusAreas[0].WeightOf("coast")));
    }

    [Theory]
    [InlineData("{ sea: 0 }", "a.yaml:6 'topics.sea' must be a number above 0 and at most 1, not '0'.")]
    [InlineData("{ sea: 1.5 }", "a.yaml:6 'topics.sea' must be a number above 0 and at most 1, not '1.5'.")]
    [InlineData("{ sea: much }", "a.yaml:6 'topics.sea' must be a number above 0 and at most 1, not 'much'.")]
    [InlineData("{ see: 1 }", "a.yaml:6 There is no topic 'see'; nearest 'sea'.")]
    [InlineData("[sea, sea]", "a.yaml:6 The topic 'sea' is there twice in 'topics'; keep one.")]
    [InlineData("sea", "a.yaml:6 'topics' must be a list, or a map of ids to shares, not 'sea'.")]
    public void Topics_WithAFault_AreToldWithTheirLine(string topics, string expected)
    {
        _workspace.Write("a.yaml", Some.Policy.Replace("topics: [sea]", "topics: " + topics, StringComparison.Ordinal));

        Assert.Equal(expected + "\n", _workspace.Problems());
    }

    [Fact]
    public void Rule_Whole_Reads()
    {
        WriteRule("{ id: r, focusArea: sea, effect: forbid, words: { sv: [hav, \"kust*\"], en: [sea] }, unless: { sv: [-havre] }, pattern: 'a+b', where: lead, " + Reason + " }");

        var rule = Assert.Single(Read().Classification.Rules);

        Assert.Equal(("r", "sea", RuleEffect.Forbid, TextPart.Lead, "a+b", "x"), (rule.Id, rule.FocusArea, rule.Effect, rule.Where, rule.Pattern, rule.Reason.En));
        Assert.Equal(["hav", "kust*"], rule.Words.Sv);
        Assert.Equal(["sea"], rule.Words.En);
        Assert.Equal(["-havre"], rule.Unless.Sv);
    }

    [Theory]
    [InlineData("{ id: r, focusArea: see, effect: add, words: { sv: [hav] }, REASON }", "There is no focus area 'see'; nearest 'sea'.")]
    [InlineData("{ id: r, focusArea: sea, effect: drop, words: { sv: [hav] }, REASON }", "'effect' must be one of add, forbid, explain, not 'drop'.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, words: { sv: [\"h*\"] }, REASON }", "'sv' must be a word, a row of words, \"exact\", start* or *end (with three letters or more), or one of these after a minus, not 'h*'.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, words: { de: [Meer] }, REASON }", "Unknown key 'de'")]
    [InlineData("{ id: r, focusArea: sea, effect: add, words: { sv: [] }, REASON }", "'sv' needs at least one item.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, REASON }", "The rule 'r' has neither words nor a pattern to look for; give it one of them.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, words: { sv: [-hav] }, REASON }", "The rule 'r' has neither words nor a pattern to look for; give it one of them.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, pattern: '(a', REASON }", "The pattern of the rule 'r' cannot be used: ")]
    [InlineData("{ id: r, focusArea: sea, effect: add, pattern: '(a)\\1', REASON }", "The pattern of the rule 'r' cannot be used: it looks around, refers back or is too large; write it without.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, pattern: 'a*', REASON }", "The pattern of the rule 'r' cannot be used: it meets the empty text, and so every text.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, words: { sv: [hav] } }", "The key 'reason' is missing in this 'rules'.")]
    [InlineData("{ id: r, focusArea: sea, effect: add, words: { sv: [hav] }, where: body, REASON }", "'where' must be one of text, lead, title, not 'body'.")]
    public void Rule_WithAFault_IsToldWithItsLine(string rule, string expected)
    {
        WriteRule(rule.Replace("REASON", Reason, StringComparison.Ordinal));

        Assert.StartsWith("a.yaml:11 " + expected, _workspace.Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_OfOneId_AreToldOf()
    {
        const string rule = "{ id: r, focusArea: sea, effect: add, words: { sv: [hav] }, " + Reason + " }";
        WriteRule(rule + "\n    - " + rule);

        Assert.Equal("a.yaml:12 The rule 'r' is there twice; the first is on line 11.\n", _workspace.Problems());
    }

    [Fact]
    public void Categories_Whole_Read()
    {
        WriteCategories("{ source: news, weight: 0.7, categories: { \"1276\": sea, Kust: [sea], Skatt: none } }");

        var one = Assert.Single(Read().Classification.Categories);

        Assert.Equal(("news", 0.7), (one.Source, one.Weight));
        Assert.Equal(["1276=sea", "Kust=sea", "Skatt="], one.Categories.Select(pair => $"{pair.Key}={string.Join('|', pair.Value)}"));
    }

    [Theory]
    [InlineData("{ source: nws, weight: 0.7, categories: { a: sea } }", "There is no source 'nws'; nearest 'news'.")]
    [InlineData("{ source: news, weight: 0.7, categories: { a: see } }", "There is no focus area 'see'; nearest 'sea'.")]
    [InlineData("{ source: news, weight: 0, categories: { a: sea } }", "'weight' must be a number above 0 and at most 1, not '0'.")]
    [InlineData("{ source: news, weight: 2, categories: { a: sea } }", "'weight' must be a number above 0 and at most 1, not '2'.")]
    [InlineData("{ source: news, weight: 1, categories: { a: [none, sea] } }", "The category 'a' cannot be none and an area; keep one.")]
    [InlineData("{ source: news, weight: 1, categories: { a: [] } }", "'categories.a' needs at least one item.")]
    [InlineData("{ source: news, weight: 1, categories: { a: sea, A: sea } }", "The category of news 'a' is there twice; the first is on line ")]
    [InlineData("{ source: news, categories: { a: sea } }", "The key 'weight' is missing in this 'categories'.")]
    public void Categories_WithAFault_AreToldWithTheirLine(string categories, string expected)
    {
        WriteCategories(categories);

        Assert.Contains(":13 " + expected, _workspace.Problems(), StringComparison.Ordinal);
    }

    private Policy Read()
    {
        var reading = _workspace.Read();
        Assert.Equal([], reading.Problems);
        return Assert.Single(reading.Policies).Policy;
    }

    private void WriteRule(string rule) => _workspace.Write("a.yaml", Some.Policy + "classification:\n  rules:\n    - " + rule + "\n");

    private void WriteCategories(string categories) => _workspace.Write(
        "a.yaml",
        Some.Policy + "sources:\n  - " + Some.Source("news", "feed").Replace("OPTIONS", "{ url: 'https://example.org' }", StringComparison.Ordinal)
            + "\nclassification:\n  categories:\n    - " + categories + "\n");
}
