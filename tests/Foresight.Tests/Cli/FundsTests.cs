using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>Funds by the real command, on the sample run's store.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class FundsTests(SampleRun run)
{
    private string[] Options => ["--samples", "--policy", "vanersborg", "--store", run.Store];

    [Fact]
    public async Task Calls_OnTheSamplesDate_PutTownTwinningBeforeAnyHorizonTopicAndSayWhy()
    {
        var json = await ForesightCommand.JsonAsync(["funds", "calls", "--all", .. Options]);
        var text = await ForesightCommand.RunAsync(["funds", "calls", "--all", .. Options]);

        var calls = json.GetProperty("calls").EnumerateArray().ToList();
        var first = calls.FindIndex(call => call.GetProperty("id").GetString() == "CERV-2026-CITIZENS-TOWN-TT");
        var horizon = calls.FindIndex(call => call.GetProperty("programme").GetString() == "horizon-europe");
        Assert.InRange(first, 0, horizon - 1);
        Assert.Equal(18, calls[first].GetProperty("daysLeft").GetInt32());
        Assert.Contains("Kommunen kan söka själv.", calls[first].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetProperty("sv").GetString()));
        Assert.Contains(json.GetProperty("leftOut").EnumerateArray(), one => one.GetProperty("id").GetString() == "HORIZON-MSCA-2027-CITIZENS-01-01");
        Assert.True(text.ExitCode == 0, text.ToString());
        Assert.Contains("CERV-2026-CITIZENS-TOWN-TT: The municipality can apply itself.", text.Out, StringComparison.Ordinal);
        Assert.Contains("The part Marie Skłodowska-Curie is open to", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfTheShippedProgrammes_NamesPeriodStatusAndSuccessor()
    {
        var text = await ForesightCommand.RunAsync(["funds", "list", .. Options]);
        var all = await ForesightCommand.JsonAsync(["funds", "list", "--all", .. Options]);

        Assert.Matches(@"cerv-town-twinning +2021-2027 +adopted +agora-eu \(proposed\)", text.Out);
        Assert.DoesNotContain("agora-eu  ", text.Out, StringComparison.Ordinal);
        Assert.Equal("2028-2034", all.EnumerateArray().Single(one => one.GetProperty("id").GetString() == "agora-eu").GetProperty("period").GetString());
        Assert.All(all.EnumerateArray(), one => Assert.StartsWith("https://", one.GetProperty("source").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_OfAProgramme_TellsItOrSaysThatThereIsNone()
    {
        var text = await ForesightCommand.RunAsync(["funds", "show", "interreg-oks", .. Options]);
        var wrong = await ForesightCommand.RunAsync(["funds", "show", "interreg", .. Options]);

        Assert.Contains("Pays: 60%", text.Out, StringComparison.Ordinal);
        Assert.Contains("Followed by the Interreg Plan (interreg-2028, 2028-2034, proposed)", text.Out, StringComparison.Ordinal);
        Assert.Equal((2, ""), (wrong.ExitCode, wrong.Out));
        Assert.Contains("There is no programme 'interreg' in data/funds", wrong.Error, StringComparison.Ordinal);
    }
}
