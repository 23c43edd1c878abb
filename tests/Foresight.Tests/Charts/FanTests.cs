using Foresight.Engine.Charts;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Charts;

public sealed class FanTests
{
    [Fact]
    public void Table_Fan_HasTwoColumnsForEachBandAndMarksWhatIsForecast()
    {
        var table = ChartRenderer.Render(SomeChart.Fan, "sv").Table;

        Assert.Equal(
            ["Period", "Hemby (ton CO2e per invånare)", "50 %, från", "50 %, till", "80 %, från", "80 %, till", "95 %, från", "95 %, till", "Anmärkning"],
            table.Columns.Select(column => column.Name.Replace('\u00A0', ' ')));
        Assert.Equal(["2023", "6,70", "6,47", "6,93", "6,25", "7,15", "6,01", "7,39", "prognos"], Assert.Single(table.Rows, row => row[0] == "2023"));
        Assert.Equal(["", "", "", "", "", "", ""], Assert.Single(table.Rows, row => row[0] == "2022").Skip(2));
    }

    [Fact]
    public void Draw_Fan_NamesEachBandAtBothItsEdges()
    {
        using var sheet = ChartRenderer.Draw(new ChartRequest(SomeChart.Fan, "en", SomeChart.FocusAreas, Standalone: false));

        var texts = sheet.Texts.Select(text => text.Text).ToArray();
        foreach (var level in new[] { "50%: ", "80%: ", "95%: " })
        {
            Assert.Equal(2, texts.Count(text => text.StartsWith(level, StringComparison.Ordinal)));
        }

        Assert.Contains("forecast", texts);
    }

    [Fact]
    public void AltLong_Fan_TellsThePastAndTheLastIntervals()
    {
        var alt = ChartRenderer.Render(SomeChart.Fan, "en").AltLong;

        Assert.Contains("Forecast 2026: 6.10; 50% from 5.63 to 6.57, 80% from 5.20 to 7.00, 95% from 4.73 to 7.47.", alt, StringComparison.Ordinal);
        Assert.Contains("from 11.76 (2010) to 6.90 (provisional) (2022)", alt, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BandsWithoutAPast_AreDrawnFromTheirFirst()
    {
        var spec = SomeChart.Fan with { Series = [SomeChart.Fan.Series[0] with { Points = [.. SomeChart.Fan.Series[0].Points.Where(point => point.Bands.Count > 0)] }] };

        var chart = ChartRenderer.Render(spec, "sv");

        Assert.Equal(4, chart.Table.Rows.Count);
    }

    [Theory]
    [InlineData("has bands that do not grow with their level", 0.8, 5, 7)]
    [InlineData("has a band whose bounds are no numbers in order", 0.5, 7, 5)]
    [InlineData("has points with other bands than the first", 0.4, 5.9, 6.1)]
    public void Render_BandsThatMakeNoSense_AreRefused(string fault, double level, double low, double high)
    {
        var points = SomeChart.Fan.Series[0].Points.ToArray();
        points[^1] = points[^1] with { Bands = [new ChartBand(level, low, high), .. points[^1].Bands.Skip(1)] };
        points = level == 0.8 ? [.. points.Select(point => point.Bands.Count == 0 ? point : point with { Bands = [new(0.5, low, high), new(0.8, low + 0.5, high)] })] : points;

        var refusal = Assert.Throws<ArgumentException>(() => ChartRenderer.Render(SomeChart.Fan with { Series = [SomeChart.Fan.Series[0] with { Points = points }] }, "sv"));

        Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_BandsOnALine_AreRefused()
    {
        var refusal = Assert.Throws<ArgumentException>(() => ChartRenderer.Render(SomeChart.Fan with { Kind = ChartKind.Line }, "sv"));

        Assert.Contains("only a fan has", refusal.Message, StringComparison.Ordinal);
    }
}
