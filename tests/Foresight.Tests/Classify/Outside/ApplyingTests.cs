using System.IO.Compression;
using System.Text.Json;
using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Tests.Classify.Outside;

public sealed class ApplyingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task RunAsync_CsvToCsv_WritesAVerdictPerTextInOrder()
    {
        var input = _folder.Write("in.csv", "id,title,text\nz,Vindkraft,i hamnen\na,,\"polisen, igen\"\n\"m,1\",,\n");

        var result = await RunAsync(input, "out.csv");

        Assert.Equal(
            ["id,labels,cannot_say,p_green,p_homes,terms", "z,green,,0.9,0.1,green: vindkraft", "a,none,,0.1,0.1,", "\"m,1\",none,,0.1,0.1,"],
            await Lines("out.csv"));
        Assert.Equal((3, 2, 1), (result.Texts, result.None, result.PerLabel["green"]));
    }

    [Fact]
    public async Task RunAsync_JsonLinesToJsonLines_WritesAnObjectPerLine()
    {
        var input = _folder.Write("in.jsonl", """
            {"id": 7, "text": "vindkraft i flats", "language": "sv"}

            {"id": "é", "title": "Polisen", "text": ""}
            """);

        await RunAsync(input, "out.jsonl");

        var lines = await Lines("out.jsonl");
        Assert.Equal("""{"id":"7","labels":["green","homes"],"cannotSay":[],"probabilities":{"green":0.9,"homes":0.9},"terms":{"green":["vindkraft"],"homes":["flats"]}}""", lines[0]);
        Assert.Equal("é", JsonDocument.Parse(lines[1]).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task RunAsync_MoreTextsThanAPage_KeepsThemAllInOrderAlsoPacked()
    {
        var input = Path.Combine(_folder.Path, "in.csv.gz");
        await using (var writer = new StreamWriter(new GZipStream(File.Create(input), CompressionMode.Compress)))
        {
            await writer.WriteLineAsync("text,id");
            for (var i = 0; i < 4501; i++)
                await writer.WriteLineAsync($"{(i % 3 == 0 ? "vindkraft" : "polisen")},t{i}");
        }

        var result = await RunAsync(input, "out.csv.gz");

        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(_folder.Path, "out.csv.gz")), CompressionMode.Decompress));
        var ids = (await reader.ReadToEndAsync(CancellationToken.None)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]);
        Assert.Equal(Enumerable.Range(0, 4501).Select(i => $"t{i}"), ids);
        Assert.Equal((4501, 1501), (result.Texts, result.PerLabel["green"]));
    }

    [Fact]
    public async Task RunAsync_BadLines_NamesThemAllAndLeavesNoOutput()
    {
        var input = _folder.Write("in.jsonl", "{\"id\":1,\"text\":\"a\"}\n[]\n{\"id\":2}\n{\"text\":\"a\"}\nnonsense\n{\"id\":3,\"text\":\"\\ud800\"}\n");

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => RunAsync(input, "out.csv"));

        Assert.Equal([2, 3, 4, 5, 6], fault.Problems.Select(problem => int.Parse(problem[(input.Length + 1)..].Split(':')[0])));
        Assert.Equal(["in.jsonl"], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("", "in.csv:1: the file is empty")]
    [InlineData("id,body\n1,x\n", "in.csv:1: the header lacks text")]
    [InlineData("id,text\n1,x,y\n", "in.csv:2: 3 fields where the header has 2")]
    [InlineData("id,text\n1,\"x\n", "in.csv:2: a quoted field is never closed")]
    public async Task RunAsync_BadCsv_SaysWhere(string content, string expected)
    {
        var input = _folder.Write("in.csv", content);

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => RunAsync(input, "out.csv"));

        Assert.Contains(expected, Assert.Single(fault.Problems));
    }

    [Fact]
    public async Task RunAsync_Binary_SaysSo()
    {
        var input = Path.Combine(_folder.Path, "in.csv");
        await File.WriteAllBytesAsync(input, [.. "id,text\n1,"u8, 0xff, 0xfe, 0x00, 0x80], CancellationToken.None);

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => RunAsync(input, "out.csv"));

        Assert.EndsWith("the file is not UTF-8. Save it as UTF-8.", Assert.Single(fault.Problems));
    }

    [Fact]
    public async Task RunAsync_NameThatTellsNoForm_SaysSo()
    {
        var input = _folder.Write("in.csv", "id,text\n");

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(input, "out.xlsx"));

        Assert.Contains("must end in .csv or .jsonl", fault.Message);
    }

    [Fact]
    public async Task RunAsync_NoText_WritesNoVerdict()
    {
        var input = _folder.Write("in.csv", "id,text\n");

        var result = await RunAsync(input, "out.csv");

        Assert.Equal(0, result.Texts);
        Assert.Single(await Lines("out.csv"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ApplyResult> RunAsync(string input, string output) =>
        await Applying.RunAsync(await ModelAsync(), input, Path.Combine(_folder.Path, output), CancellationToken.None);

    private Task<string[]> Lines(string name) => File.ReadAllLinesAsync(Path.Combine(_folder.Path, name), CancellationToken.None);

    private static async Task<IClassifier> ModelAsync()
    {
        using var aside = new TemporaryFolder();
        var file = Path.Combine(aside.Path, "model");
        var texts = new[] { ("1", "vindkraft", "green"), ("2", "flats", "homes"), ("3", "polisen igen i hamnen", "") }
            .Select(text => new LabelledText(text.Item1, text.Item2, null, text.Item3.Split('|', StringSplitOptions.RemoveEmptyEntries).ToHashSet()));
        var classifier = new WordClassifier();
        await classifier.TrainAsync(new TrainingSet(["green", "homes"], [.. texts]), file, NullLogger.Instance, CancellationToken.None);
        return classifier.Load(file);
    }
}
