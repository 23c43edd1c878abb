using Foresight.Methods.Trade;
using Xunit;

namespace Foresight.Methods.Tests.Trade;

public sealed class ShareDriftTests
{
    [Fact]
    public void Shift_OfThreePartners_IsHalfOfWhatMoved()
    {
        // By hand: 50, 30, 20 of 100 become 100, 60, 40 and a newcomer's 50 of 250: shares .4, .24, .16, .2.
        var drift = ShareDrift.Between(
            new Dictionary<string, double> { ["DE"] = 50, ["NO"] = 30, ["FI"] = 20 },
            new Dictionary<string, double> { ["DE"] = 100, ["NO"] = 60, ["FI"] = 40, ["US"] = 50 });

        Assert.Equal(0.2, drift.Shift, 1e-12);
        Assert.Equal(["US", "DE", "NO", "FI"], drift.Changes.Select(change => change.Part));
        Assert.Equal(-0.1, drift.Changes[1].Change, 1e-12);
        Assert.Equal(0, drift.Changes.Sum(change => change.Change), 1e-12);
    }

    [Fact]
    public void Shift_NothingInCommon_IsAll()
    {
        var drift = ShareDrift.Between(new Dictionary<string, double> { ["DE"] = 5 }, new Dictionary<string, double> { ["US"] = 1 });

        Assert.Equal(1, drift.Shift, 1e-12);
    }

    [Fact]
    public void Shift_AllGrowAlike_IsNought()
    {
        var drift = ShareDrift.Between(new Dictionary<string, double> { ["DE"] = 5, ["US"] = 15 }, new Dictionary<string, double> { ["DE"] = 10, ["US"] = 30 });

        Assert.Equal(0, drift.Shift, 1e-12);
    }

    [Fact]
    public void Between_EmptyPeriod_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => ShareDrift.Between(new Dictionary<string, double>(), new Dictionary<string, double> { ["US"] = 1 }));
    }
}
