using Foresight.Methods.Trade;
using Xunit;

namespace Foresight.Methods.Tests.Trade;

public sealed class LocalWeightTests
{
    [Fact]
    public void Of_TwoMunicipalities_WeighsByJobs()
    {
        // 10,000 jobs with 8 per cent and 30,000 with 12 per cent: 800 + 3,600 of 40,000.
        var weight = LocalWeight.Of([new LocalJobs(10_000, 0.08), new LocalJobs(30_000, 0.12)]);

        Assert.Equal(4400, weight.Exposed, 1e-9);
        Assert.Equal(0.11, weight.Share, 1e-12);
    }

    [Fact]
    public void Of_APercentageForAShare_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LocalWeight.Of([new LocalJobs(10_000, 8)]));
    }

    [Fact]
    public void Of_NoMunicipality_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LocalWeight.Of([]));
    }
}
