using Foresight.Engine.Classify.Rules;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Rules;

public class RuleBookTests
{
    private const string Title = "Katastrofhjälp till kusten";
    private const string Text = "Föreningarna samlar in kläder.\nVolontärer packar. Statsbidrag söks i maj.";

    [Theory]
    [InlineData(TextPart.Title, "katastrofhjälp", true)]
    [InlineData(TextPart.Title, "förening", false)]
    [InlineData(TextPart.Lead, "katastrofhjälp", true)]
    [InlineData(TextPart.Lead, "förening", true)]
    [InlineData(TextPart.Lead, "volontär", false)]
    [InlineData(TextPart.Text, "volontär", true)]
    public void Where_NamesAPart_LooksThereOnly(TextPart where, string word, bool expected)
    {
        var book = new RuleBook([Rules.Rule("r", words: Rules.Sv(word), where: where)]);

        var hits = book.Hits(Title, Text, "sv");

        Assert.Equal(expected, hits.Count == 1);
    }

    [Fact]
    public void Lead_OfOneLongParagraph_EndsAfterSixtyWords()
    {
        var book = new RuleBook([Rules.Rule("r", words: Rules.Sv("volontär"), where: TextPart.Lead)]);

        Assert.Single(book.Hits("", string.Join(' ', Enumerable.Repeat("och", 59)) + " volontär", "sv"));
        Assert.Empty(book.Hits("", string.Join(' ', Enumerable.Repeat("och", 60)) + " volontär", "sv"));
    }

    [Fact]
    public void Unless_FoundAnywhere_KeepsTheRuleFromHitting()
    {
        var book = new RuleBook([Rules.Rule("r", words: Rules.Sv("katastrofhjälp"), unless: Rules.Sv("statsbidrag"), where: TextPart.Title)]);

        Assert.Empty(book.Hits(Title, Text, "sv"));
        Assert.Single(book.Hits(Title, "", "sv"));
    }

    [Fact]
    public void Hits_OfSeveralRules_ComeInThePolicysOrderWithTheirWords()
    {
        var book = new RuleBook(
        [
            Rules.Rule("b", words: Rules.Sv("volontär", "förening")),
            Rules.Rule("c", words: Rules.Sv("vulkan")),
            Rules.Rule("a", words: Rules.Sv("katastrofhjälp")),
        ]);

        var hits = book.Hits(Title, Text + " Föreningarna igen.", "sv");

        Assert.Equal(["b: Föreningarna, Volontärer", "a: Katastrofhjälp"], hits.Select(hit => $"{hit.Rule.Id}: {string.Join(", ", hit.Words)}"));
    }

    [Fact]
    public void Pattern_InAnyLanguage_MeetsWithoutRegardToCase()
    {
        var book = new RuleBook([Rules.Rule("r", pattern: @"agenda\s+2030")]);

        Assert.Equal(["Agenda 2030"], Assert.Single(book.Hits("", "Die Agenda 2030 gilt", "de")).Words);
        Assert.Empty(book.Hits("", "Agenda 2031", "sv"));
    }

    [Fact]
    public void Pattern_WithWhereTitle_LeavesTheTextAlone()
    {
        var book = new RuleBook([Rules.Rule("r", pattern: "kläder", where: TextPart.Title)]);

        Assert.Empty(book.Hits(Title, Text, "sv"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\uD800")]
    [InlineData("e\u0301\uDC00 avfal")]
    [InlineData("漢字 кириллица العربية 123")]
    public void Text_OfNoUse_IsNoHitAndNoFault(string text) => Assert.Empty(new RuleBook([Rules.Rule("r", words: Rules.Sv("avfall"))]).Hits(text, text, null));

    [Fact]
    public void Text_OfOneEndlessWord_IsNoWord()
    {
        var book = new RuleBook([Rules.Rule("r", words: Rules.Sv("avfall"), pattern: "z+x")]);

        Assert.Empty(book.Hits("", string.Concat(Enumerable.Repeat("avfall", 170_000)), "sv"));
    }

    [Fact]
    public void Hits_FromSeveralThreads_AreTheSame()
    {
        var book = new RuleBook([Rules.Rule("r", words: Rules.Sv("förening", "ideell förening", "volontär*"), pattern: "kläd\\w+")]);

        var answers = Enumerable.Range(0, 200).AsParallel().Select(_ => string.Join('|', book.Hits(Title, Text, "sv").Single().Words)).Distinct().ToList();

        Assert.Equal(["Föreningarna|Volontärer|kläder"], answers);
    }
}
