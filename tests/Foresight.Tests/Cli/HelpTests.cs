using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("plugins")]
    [InlineData("sources")]
    [InlineData("registers")]
    [InlineData("registers check")]
    [InlineData("registers columns")]
    [InlineData("registers new")]
    [InlineData("ingest")]
    [InlineData("loads")]
    [InlineData("query")]
    [InlineData("diff")]
    [InlineData("quarantine")]
    [InlineData("preview")]
    [InlineData("classify")]
    [InlineData("classify queue")]
    [InlineData("classify label")]
    [InlineData("classify verdicts")]
    [InlineData("classify train")]
    [InlineData("classify run")]
    [InlineData("classify eval")]
    [InlineData("classify apply")]
    [InlineData("classify status")]
    [InlineData("classify drift")]
    [InlineData("analyse")]
    [InlineData("signals")]
    [InlineData("signals list")]
    [InlineData("signals show")]
    [InlineData("signals rate")]
    [InlineData("signals raise")]
    [InlineData("signals take")]
    [InlineData("signals drop")]
    [InlineData("signals link")]
    [InlineData("loop")]
    [InlineData("coverage")]
    [InlineData("forecast")]
    [InlineData("forecast indicator")]
    [InlineData("forecast series")]
    [InlineData("forecast eval")]
    [InlineData("exposure")]
    [InlineData("exposure list")]
    [InlineData("exposure what-if")]
    [InlineData("follow-up")]
    [InlineData("funds")]
    [InlineData("funds list")]
    [InlineData("funds show")]
    [InlineData("funds calls")]
    [InlineData("alerts")]
    [InlineData("alerts list")]
    [InlineData("alerts show")]
    [InlineData("alerts test")]
    [InlineData("alerts approve")]
    [InlineData("alerts dismiss")]
    [InlineData("calendar")]
    [InlineData("calendar due")]
    [InlineData("calendar year")]
    [InlineData("chart")]
    [InlineData("chart list")]
    [InlineData("chart build")]
    [InlineData("brief")]
    [InlineData("brief list")]
    [InlineData("brief build")]
    [InlineData("partners")]
    [InlineData("partners list")]
    [InlineData("partners show")]
    [InlineData("partners build")]
    [InlineData("store")]
    [InlineData("store verify")]
    [InlineData("store compact")]
    public async Task Help_OfEveryCommand_ShowsAnExampleOfIt(string command)
    {
        string[] args = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"];

        var result = await ForesightCommand.RunAsync(args);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains($"Example: foresight {command}", result.Out, StringComparison.Ordinal);
    }
}
