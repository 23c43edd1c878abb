using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>What the sample run, run twice, made of the policy's alert rules.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class SampleAlertTests(SampleRun run)
{
    [Fact]
    public async Task Run_OnSamplesForTheFirstTime_RecordsWhatHoldsAndStagesNothing()
    {
        var events = await run.QueryAsync("SELECT _source, event FROM alerts");

        Assert.Equal(0, run.First.GetProperty("alerts").GetProperty("waiting").GetInt32());
        Assert.NotEmpty(events);
        Assert.All(events, one => Assert.Equal("baseline", one.GetProperty("event").GetString()));
        Assert.Equal(events.Count, run.First.GetProperty("alerts").GetProperty("events").GetArrayLength());
        Assert.DoesNotContain("for approval", run.Second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnSamplesWithoutTrade_SaysThatTheRuleCannotBeJudged()
    {
        var untold = run.First.GetProperty("alerts").GetProperty("cannotBeJudged").GetProperty("exports-to-norway");

        Assert.Equal("No source has Sweden's exports to Norway by month in the store.", untold.GetProperty("en").GetString());
    }

    [Fact]
    public async Task AlertsTest_OnSamples_ReplaysTheRuleOverItsYears()
    {
        var results = await ForesightCommand.JsonAsync("alerts", "test", "emissions-rise", "--samples", "--policy", "vanersborg", "--store", run.Store);

        var result = results[0];
        Assert.Equal("2016", result.GetProperty("from").GetString());
        Assert.Contains(result.GetProperty("firings").EnumerateArray(), firing => firing.GetProperty("period").GetString() == "2017" && firing.GetProperty("shortLived").GetBoolean());
    }
}
