using Foresight.Engine.Briefs;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Briefs;

/// <summary>What an item says of its verdict: a rule's reason, that the model cannot say, another language, topics.</summary>
public sealed class BriefMarksTests
{
    [Theory]
    [InlineData("sv", "enligt regel: nödhjälp hör hit", "oviss träff · på norska", "enligt regel: nödhjälp hör hit|Humanitärt arbete (katastrofhjälp)", "oviss, på norska|", "2 av träffarna är ovissa.")]
    [InlineData("en", "by rule: relief belongs here", "uncertain match · in Norwegian", "by rule: relief belongs here|Humanitarian work (disaster relief)", "uncertain, in Norwegian|", "2 of the matches are uncertain.")]
    public async Task Items_WithMarks_SayThemInTheBriefsLanguage(string language, string rule, string norwegian, string ruleInTable, string norwegianInTable, string lead)
    {
        using var tables = Tables();

        using var brief = await BriefFolder.WriteAsync(Input(tables, language));

        Assert.Contains(rule, Line(brief, ".items li", "Ruled"), StringComparison.Ordinal);
        Assert.EndsWith(norwegian, Line(brief, ".items li", "Unsure and Norwegian"), StringComparison.Ordinal);
        var (row, other) = (Line(brief, "#annex tr", "Ruled"), Line(brief, "#annex tr", "Unsure and Norwegian"));
        Assert.All(ruleInTable.Split('|'), text => Assert.Contains(text, row, StringComparison.Ordinal));
        Assert.All(norwegianInTable.Split('|'), text => Assert.Contains(text, other, StringComparison.Ordinal));
        Assert.EndsWith(lead, brief.Text(".lead"), StringComparison.Ordinal);
        Assert.Equal("nb", brief.Page.QuerySelectorAll(".items bdi").Single(title => title.TextContent == "Unsure and Norwegian").GetAttribute("lang"));
    }

    [Theory]
    [InlineData("sv", "· säker träff · rör även sysselsättning · rör kanske även kretslopp", "Levnadsvillkor, sysselsättning, kanske kretslopp")]
    [InlineData("en", "· sure match · also concerns employment · may also concern cycles", "Living conditions, employment, perhaps cycles")]
    public async Task Item_WithAFurtherAreaThatIsUncertain_SaysPerhaps(string language, string also, string areas)
    {
        using var tables = new FakeTables().Document("s", "1", "Several", "2026-09-01").Verdict("s", "1", "living", 0.97)
            .Verdict("s", "1", "cycles", 0.98, abstained: true).Verdict("s", "1", "growth", 0.75);

        using var brief = await BriefFolder.WriteAsync(Input(tables, language));

        Assert.EndsWith(also, Line(brief, ".items li", "Several"), StringComparison.Ordinal);
        Assert.Contains(areas, Line(brief, "#annex tr", "Several"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_BesideTheBrief_CarryTheMarks()
    {
        using var tables = Tables();

        using var brief = await BriefFolder.WriteAsync(Input(tables, "sv"));

        var items = brief.Evidence.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("text").GetString()!);
        var (ruled, norwegian) = (items["Ruled"].GetProperty("verdicts")[0], items["Unsure and Norwegian"].GetProperty("verdicts")[0]);
        Assert.Equal(("rule:relief", false), (ruled.GetProperty("decidedBy").GetString(), ruled.GetProperty("cannotSay").GetBoolean()));
        Assert.Equal((true, 0.4, "nb"), (norwegian.GetProperty("cannotSay").GetBoolean(), norwegian.GetProperty("trust").GetDouble(), items["Unsure and Norwegian"].GetProperty("language").GetString()));
        Assert.Equal(2, brief.Evidence.GetProperty("lead").GetProperty("uncertain").GetInt32());
        var csv = await File.ReadAllLinesAsync(brief.Result.DataFiles.Single(file => file.EndsWith("items.csv", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        Assert.EndsWith(",focus_area,probability,decided_by,cannot_say,language,topics", csv[0], StringComparison.Ordinal);
        Assert.Contains(csv, line => line.EndsWith(",aid,0.1000,rule:relief,no,sv,relief", StringComparison.Ordinal));
        Assert.Contains(csv, line => line.EndsWith(",learning,0.9800,model,yes,nb,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rule_ThatThePolicyNoLongerHas_IsStillSaidToHaveDecided()
    {
        using var tables = Tables();
        var input = Input(tables, "sv");

        using var brief = await BriefFolder.WriteAsync(input with { Policy = input.Policy with { Classification = new Classification() } });

        Assert.EndsWith("· enligt regel", Line(brief, ".items li", "Ruled"), StringComparison.Ordinal);
    }

    private static FakeTables Tables() => new FakeTables()
        .Document("s", "1", "Ruled", "2026-09-01").Verdict("s", "1", "aid", 0.1, rule: "relief").Tags("s", "1", "sv", "relief")
        .Document("s", "2", "Unsure and Norwegian", "2026-09-01", language: "sv").Verdict("s", "2", "learning", 0.98, abstained: true, trust: 0.4).Tags("s", "2", "nb")
        .Document("s", "3", "Unsure", "2026-09-01").Verdict("s", "3", "cycles", 0.6, abstained: true);

    private static BriefInput Input(FakeTables tables, string language) => SomeBrief.Input(tables, language) with
    {
        TopicNames = new Dictionary<string, LocalText> { ["relief"] = new("Katastrofhjälp", "Disaster relief") },
        Policy = SomeBrief.Policy with { Classification = new Classification { Rules = [Classify.Rules.Rules.Rule("relief", area: "aid") with { Reason = new LocalText("Nödhjälp hör hit.", "Relief belongs here.") }] } },
    };

    private static string Line(BriefFolder brief, string selector, string title) =>
        string.Join(' ', brief.Page.QuerySelectorAll(selector).First(line => line.TextContent.Contains(title, StringComparison.Ordinal)).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
