using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class ShareDriftTests
{
    [Fact]
    public void Of_SmokersOfFourHospitals_IsRsTestForATrend()
    {
        // Fleiss 1981, page 139; R's help of prop.trend.test: X-squared = 8.2249, here its root with the fall's sign, before the spread is weighed in.
        var drift = ShareDrift.Of([83, 90, 129, 70], [86, 93, 136, 82])!.Value;

        Assert.Equal(-2.867912531, drift.Deviation * Math.Sqrt(drift.Dispersion), 1e-6);
    }

    [Fact]
    public void Of_CountsThatSpreadMoreThanChance_AreLessSure()
    {
        // R: prop.trend.test(x, n, 0:4) gives 2.5037 without a thought for the spread around the line, which here is more than chance's.
        var drift = ShareDrift.Of([15, 10, 5, 20, 30], [100, 110, 90, 120, 130])!.Value;

        Assert.Equal(0.02613129382, drift.Slope, 1e-9);
        Assert.Equal(2.503743316, drift.Deviation * Math.Sqrt(drift.Dispersion), 1e-6);
        Assert.InRange(drift.Dispersion, 2, 10);
    }

    [Fact]
    public void Of_OneLoudBurst_IsNoDriftOnceItIsLeftOut()
    {
        int[] all = [.. Enumerable.Repeat(100, 40)];
        int[] relevant = [.. Enumerable.Range(0, 40).Select(week => week is >= 34 and < 38 ? 40 : 10)];
        var bursts = ReferenceBursts.Find(relevant, all);

        Assert.True(ShareDrift.Of(relevant, all)!.Value.Deviation > 2);
        Assert.True(Math.Abs(ShareDrift.Of(relevant, all, bursts)!.Value.Deviation) < 1);
    }

    [Fact]
    public void Of_TwoBatchesOrNoneRelevant_SaysNothing()
    {
        Assert.Null(ShareDrift.Of([1, 2, 0], [5, 5, 0]));
        Assert.Null(ShareDrift.Of([0, 0, 0], [5, 5, 5]));
    }
}
