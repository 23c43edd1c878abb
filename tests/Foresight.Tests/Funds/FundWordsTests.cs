using Foresight.Engine.Funds;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Funds;

public class FundWordsTests
{
    [Theory]
    [InlineData(0, "sista dagen i dag", "last day today")]
    [InlineData(1, "1 dag", "1 day")]
    [InlineData(18, "18 dagar", "18 days")]
    [InlineData(1200, "1200 dagar", "1,200 days")]
    public void Days_ByNumber_AreSingularOrPlural(int days, string sv, string en)
    {
        var said = FundWords.Days(days);

        Assert.Equal(new LocalText(sv, en), said);
    }

    [Theory]
    [InlineData(9, "mycket bra")]
    [InlineData(7, "mycket bra")]
    [InlineData(6, "bra")]
    [InlineData(3, "delvis")]
    [InlineData(2, "dåligt")]
    public void Fit_ByPoints_IsAWord(int points, string sv)
    {
        var said = FundWords.Fit(points);

        Assert.Equal(sv, said.Sv);
    }

    [Theory]
    [InlineData("a, b och c", "a", "b", "c")]
    [InlineData("a, aa; b och c", "a, aa", "b", "c")]
    public void List_OfNamesWithCommas_PartsThemBySemicolons(string expected, params string[] names)
    {
        var list = FundWords.List(names, "sv");

        Assert.Equal(expected, list);
    }

    [Theory]
    [InlineData(0.6, 0.95, "60–95 %", "60–95%")]
    [InlineData(0.4, 0.4, "40 %", "40%")]
    public void Share_OfAProgramme_IsOneRateOrARange(double from, double to, string sv, string en)
    {
        var programme = SomeFunds.Twinning with { GrantShare = new GrantShare(from, to) };

        Assert.Equal(sv, FundWords.Share(programme, "sv")!.Replace('\u00A0', ' '));
        Assert.Equal(en, FundWords.Share(programme, "en"));
    }
}
