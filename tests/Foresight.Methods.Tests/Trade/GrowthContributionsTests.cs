using CsCheck;
using Foresight.Methods.Trade;
using Xunit;

namespace Foresight.Methods.Tests.Trade;

public sealed class GrowthContributionsTests
{
    [Fact]
    public void Contributions_ByHand_AddUpToTheGrowth()
    {
        // 200 grows to 230, 15 per cent: +30 of Germany is 15 points, -20 of Norway -10, Italy vanished -10, the United States appeared +20.
        var growth = GrowthContributions.Between(
            new Dictionary<string, double> { ["DE"] = 100, ["NO"] = 80, ["IT"] = 20 },
            new Dictionary<string, double> { ["DE"] = 130, ["NO"] = 60, ["US"] = 40 });

        Assert.Equal(0.15, growth.Growth, 1e-12);
        Assert.Equal([("US", 0.2), ("DE", 0.15), ("IT", -0.1), ("NO", -0.1)], growth.Parts.Select(part => (part.Part, Math.Round(part.Contribution, 12))));
        Assert.True(growth.Parts[0] is { Appeared: true, Growth: null });
        Assert.True(growth.Parts[2] is { Vanished: true, Growth: -1 });
    }

    [Fact]
    public void Contributions_PartsMissing_LeaveARest()
    {
        var growth = GrowthContributions.Between(
            new Dictionary<string, double> { ["DE"] = 60 }, new Dictionary<string, double> { ["DE"] = 90 }, totals: (100, 110));

        Assert.Equal([("DE", 0.3), (GrowthContributions.Rest, -0.2)], growth.Parts.Select(part => (part.Part, Math.Round(part.Contribution, 12))));
    }

    [Fact]
    public void Contributions_OfAnything_AddUpToTheGrowth() =>
        Gen.Double[0, 1e9].Array[1, 30].Select(Gen.Double[0, 1e9].Array[1, 30]).Where((before, _) => before.Sum() > 1).Sample((before, after) =>
        {
            var growth = GrowthContributions.Between(Named(before), Named(after));

            return Math.Abs(growth.Parts.Sum(part => part.Contribution) - growth.Growth) <= 1e-9 * (1 + Math.Abs(growth.Growth));
        });

    [Fact]
    public void Between_FromNothing_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => GrowthContributions.Between(new Dictionary<string, double>(), new Dictionary<string, double> { ["US"] = 1 }));
    }

    private static Dictionary<string, double> Named(double[] values) =>
        values.Index().ToDictionary(pair => "P" + pair.Index.ToString(System.Globalization.CultureInfo.InvariantCulture), pair => pair.Item);
}
