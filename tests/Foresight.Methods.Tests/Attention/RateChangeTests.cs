using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class RateChangeTests
{
    // R 4.2: phyper(now - 1, now + before, all - now - before, allNow, lower.tail = FALSE).
    [Theory]
    [InlineData(7, 120, 2, 6000, 3.26007051355e-11)]
    [InlineData(3, 50, 0, 50, 0.121212121212)]
    [InlineData(40, 3000, 25, 40000, 5.0036665749e-30)]
    [InlineData(0, 50, 9, 50, 1)]
    public void PValue_KnownAnswers_AreThoseOfR(long now, long allNow, long before, long allBefore, double expected)
    {
        var p = new RateChange(now, allNow, before, allBefore).PValue;

        Assert.Equal(1, p / expected, 1e-8);
    }

    [Fact]
    public void LogLikelihoodRatio_Rise_IsThatOfRAndNegativeForAFall()
    {
        Assert.Equal(45.9939959, new RateChange(7, 120, 2, 6000).LogLikelihoodRatio, 1e-6);
        Assert.Equal(-45.9939959, new RateChange(2, 6000, 7, 120).LogLikelihoodRatio, 1e-6);
    }

    [Fact]
    public void Interval_RareBefore_HoldsTheRatioAndStaysFinite()
    {
        var change = new RateChange(7, 120, 0, 6000);

        var (low, high) = change.Interval;

        Assert.InRange(change.Ratio, low, high);
        Assert.InRange(low, 1, 100);
        Assert.True(double.IsFinite(high));
    }
}
