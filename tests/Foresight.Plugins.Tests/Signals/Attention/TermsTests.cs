using Foresight.Plugins.Signals.Attention;
using Xunit;

namespace Foresight.Plugins.Tests.Signals.Attention;

public sealed class TermsTests
{
    [Theory]
    [InlineData("sv", "elpris", "elpriset", "elpriser", "elpriserna", "elprisernas")]
    [InlineData("sv", "kommunikation", "kommunikationen", "kommunikationens")]
    [InlineData("sv", "flicka", "flickan", "flickor", "flickornas")]
    [InlineData("en", "battery", "batteries")]
    [InlineData("en", "grid", "grids")]
    [InlineData("en", "virus")]
    public void Of_Inflections_AreOneTerm(string language, params string[] forms)
    {
        var terms = new Terms([]);

        Assert.Single(forms.SelectMany(form => terms.Of(form, language).Keys).Distinct());
    }

    [Fact]
    public void Of_StopWordsNumbersMonthsAndNames_AreNoTerms()
    {
        var terms = new Terms(["Europeiska kommissionen", "Exempelnätverket"]).Of("Kommissionens pressmeddelande i september 2026: eftersom 12 procent, skriver Exempelnätverket om co2-avgiften.", "sv");

        Assert.Equal("co2-avgiften", Assert.Single(terms).Value);
    }
}
