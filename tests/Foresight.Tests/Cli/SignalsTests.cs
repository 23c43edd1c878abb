using System.Text.Json;
using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>The register of signals by the real command, on the sample run's store.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class SignalsTests(SampleRun run)
{
    private string[] Options => ["--samples", "--policy", "vanersborg", "--store", run.Store];

    [Fact]
    public async Task Analyse_OnSamples_SpeaksOfEveryAreaAndAddsNothing()
    {
        var before = await run.QueryAsync("SELECT count(*) AS n FROM signals");

        var text = await ForesightCommand.RunAsync(["analyse", .. Options]);
        var json = await ForesightCommand.JsonAsync(["analyse", .. Options]);

        Assert.True(text.ExitCode == 0, text.ToString());
        var areas = json.GetProperty("areas").EnumerateArray().ToList();
        Assert.Equal(7, areas.Count);
        Assert.All(areas.Take(6), area =>
        {
            Assert.Contains($"({area.GetProperty("id").GetString()})", text.Out, StringComparison.Ordinal);
            Assert.True(area.GetProperty("findings").GetArrayLength() > 0 || area.GetProperty("nothing").ValueKind == JsonValueKind.Object, area.ToString());
        });
        Assert.All(areas.SelectMany(area => area.GetProperty("findings").EnumerateArray()), finding =>
            Assert.Matches("^[A-F][1-6]$", finding.GetProperty("signal").GetProperty("grade").GetString()));
        Assert.Contains("machine's proposal", text.Out, StringComparison.Ordinal);
        Assert.Equal(0, json.GetProperty("recorded").GetProperty("new").GetInt32());
        Assert.InRange(before[0].GetProperty("n").GetInt32(), 10, 5000);
        Assert.Equal(before[0].GetRawText(), (await run.QueryAsync("SELECT count(*) AS n FROM signals"))[0].GetRawText());
    }

    [Fact]
    public async Task Rate_ByTwoWhoDiffer_IsListedShownAndSaidInTheBrief()
    {
        var id = (await ForesightCommand.JsonAsync(["signals", "list", .. Options])).GetProperty("signals")[0].GetProperty("id").GetString()!;

        var first = await ForesightCommand.RunAsync(["signals", "rate", id, "--as", "ab", "--impact", "5", "--horizon", "two-to-five-years", "--confirm", .. Options]);
        var second = await ForesightCommand.RunAsync(["signals", "rate", id, "--as", "analyst-2", "--impact", "2", "--note", "overrated", .. Options]);
        var shown = await ForesightCommand.RunAsync(["signals", "show", id, .. Options]);
        var brief = await ForesightCommand.JsonAsync(["brief", "build", "board", "--language", "en", .. Options]);

        Assert.True(first.ExitCode + second.ExitCode == 0, first.ToString() + second);
        Assert.Contains("confirmed by AB; contested: people differ on its impact", second.Out, StringComparison.Ordinal);
        Assert.Contains("impact: median 3.5, from 2 to 5", shown.Out, StringComparison.Ordinal);
        Assert.Contains("analyst-2: impact 2, “overrated”", shown.Out, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(brief[0].GetProperty("result").GetProperty("htmlFile").GetString()!, TestContext.Current.CancellationToken);
        Assert.Contains("confirmed by AB, raters differ on its impact", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raise_OfTwoFindings_IsListedShownSaidInTheBriefAndWithdrawn()
    {
        var ids = (await ForesightCommand.JsonAsync(["signals", "list", "--level", "signal", .. Options])).GetProperty("signals").EnumerateArray().Take(2).Select(signal => signal.GetProperty("id").GetString()!).ToList();

        var raised = await ForesightCommand.RunAsync(["signals", "raise", "--level", "trend", "--name", "Åldrande <glesbygd>", "--name-en", "Ageing <country>", "--signals", string.Join(',', ids), "--as", "analyst-2", .. Options]);
        var listed = await ForesightCommand.RunAsync(["signals", "list", "--level", "trend", .. Options]);
        var shown = await ForesightCommand.RunAsync(["signals", "show", "raised/aldrande-glesbygd", .. Options]);
        var member = await ForesightCommand.RunAsync(["signals", "show", ids[0], .. Options]);
        var brief = await ForesightCommand.JsonAsync(["brief", "build", "--language", "en", .. Options]);
        var withdrawn = await ForesightCommand.RunAsync(["signals", "raise", "raised/aldrande-glesbygd", "--withdraw", "--as", "analyst-2", .. Options]);
        var after = await ForesightCommand.RunAsync(["signals", "list", .. Options]);

        Assert.True(raised.ExitCode + listed.ExitCode + shown.ExitCode + withdrawn.ExitCode == 0, $"{raised}{listed}{shown}{withdrawn}");
        Assert.Contains("raised by analyst-2", listed.Out, StringComparison.Ordinal);
        Assert.All(ids, id => Assert.Contains($"  {id} (signal): ", shown.Out, StringComparison.Ordinal));
        Assert.Contains("Part of the trend “Ageing <country>” (raised/aldrande-glesbygd, raised by analyst-2)", member.Out, StringComparison.Ordinal);
        var page = await File.ReadAllTextAsync(brief[0].GetProperty("result").GetProperty("htmlFile").GetString()!, TestContext.Current.CancellationToken);
        Assert.Contains("as part of the trend “Ageing &lt;country&gt;”.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("aldrande-glesbygd", after.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_OfAnIdThatIsNot_NamesTheNearest()
    {
        var result = await ForesightCommand.RunAsync(["signals", "rate", "funding/project-mony", "--as", "AB", "--confirm", .. Options]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains("nearest 'funding/project-money'", result.Error, StringComparison.Ordinal);
    }
}
