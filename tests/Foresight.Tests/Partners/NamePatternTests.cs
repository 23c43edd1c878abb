using Foresight.Engine.Partners;
using Xunit;

namespace Foresight.Tests.Partners;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("Herning", "Besök från Herning i dag", true)]
    [InlineData("Herning", "Hernings borgmästare kommer", true)]
    [InlineData("Herning", "Herning's mayor", true)]
    [InlineData("Herning", "Herning-området växer", true)]
    [InlineData("Herning", "Herninga är något annat", false)]
    [InlineData("Herning", "Gammelherning", false)]
    [InlineData("Lich", "ähnlich und lich", false)]
    [InlineData("Eiði", "Ferð til Eiði.", true)]
    [InlineData("Husby (danska minoriteten)", "Vänorten Husby", true)]
    [InlineData("Sweden Emilia-Romagna Network (SERN)", "SERN:s årsmöte", true)]
    [InlineData("Chobe District Council", "Samarbetet med Chobe", true)]
    [InlineData("Trollhättans stad", "Trollhättan bygger", true)]
    [InlineData("Trollhättans stad", "Stad bygger", false)]
    public void Name_InAText_IsFoundAsAWholeWord(string name, string text, bool found)
    {
        var pattern = new NamePattern([name]);

        var isIn = pattern.IsIn(text);

        Assert.Equal(found, isIn);
    }
}
