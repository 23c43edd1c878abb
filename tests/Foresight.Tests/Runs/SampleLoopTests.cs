using System.Text.Json;
using Foresight.Sdk;
using Foresight.Tests.Loop;
using Foresight.Tests.Store;
using Xunit;

namespace Foresight.Tests.Runs;

/// <summary>Findings of the sample run, taken up and dropped by the real command, in the briefs of three quarters.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class SampleLoopTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly string store;

    public SampleLoopTests(SampleRun run)
    {
        // A copy: other tests look at the run's own store.
        store = Path.Combine(folder.Path, "store");
        foreach (var file in Directory.EnumerateFiles(run.Store, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(store, Path.GetRelativePath(run.Store, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Signal_TakenUp_ShowsOwnerDayAndOutcomeInTheBriefsOfThreeQuarters()
    {
        var (first, second, third) = (Quarter("2026-09-05"), Quarter("2026-12-05"), Quarter("2027-03-05"));
        var headlines = (await BriefAsync(first)).Where(finding => finding.GetProperty("placement").GetString() == "main" && finding.GetProperty("kind").GetString() == "indicator").ToList();
        var (taken, dropped) = (Id(headlines[0]), Id(headlines[1]));

        var take = await ForesightCommand.RunAsync(["signals", "take", taken, "--owner", "kommunstyrelsen", "--due", "2026-12-01", "--response", "En plan för anläggningen", "--by", "analyst", .. first]);
        var drop = await ForesightCommand.RunAsync(["signals", "drop", dropped, "--reason", "Ett mätfel", "--by", "analyst", .. first]);
        var waiting = await ForesightCommand.RunAsync(["loop", "--open", .. first]);
        var inSeptember = await BriefAsync(first);
        var late = await ForesightCommand.JsonAsync(["loop", "--body", "kommunstyrelsen", .. second]);
        await LoadAsync(Register.Decisions, LoopFolder.Decision("d1").Select(cell => cell.Column == "body" ? ("body", "kommunstyrelsen") : cell).ToArray());
        await LoadAsync(Register.Activities, Activity());
        var link = await ForesightCommand.RunAsync(["signals", "link", taken, "--decision", "d1", "--activity", "x", "--by", "analyst", .. second]);
        var inDecember = await BriefAsync(second);
        await LoadAsync(Register.Activities, Activity(("status", "ended"), ("result", "Planen är antagen"), ("outcome", "reached"), ("followed_up", "2027-03-04")));
        var inMarch = await BriefAsync(third);
        var (chain, show) = (await ForesightCommand.RunAsync(["loop", taken, .. third]), await ForesightCommand.RunAsync(["signals", "show", taken, .. third]));

        Assert.True(take.ExitCode + drop.ExitCode + waiting.ExitCode + link.ExitCode + chain.ExitCode == 0, $"{take}{drop}{waiting}{link}{chain}");
        Assert.Contains("Missing next: decision, from kommunstyrelsen, by 2026-12-01", take.Out, StringComparison.Ordinal);
        Assert.Contains("Municipal Executive Board", waiting.Out, StringComparison.Ordinal);
        Assert.Equal("Taget av Kommunstyrelsen, klart senast 1 december 2026", Line(inSeptember, taken));
        Assert.Equal("Avskrivet 5 september 2026: Ett mätfel", Line(inSeptember, dropped));
        Assert.All([inSeptember, inDecember, inMarch], brief => Assert.Equal("annex", brief.Single(finding => Id(finding) == dropped).GetProperty("placement").GetString()));
        Assert.True(late.GetProperty("chains").EnumerateArray().Single(one => Id(one) == taken).GetProperty("isOverdue").GetBoolean());
        Assert.Equal("Taget av Kommunstyrelsen, klart senast 1 december 2026 · aktivitet: Språkutbyte, pågår till 28 februari 2027", Line(inDecember, taken));
        Assert.Equal("Taget av Kommunstyrelsen, klart senast 1 december 2026 · resultat: Planen är antagen (uppnått), uppföljt 4 mars 2027", Line(inMarch, taken));
        Assert.Matches("follow-up +2027-03-04", chain.Out);
        Assert.Contains("[dnr KS 2026/120, § 173, decisions/d1, load ", chain.Out, StringComparison.Ordinal);
        Assert.Contains("taken by analyst · kommunstyrelsen · due 2026-12-01 · En plan för anläggningen", show.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signals take indicator/N0040l --owner kommunstyrelsen --due 2026-12-01 --by AB", "nearest 'indicator/N")]
    [InlineData("signals link funding/project-money --activity sortexx --by AB", "--activity sortexx: ")]
    [InlineData("signals take funding/project-money --owner kommunstyrelse --due 1/12 --by AB", "--due 1/12: give a day such as 2026-12-01.")]
    [InlineData("loop --body kommunstyrelse", "--body kommunstyrelse: the policy has no such body. Its bodies: kommunfullmaktige, kommunstyrelsen,")]
    public async Task Call_ThatMakesNoSense_IsRefusedWithASentence(string call, string expected)
    {
        var result = await ForesightCommand.RunAsync([.. call.Split(' '), .. Quarter("2026-09-05")]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    /// <summary>Options of a run at that day: nothing is read, so its map has no answers.</summary>
    private string[] Quarter(string day)
    {
        var map = Path.Combine(folder.Path, $"{day}.json");
        File.WriteAllText(map, JsonSerializer.Serialize(new { asOf = day + "T05:00:00Z", answers = Array.Empty<object>() }));
        return ["--replay", map, "--policy", "vanersborg", "--store", store];
    }

    private static (string, string)[] Activity(params (string, string)[] more) => LoopFolder.Activity("x", [("body", "kommunstyrelsen"), ("need", ""), .. more]);

    private async Task LoadAsync(Register register, (string Column, string Text)[] row)
    {
        using var loads = new StoreFolder();
        using var opened = Foresight.Engine.Store.TableStore.Open(store, loads.Clock);
        await loads.LoadAsync(opened, register.Id, new RegisterBatch { Register = register.Id, EndsSnapshot = true, Rows = [new(row[0].Text, row.ToDictionary(cell => cell.Column, cell => cell.Text))] });
    }

    private static async Task<List<JsonElement>> BriefAsync(string[] options)
    {
        var built = await ForesightCommand.JsonAsync(["brief", "build", "--language", "sv", .. options]);
        var evidence = await File.ReadAllTextAsync(built[0].GetProperty("result").GetProperty("evidenceFile").GetString()!, TestContext.Current.CancellationToken);
        return [.. JsonDocument.Parse(evidence).RootElement.GetProperty("findings").EnumerateArray()];
    }

    private static string Id(JsonElement one) => one.GetProperty("id").GetString()!;

    private static string? Line(List<JsonElement> findings, string id) =>
        findings.Single(finding => Id(finding) == id).GetProperty("taken").GetProperty("text").GetString()?.Replace('\u00A0', ' ');
}
