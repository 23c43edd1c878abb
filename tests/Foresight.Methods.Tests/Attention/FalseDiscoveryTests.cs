using Foresight.Methods.Attention;
using Xunit;

namespace Foresight.Methods.Tests.Attention;

public sealed class FalseDiscoveryTests
{
    private static readonly double[] PValues = [0.01, 0.02, 0.03, 0.5, 0.0001, 0.04];

    [Fact]
    public void Adjust_KnownAnswers_AreThoseOfR()
    {
        // R 4.2: p.adjust(p, "BH").
        double[] expected = [0.03, 0.04, 0.045, 0.5, 0.0006, 0.048];

        Assert.All(expected.Zip(FalseDiscovery.Adjust(PValues)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Adjust_TestsThatFoundNothing_CountAsOne()
    {
        // R 4.2: p.adjust(c(p, rep(1, 14)), "BH")[1:6].
        double[] expected = [0.1, 0.4 / 3, 0.15, 1, 0.002, 0.16];

        Assert.All(expected.Zip(FalseDiscovery.Adjust(PValues, 20)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
