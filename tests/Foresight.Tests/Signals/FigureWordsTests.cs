using Foresight.Engine.Signals;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Signals;

public sealed class FigureWordsTests
{
    [Theory]
    [InlineData("p-value", 3.2e-10, "p-value below 0.0001", "p-värde under 0,0001")]
    [InlineData("p-value", 0.0016, "p-value 0.0016", "p-värde 0,0016")]
    [InlineData("change-point", 2006, "change point 2006", "change point 2006")]
    [InlineData("peer-rank", 8, "peer rank 8", "peer rank 8")]
    [InlineData("level", 2.394, "level 2.39", "nivå 2,39")]
    public void Figure_OfItsKind_IsWrittenAsReadersWriteIt(string name, double value, string english, string swedish)
    {
        var figure = new SignalFigure(name, value);

        var words = (FigureWords.Of(figure, "en"), FigureWords.Of(figure, "sv"));

        Assert.Equal((english, swedish), words);
    }
}
