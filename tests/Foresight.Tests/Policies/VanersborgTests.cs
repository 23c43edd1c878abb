using Foresight.Engine.Policies;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Policies;

/// <summary>The shipped policy says what the municipality's document says.</summary>
public class VanersborgTests
{
    private static readonly Lazy<PolicyReading> Reading = new(() => PolicyFolder.Read(Repository.PathOf("data", "policies"), StubParts.All, "vanersborg"));

    private static PolicyFile File => Assert.Single(Reading.Value.Policies);

    private static Policy Policy => File.Policy;

    [Fact]
    public void Policy_AsShipped_HasNoProblem()
    {
        var reading = Reading.Value;

        Assert.Equal([], reading.Problems);
    }
}
