using System.Globalization;
using CsCheck;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Sdk;

/// <summary>In these tests _ stands for a no-break space and − is the true minus.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData(0, 0, "0", "0")]
    [InlineData(1234, 0, "1234", "1,234")]
    [InlineData(12345.6, 1, "12_345,6", "12,345.6")]
    [InlineData(1234567, 0, "1_234_567", "1,234,567")]
    [InlineData(-1.5, 1, "−1,5", "−1.5")]
    [InlineData(-0.4, 0, "0", "0")]
    [InlineData(0.5, 0, "1", "1")]
    [InlineData(-2.5, 0, "−3", "−3")]
    [InlineData(1.005, 2, "1,01", "1.01")]
    [InlineData(999.95, 1, "1000,0", "1,000.0")]
    [InlineData(1e20, 0, "100_000_000_000_000_000_000", "100,000,000,000,000,000,000")]
    public void Number_IsWrittenAsTheLanguageDoes(double value, int decimals, string swedish, string english)
    {
        Assert.Equal(swedish, Visible(Wording.Number(value, "sv", decimals)));
        Assert.Equal(english, Visible(Wording.Number(value, "en", decimals)));
    }

    [Theory]
    [InlineData(1.5, "+1,5")]
    [InlineData(-1.5, "−1,5")]
    [InlineData(0.04, "0,0")]
    [InlineData(-0.04, "0,0")]
    public void WithSign_ZeroAsPrinted_HasNone(double value, string expected)
    {
        Assert.Equal(expected, Wording.WithSign(value, "sv", 1));
    }

    [Theory]
    [InlineData(0.123, "12_%", "12%")]
    [InlineData(0.145, "15_%", "15%")]
    [InlineData(-0.5, "−50_%", "−50%")]
    public void Percent_OfAShare_HasTheLanguagesSpace(double share, string swedish, string english)
    {
        Assert.Equal(swedish, Visible(Wording.Percent(share, "sv")));
        Assert.Equal(english, Visible(Wording.Percent(share, "en")));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Number_NoNumber_IsRefused(double value)
    {
        Assert.Throws<ArgumentException>(() => Wording.Number(value, "sv"));
    }

    [Fact]
    public void Number_Any_ReadsBackAsTheRoundedValue()
    {
        Gen.Select(Gen.Decimal[-1_000_000_000m, 1_000_000_000m], Gen.Int[0, 4]).Sample((value, decimals) =>
        {
            // Six decimals below a thousand million: fifteen digits, what a double holds.
            var exact = Math.Round(value, 5);
            var text = Wording.Number((double)exact, "sv", decimals);

            var back = decimal.Parse(
                text.Replace("\u00A0", "", StringComparison.Ordinal).Replace('\u2212', '-').Replace(',', '.'), CultureInfo.InvariantCulture);
            return back == Math.Round(exact, decimals, MidpointRounding.AwayFromZero);
        });
    }

    [Fact]
    public void Wording_OfAnotherCulture_IsTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ";";
        comma.NumberFormat.NegativeSign = "minus ";
        CultureInfo.CurrentCulture = comma;
        try
        {
            Assert.Equal("−12_345,6", Visible(Wording.Number(-12345.6, "sv", 1)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2026", "2026", "2026")]
    [InlineData("2026-03", "mars 2026", "March 2026")]
    [InlineData("2026-Q3", "kvartal 3 2026", "Q3 2026")]
    [InlineData("2026-09-05", "5_september 2026", "5_September 2026")]
    [InlineData("2026-W12", "2026-W12", "2026-W12")]
    public void Of_Period_IsWorded(string period, string swedish, string english)
    {
        Assert.Equal(swedish, Visible(Wording.Of(Period.Parse(period), "sv")));
        Assert.Equal(english, Visible(Wording.Of(Period.Parse(period), "en")));
    }

    [Theory]
    [InlineData(5, "maj", "May")]
    [InlineData(10, "okt", "Oct")]
    public void ShortMonth_HasThreeLetters(int month, string swedish, string english)
    {
        Assert.Equal(swedish, Wording.ShortMonth(month, "sv"));
        Assert.Equal(english, Wording.ShortMonth(month, "en"));
    }

    [Fact]
    public void Wording_InAThirdLanguage_IsRefused()
    {
        var fault = Assert.Throws<ArgumentException>(() => Wording.Number(1, "de"));

        Assert.StartsWith("Briefs are written in sv or en, not 'de'.", fault.Message, StringComparison.Ordinal);
    }

    private static string Visible(string text) => text.Replace('\u00A0', '_');
}
