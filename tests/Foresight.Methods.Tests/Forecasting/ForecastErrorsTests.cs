using Foresight.Methods.Forecasting;
using Xunit;

namespace Foresight.Methods.Tests.Forecasting;

public sealed class ForecastErrorsTests
{
    [Fact]
    public void Smape_ByHand()
    {
        // 200 * 10/210 and 200 * 20/180.
        var smape = ForecastErrors.Smape([100, 100], [110, 80]);

        Assert.Equal(((2000 / 210.0) + (4000 / 180.0)) / 2, smape, 1e-12);
    }

    [Fact]
    public void Mase_Season_ScalesByASeasonAgo()
    {
        // A season ago: |3-1|, |5-2|, |4-3|, |9-5| = 2, 3, 1, 4, in the mean 2.5; errors 1 and 4, in the mean 2.5.
        var mase = ForecastErrors.Mase([1, 2, 3, 5, 4, 9], 2, [10, 10], [11, 6]);

        Assert.Equal(1, mase!.Value, 1e-12);
    }

    [Fact]
    public void Mase_PastThatNeverChanged_IsNull()
    {
        var mase = ForecastErrors.Mase([4, 4, 4], 1, [5], [4]);

        Assert.Null(mase);
    }

    [Fact]
    public void Smape_OtherNumberOfValues_SaysSo()
    {
        var fault = Assert.Throws<ArgumentException>(() => ForecastErrors.Smape([1, 2], [1]));

        Assert.StartsWith("2 values came and 1 were expected", fault.Message, StringComparison.Ordinal);
    }
}
