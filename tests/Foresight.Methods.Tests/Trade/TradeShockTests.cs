using Foresight.Methods.Trade;
using Xunit;

namespace Foresight.Methods.Tests.Trade;

public sealed class TradeShockTests
{
    [Theory]
    [InlineData(ShockKind.Demand, -0.2, 1, -0.2)]
    [InlineData(ShockKind.Supply, -0.2, 1, -0.2)]
    [InlineData(ShockKind.Supply, -1, 1, -1)]
    [InlineData(ShockKind.Demand, -0.19, 0.5, -0.1)]
    [InlineData(ShockKind.Tariff, 0.25, 1, -0.2)]
    [InlineData(ShockKind.Tariff, 0.25, 2, -0.36)]
    [InlineData(ShockKind.Tariff, -0.2, 1, 0.25)]
    [InlineData(ShockKind.Tariff, 0.25, 0, 0)]
    public void Change_ByHand_FollowsTheElasticity(ShockKind kind, double size, double elasticity, double expected)
    {
        Assert.Equal(expected, new TradeShock(kind, size, elasticity).Change(), 1e-12);
    }

    [Fact]
    public void On_AShareOfExportsAndJobs_CarriesBothOn()
    {
        // 40 of 200 exported are hit and fall by a fifth; 1,000 jobs make what is exported.
        var effect = new TradeShock(ShockKind.Demand, -0.2).On(exposed: 40, all: 200, jobs: 1000, jobsBase: 200);

        Assert.Equal(-8, effect.ValueChange, 1e-12);
        Assert.Equal(0.2, effect.ShareOfAll);
        Assert.Equal(-0.04, effect.ChangeOfAll!.Value, 1e-12);
        Assert.Equal(200, effect.ExposedJobs);
        Assert.Equal(-40, effect.JobsChange!.Value, 1e-12);
    }

    [Fact]
    public void On_NoJobsKnown_ClaimsNone()
    {
        var effect = new TradeShock(ShockKind.Demand, -0.2).On(40);

        Assert.Null(effect.JobsChange);
        Assert.Null(effect.ShareOfAll);
    }

    [Fact]
    public void On_MoreThanTheWholeByRounding_IsAllOfIt()
    {
        var effect = new TradeShock(ShockKind.Demand, -0.2).On(1000.4, all: 1000, jobs: 10, jobsBase: 1000);

        Assert.Equal(1, effect.ShareOfAll);
        Assert.Equal(10, effect.ExposedJobs);
    }

    [Fact]
    public void On_MoreThanTheWhole_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new TradeShock(ShockKind.Demand, -0.2).On(40, all: 30));
    }

    [Theory]
    [InlineData(ShockKind.Demand, -1.2, 1)]
    [InlineData(ShockKind.Tariff, -1, 1)]
    [InlineData(ShockKind.Demand, 0.1, -1)]
    [InlineData(ShockKind.Demand, double.NaN, 1)]
    public void Change_ImpossibleShock_SaysSo(ShockKind kind, double size, double elasticity)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new TradeShock(kind, size, elasticity).Change());

        // Readers see it as it is: one line, without a parameter's name.
        Assert.Contains("at least", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", fault.Message, StringComparison.Ordinal);
    }
}
