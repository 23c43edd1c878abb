using System.Text.Json;
using Foresight.Tests.Runs;
using Xunit;

namespace Foresight.Tests.Cli;

/// <summary>The way of a stranger's labels: train, judge, apply, with the classifier that ships.</summary>
public sealed class ClassifyTests
{
    [Fact]
    public async Task Classify_LabelsOfAStranger_TrainsJudgesAndApplies()
    {
        using var folder = new TemporaryFolder();
        var (train, dev, model) = (Write(folder, "train.csv", 0, 60), Write(folder, "dev.csv", 60, 90), Path.Combine(folder.Path, "model"));
        var verdicts = Path.Combine(folder.Path, "verdicts.jsonl");

        var trained = await ForesightCommand.RunAsync("classify", "train", "--labels", train, "--dev", dev, "--model", model);
        var report = await ForesightCommand.JsonAsync("classify", "eval", "--labels", dev, "--model", model, "--group", "year");
        var applied = await ForesightCommand.RunAsync("classify", "apply", "--model", model, "--in", dev, "--out", verdicts);

        Assert.True(trained.ExitCode == 0, trained.ToString());
        Assert.Contains("on 30 texts of dev.csv, each judged with thresholds chosen without it", trained.Out, StringComparison.Ordinal);
        Assert.InRange(report.GetProperty("overall").GetProperty("microF1").GetDouble(), 0.95, 1);
        Assert.Equal(15, report.GetProperty("groups").GetProperty("2024").GetProperty("texts").GetInt32());
        Assert.True(applied.ExitCode == 0, applied.ToString());
        var first = JsonDocument.Parse((await File.ReadAllLinesAsync(verdicts, TestContext.Current.CancellationToken))[0]).RootElement;
        Assert.Equal(("t60", "sea"), (first.GetProperty("id").GetString(), first.GetProperty("labels")[0].GetString()));
    }

    [Fact]
    public async Task Train_TooFewTexts_EndsWith2AndASentence()
    {
        using var folder = new TemporaryFolder();

        var result = await ForesightCommand.RunAsync("classify", "train", "--labels", Write(folder, "three.csv", 0, 3), "--model", Path.Combine(folder.Path, "model"));

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("Nothing can be learned from these 3 texts.", result.Error, StringComparison.Ordinal);
        Assert.Equal(["three.csv"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    private static string Write(TemporaryFolder folder, string name, int from, int to)
    {
        string[] labels = ["sea", "wood", "none"];
        string[][] words = [["hamn", "båtar", "segla", "hav"], ["skog", "granar", "älgar", "timmer"], ["nämnden", "beslut", "ärende", "protokoll"]];
        var rows = Enumerable.Range(from, to - from).Select(i =>
            $"t{i},{2024 + (i % 2)}-02-01,{labels[i % 3]},{string.Join(' ', words[i % 3].Select((_, k) => words[i % 3][(i + k) % 4]))} nummer {i}");
        var file = Path.Combine(folder.Path, name);
        File.WriteAllText(file, $"id,published,labels,text\n{string.Join('\n', rows)}\n");
        return file;
    }
}
