using Foresight.Methods.Tests.Forecasting;
using Foresight.Methods.Trends;
using Xunit;

namespace Foresight.Methods.Tests.Trends;

/// <summary>Values with "R" come from R 4: <c>cor.test(method = "kendall")</c>, <c>acf</c>, and the formulas of the literature written out there.</summary>
public sealed class MannKendallTests
{
    /// <summary>Luteinizing hormone in blood every ten minutes (Diggle 1990; R's <c>lh</c>): no trend, but neighbours resemble each other.</summary>
    private static readonly double[] Hormone =
    [
        2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3, 2.3, 2,
        2, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3, 2.9,
    ];

    [Fact]
    public void Test_NileWithTies_AgreesWithR()
    {
        var test = MannKendall.Test(Years.From(1871, 100), Known.Nile, correct: false);

        Assert.Equal(-1387, test.S);
        Assert.Equal(112728.333333333, test.Variance, 1e-6);
        Assert.Equal(-0.280741334724613, test.Tau, 1e-12);
        Assert.Equal(3.65826292166433e-05, test.PValue, 1e-12);
        Assert.Equal(TrendTestMethod.Normal, test.Method);
    }

    [Theory]
    [InlineData(0.000357694003527254, 5.8, 7.1, 6.4, 7.9, 8.8, 8.1, 9.6, 9.0, 10.3, 9.9)]
    [InlineData(1.0, 3.1, 4.4, 2.2, 5.0, 4.1, 3.6)]
    [InlineData(2.0 / 24, 4.0, 3.0, 2.0, 1.0)]
    public void Test_FewValuesWithoutTies_IsExactAsInR(double p, params double[] values)
    {
        var test = MannKendall.Test(Years.From(2010, values.Length), values);

        Assert.Equal(p, test.PValue, 1e-12);
        Assert.Equal(TrendTestMethod.Exact, test.Method);
    }

    [Fact]
    public void Test_GapYearsAndTies_AgreesWithR()
    {
        double[] years = [2000, 2001, 2003, 2004, 2005, 2008, 2009, 2010, 2011, 2012, 2014, 2015];

        var test = MannKendall.Test(years, [5, 5, 6, 5, 7, 7, 8, 6, 8, 9, 9, 10], correct: false);

        Assert.Equal((51, 205.0), (test.S, test.Variance));
        Assert.Equal(0.817282505241867, test.Tau, 1e-12);
        Assert.Equal(4.79146434587301e-04, test.PValue, 1e-12);
    }

    [Fact]
    public void Test_SeriallyCorrelated_WidensTheVarianceAsHamedAndRao()
    {
        var test = MannKendall.Test(Years.From(1, 48), Hormone);

        // R: Hamed and Rao's formula, of the first three autocorrelations of the ranks only the first is beyond its limit.
        Assert.Equal(1.872255170729, test.VarianceFactor, 1e-9);
        Assert.Equal(0.22588818696, test.PValue, 1e-9);
        Assert.Equal(0.528323507678, test.Autocorrelation, 1e-9);
        Assert.Equal(TrendTestMethod.NormalCorrected, test.Method);
        Assert.Equal(0.0975110611063, MannKendall.Test(Years.From(1, 48), Hormone, correct: false).PValue, 1e-9);
    }

    [Fact]
    public void Test_AllEqual_IsNoTrend()
    {
        var test = MannKendall.Test(Years.From(2000, 10), new double[10]);

        Assert.Equal((0, 0.0, 1.0), (test.S, test.Tau, test.PValue));
        Assert.False(test.IsTrend());
    }

    [Fact]
    public void Test_SeriesTurnedRound_HasTheSameProbability()
    {
        var forth = MannKendall.Test(Years.From(1, 48), Hormone);

        var back = MannKendall.Test(Years.From(1, 48), [.. Hormone.Reverse()]);

        Assert.Equal(-forth.S, back.S);
        Assert.Equal(forth.PValue, back.PValue, 1e-9);
    }

    [Fact]
    public void Test_WrongInput_IsRefusedInASentence()
    {
        Assert.Contains("4 or more", Assert.Throws<ArgumentException>(() => MannKendall.Test(Years.From(1, 3), [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("not after", Assert.Throws<ArgumentException>(() => MannKendall.Test([1, 2, 2, 3], [1, 2, 3, 4])).Message, StringComparison.Ordinal);
        Assert.Contains("no number", Assert.Throws<ArgumentException>(() => MannKendall.Test(Years.From(1, 4), [1, 2, double.NaN, 4])).Message, StringComparison.Ordinal);
        Assert.Contains("one time for each", Assert.Throws<ArgumentException>(() => MannKendall.Test(Years.From(1, 5), [1, 2, 3, 4])).Message, StringComparison.Ordinal);
    }
}
