using System.Net;
using Foresight.Sdk.Testing;
using Xunit;

namespace Foresight.Plugins.Tests.Conformance;

/// <summary>A check asks the source itself: what it says of a source that is down is that it is down.</summary>
public sealed class ChecksTests
{
    public static TheoryData<string> Names => [.. ConformanceCases.All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The smallest question to Comext's bulk files is a file of some hundred megabytes: its check judges the options alone.</summary>
    public static TheoryData<string> Asking => [.. ConformanceCases.All.Keys.Where(name => name != "comext-bulk").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Check_OfASourceThatAnswers_Works(string name)
    {
        var check = await ConformanceCases.All[name].CheckAsync(TestContext.Current.CancellationToken);

        Assert.True(check.Works, check.Sentence);
        Assert.EndsWith(".", check.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Asking))]
    public async Task Check_OfASourceThatIsDown_SaysSo(string name)
    {
        var down = ConformanceCases.All[name] with { Answers = () => new ReplayTransport().Serve("*", "", HttpStatusCode.ServiceUnavailable) };

        var check = await down.CheckAsync(TestContext.Current.CancellationToken);

        Assert.False(check.Works, check.Sentence);
    }
}
