using Foresight.Engine.Policies;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

/// <summary>A policy that shares nothing with the shipped one reads just as well: nothing is hard-coded.</summary>
public class NordmarkTests
{
    private static PolicyReading Read() => PolicyFolder.Read(Repository.Path("tests", "fixtures", "policies", "nordmark", "policies"), StubParts.All);

    [Fact]
    public void Policy_OfAnotherRegion_HasNoProblem()
    {
        var reading = Read();

        Assert.Equal([], reading.Problems);
        var file = Assert.Single(reading.Policies);
        Assert.Equal("nordmark", file.Policy.Id);
        Assert.Equal(["sea-and-coast", "health", "mobility"], file.Policy.FocusAreas.Select(area => area.Id));
        Assert.Equal("Nordmark", file.Policy.Home.Name.Sv);
        Assert.Equal("NO", file.Policy.Home.Country);
    }

    [Fact]
    public void Options_OfItsEntries_AreBound()
    {
        var file = Assert.Single(Read().Policies);

        var keyFigures = Assert.IsType<KoladaOptions>(file.Sources.Single(source => source.Id == "key-figures").Options);
        Assert.Equal(["N79001"], keyFigures.Kpis);
        Assert.Equal(["0098", "0099"], keyFigures.Municipalities);
        Assert.Equal(12, Assert.IsType<ItemsPerAreaOptions>(file.Charts[0].Options).Months);
    }

    [Fact]
    public void Labels_OfTheClassifier_AreSeenFromThePolicysFile()
    {
        var file = Assert.Single(Read().Policies);

        Assert.Equal(Repository.Path("data", "labels"), file.Classifier!.LabelsFolder);
    }

    [Fact]
    public void Brief_WithFewerFindings_KeepsItsNumbers()
    {
        var brief = Assert.Single(Assert.Single(Read().Policies).Briefs);

        Assert.Equal((3, 1), (brief.Findings, brief.HeadlineCharts));
        Assert.Equal(["sv"], brief.Languages);
        Assert.Equal(["items", "self-rated-health"], brief.Charts);
    }

    [Fact]
    public void Indicator_OfARollingMean_CarriesItsYears()
    {
        var indicator = Assert.Single(Assert.Single(Read().Policies).Policy.Indicators);

        Assert.Equal(SeriesKinds.Rolling, indicator.Kinds);
        Assert.Equal(4, indicator.RollingYears);
        Assert.True(indicator.BySex);
    }
}
