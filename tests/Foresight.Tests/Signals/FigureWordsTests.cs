using Foresight.Engine.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Signals;

public sealed class FigureWordsTests
{
    private static readonly SignalFigure Slope = new("slope-per-year", -0.41) { Low = -0.45, High = -0.35, Confidence = 0.95, Unit = "per inhabitant" };

    [Theory]
    [InlineData(0.00003, "sv", "p-värde under 0,0001")]
    [InlineData(0.00003, "en", "p-value below 0.0001")]
    [InlineData(0.0141, "en", "p-value 0.0141")]
    public void PValue_TooSmallToPrint_SaysBelowWhat(double value, string language, string expected)
    {
        var words = FigureWords.Of(new SignalFigure("p-value", value), language);

        Assert.Equal(expected, words);
    }

    [Theory]
    [InlineData("observations", 8, "observations 8")]
    [InlineData("change-point", 2006, "change point 2006")]
    [InlineData("level", 2.394, "level 2.39")]
    public void Figure_OfItsKind_IsWrittenAsReadersWriteIt(string name, double value, string expected)
    {
        var words = FigureWords.Of(new SignalFigure(name, value), "en");

        Assert.Equal(expected, words);
    }

    [Theory]
    [InlineData("per inhabitant", "sv", "förändring per år −0,410 (95\u00A0% säkert mellan −0,450 och −0,350)")]
    [InlineData("EUR", "sv", "förändring per år −0,410 EUR (95\u00A0% säkert mellan −0,450 och −0,350)")]
    [InlineData("per inhabitant", "en", "change per year −0.410 per inhabitant (95% sure between −0.450 and −0.350)")]
    public void Unit_InEnglishWords_StandsInEnglishOnly(string unit, string language, string expected)
    {
        var words = FigureWords.Of(Slope with { Unit = unit }, language);

        Assert.Equal(expected, words);
    }

    [Fact]
    public void Forecast_OfManyPeriods_MattersAtTheHorizonOnly()
    {
        var ahead =
            from year in new[] { 2027, 2028 }
            from level in new[] { 0.5, 0.8, 0.95 }
            select new SignalFigure($"forecast-{year}", 44) { Low = 44 - level, High = 44 + level, Confidence = level };

        var figures = FigureWords.ThatMatter(Found([.. ahead, new SignalFigure("error-against-naive", 0.2)]));

        Assert.Equal([("forecast-2028", 0.8)], figures.Select(figure => (figure.Name, figure.Confidence!.Value)));
    }

    [Fact]
    public void ManyIntervals_ThreeFiguresMatter_OfWhichOneIsChance()
    {
        var figures = FigureWords.ThatMatter(Found([new SignalFigure("p-value", 0.2), Slope with { Name = "level" }, Slope, Slope with { Name = "change" }, new SignalFigure("share", 0.1)]));

        Assert.Equal(["level", "slope-per-year", "p-value"], figures.Select(figure => figure.Name));
    }

    private static Signal Found(IReadOnlyList<SignalFigure> figures) => new() { Id = "a", Kind = "k", Headline = new LocalText("a", "a"), Weight = 0.5, Figures = figures, Evidence = [] };
}
