using Foresight.Engine.Charts;
using Xunit;

namespace Foresight.Tests.Briefs;

public sealed class BriefColoursTests
{
    [Fact]
    public void FocusAreas_InTheBriefsStyle_HaveTheColoursOfTheCharts()
    {
        var style = File.ReadAllText(Repository.Path("core", "Foresight.Engine", "Briefs", "Templates", "style.css"));

        var colours = HouseStyle.FocusAreas.Select((colour, i) => $".area-{i + 1}{{--area:#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}}}");

        Assert.Contains(string.Concat(colours), style, StringComparison.Ordinal);
    }
}
