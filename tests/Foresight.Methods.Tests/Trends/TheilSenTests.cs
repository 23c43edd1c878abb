using Foresight.Methods.Tests.Forecasting;
using Foresight.Methods.Trends;
using Xunit;

namespace Foresight.Methods.Tests.Trends;

public sealed class TheilSenTests
{
    private static readonly double[] SenTimes = [1, 2, 3, 4, 10, 12, 18];
    private static readonly double[] SenValues = [9, 15, 19, 20, 45, 55, 78];

    [Fact]
    public void Of_ExampleOfSen1968_HasItsSlopeAndInterval()
    {
        var line = TheilSen.Of(SenTimes, SenValues);

        // Sen (1968): slope 4, limits 26/7 and 35/8. They are the 4th of the 21 slopes from either end and hold with 97 %, the first above 95 %.
        Assert.Equal(4, line.Slope, 1e-12);
        Assert.Equal(26.0 / 7, line.Interval.Low, 1e-12);
        Assert.Equal(35.0 / 8, line.Interval.High, 1e-12);
        Assert.Equal(6, line.Intercept, 1e-12);
        Assert.True(line.IsExact);
    }

    [Fact]
    public void Of_Nile_AgreesWithR()
    {
        var line = TheilSen.Of(Years.From(1871, 100), Known.Nile);

        // R: median and order statistics of outer(y, y, "-") / outer(t, t, "-"), rounded outwards.
        Assert.Equal(-2.6, line.Slope, 1e-12);
        Assert.Equal(-3.62857142857, line.Interval.Low, 1e-9);
        Assert.Equal(-1.42424242424, line.Interval.High, 1e-9);
        Assert.Equal(5890.3, line.Intercept, 1e-9);
        Assert.False(line.IsExact);
    }

    [Fact]
    public void Of_GapYearsAndTies_AgreesWithR()
    {
        double[] years = [2000, 2001, 2003, 2004, 2005, 2008, 2009, 2010, 2011, 2012, 2014, 2015];

        var line = TheilSen.Of(years, [5, 5, 6, 5, 7, 7, 8, 6, 8, 9, 9, 10]);

        Assert.Equal(1.0 / 3, line.Slope, 1e-12);
        Assert.Equal((0.222222222222, 0.428571428571), (line.Interval.Low, line.Interval.High), new Near());
        Assert.Equal(-661.833333333333, line.Intercept, 1e-9);
    }

    [Fact]
    public void Of_OneWildValue_DoesNotMoveIt()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9000, 10];

        var line = TheilSen.Of(Years.From(2000, 10), values);

        Assert.Equal(1, line.Slope, 1e-12);
        Assert.Equal(5, line.At(2004), 1e-9);
    }

    [Fact]
    public void Of_FourValues_HasNoIntervalOf95PerCent()
    {
        var line = TheilSen.Of(Years.From(2000, 4), [1, 3, 2, 4]);

        Assert.False(line.Interval.IsBounded);
    }

    [Fact]
    public void Of_SerialCorrelation_WidensTheInterval()
    {
        var years = Years.From(1871, 100);

        var wide = TheilSen.Of(years, Known.Nile, varianceFactor: 2.5);

        Assert.True(wide.Interval.Low < -3.63);
        Assert.True(wide.Interval.High > -1.42);
    }

    private sealed class Near : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item2 - y.Item2) < 1e-9;

        public int GetHashCode((double, double) obj) => 0;
    }
}
