using Foresight.Engine.Briefs.Sections;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Briefs;

public sealed class BriefTemplateTests
{
    private static readonly BriefSection Section = new("own", "Uppföljning")
    {
        Parts =
        [
            new SectionList([new SectionCell("3 <aktiviteter> pågår.")]) { Evidence = [new Evidence { View = "observations", Source = "kolada", Record = "dataset=d period=2026", Value = 3 }] },
            new SectionHeading("Pengar"),
        ],
    };

    [Fact]
    public async Task Council_BeginsWithTheSectionsAndHasAllThatTheBoardsBriefHas()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv") with { Template = "council", Sections = [Section] });

        Assert.Equal(["section-own", "findings", "charts", "items", "dates", "missing", "annex"], brief.Page.QuerySelectorAll("main > section, main > .report > section").Select(part => part.Id));
        Assert.Equal("Uppföljning", brief.Text("#section-own > h2"));
        Assert.Equal("Pengar", brief.Text("#section-own > h3"));
        Assert.Equal("3 <aktiviteter> pågår.", brief.Text("#section-own > ul > li"));
        Assert.Equal("Det viktigaste i omvärlden", brief.Text("#findings-head"));
        Assert.Equal("#section-own", brief.Page.QuerySelector("nav a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Board_HasTheSectionsInTheAnnex()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv") with { Sections = [Section] });

        Assert.Equal("Uppföljning", brief.Text("#annex > #section-own > h3"));
        Assert.Equal("Det viktigaste", brief.Text("#findings-head"));
    }

    [Fact]
    public async Task Evidence_OfASection_NamesTheRecordsOfEachPart()
    {
        using var tables = SomeBrief.Tables();

        using var brief = await BriefFolder.WriteAsync(SomeBrief.Input(tables, "sv") with { Sections = [Section] });

        var part = Assert.Single(brief.Evidence.GetProperty("sections")[0].GetProperty("parts").EnumerateArray());
        Assert.Equal("3 <aktiviteter> pågår.", part.GetProperty("text").GetString());
        Assert.Equal(3, part.GetProperty("records")[0].GetProperty("value").GetDouble());
    }
}
