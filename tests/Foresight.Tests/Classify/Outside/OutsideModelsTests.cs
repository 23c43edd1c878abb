using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Outside;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Classify.Outside;

public sealed class OutsideModelsTests : IDisposable
{
    private const string Labels = "id,text,labels\n1,vindkraft,K 1\n2,skola,K 2\n3,polisen,none\n4,sol skola,K 1|K 2\n";

    private readonly TemporaryFolder _folder = new();
    private readonly WordClassifier _classifier = new();

    private string Model => Path.Combine(_folder.Path, "model");

    [Fact]
    public async Task TrainAsync_AnyLabels_WritesModelAndBothCards()
    {
        var record = await TrainAsync(Labels, licence: "CC BY 4.0");

        Assert.Equal(["card.json", "card.md", "model.bin"], Directory.EnumerateFiles(Model).Select(Path.GetFileName).Order());
        Assert.Equal(["K 1", "K 2"], record.Labels);
        Assert.Equal((2, 2, 1, 4), (record.TextsByLabel["K 1"], record.TextsByLabel["K 2"], record.TextsOfNone, record.TextsByLanguage["unknown"]));
        var page = await PageAsync();
        Assert.Contains("CC BY 4.0", page, StringComparison.Ordinal);
        Assert.Contains(record.DataHash, page, StringComparison.Ordinal);
        Assert.Equal(record.Hash, ModelFolder.ReadCard(Model).Hash);
    }

    [Fact]
    public async Task TrainAsync_AgainIntoTheSameFolder_Replaces()
    {
        var before = await TrainAsync(Labels);

        var after = await TrainAsync(Labels.Replace("polisen", "brandkåren", StringComparison.Ordinal));

        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(after.Version, ModelFolder.ReadCard(Model).Version);
    }

    [Fact]
    public async Task TrainAsync_CardLeftHalfWrittenByACrash_ReplacesTheFolder()
    {
        await TrainAsync(Labels);
        _folder.Write("model/card.json.0b8d.tmp", "{");

        await TrainAsync(Labels);

        Assert.Equal(["card.json", "card.md", "model.bin"], Directory.EnumerateFiles(Model).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(null, "There are no figures by year: only held-out parts of its own texts judged it")]
    [InlineData("id,text,labels\nd1,vindkraft,K 1\nd2,polisen,none\n", "There are no figures by year: dev.csv has no column year, published or date.")]
    public async Task TrainAsync_NothingHasADate_CardSaysWhyItHasNoYears(string? dev, string expected)
    {
        await TrainAsync(Labels, dev is null ? null : _folder.Write("dev.csv", dev));

        Assert.Contains(expected, await PageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TrainAsync_FolderOfSomethingElse_TouchesNothing()
    {
        _folder.Write("model/letters.txt", "dear");

        var fault = await Assert.ThrowsAsync<IOException>(() => TrainAsync(Labels));

        Assert.Contains("holds other files than a model's", fault.Message);
        Assert.Equal(0, _classifier.Trainings);
        Assert.Equal("dear", await File.ReadAllTextAsync(Path.Combine(Model, "letters.txt"), CancellationToken.None));
    }

    [Theory]
    [InlineData("id,text,labels\n1,a,none\n2,b,none\n", "all 2 texts have the label none")]
    [InlineData("id,text,labels\n1,a,x\n2,b,x\n", "all 2 texts have the same labels (x)")]
    [InlineData("id,text,labels\n", "it has a header and no text")]
    [InlineData("", "the file is empty")]
    [InlineData("id,text,labels\n1,a,x\n1,b,none\n", "the id '1' is already at")]
    public async Task TrainAsync_NothingToLearn_SaysSoAndLeavesNothing(string content, string expected)
    {
        var fault = await Assert.ThrowsAsync<LabelFileException>(() => TrainAsync(content));

        Assert.Contains(expected, Assert.Single(fault.Problems));
        Assert.False(Directory.Exists(Model));
    }

    [Fact]
    public async Task TrainAsync_ClassifierFindsTooLittle_SaysItsSentenceAndLeavesNothing()
    {
        _classifier.Fault = new InvalidDataException("Nothing can be learned from these 4 texts.");

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => TrainAsync(Labels));

        Assert.Equal("Nothing can be learned from these 4 texts.", fault.Message);
        Assert.Equal(["labels.csv"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task TrainAsync_Dev_ChoosesThresholdsAndKeepsNestedFigures()
    {
        var rows = Enumerable.Range(0, 20).Select(i => $"d{i},{2020 + (i % 2)}-05-01,{(i % 2 == 0 ? "vindkraft,K 1" : "polisen,none")}");
        var dev = _folder.Write("dev.csv", "id,published,text,labels\n" + string.Join('\n', rows));

        var record = await TrainAsync(Labels, dev);

        Assert.InRange(record.Thresholds!["K 1"], 0.11, 0.89);
        Assert.Equal((20, 1.0), (record.Judged!.Overall.Texts, record.Judged.Overall.MicroF1));
        Assert.Equal(["2020", "2021"], record.Judged.Groups.Keys);
        Assert.DoesNotContain("no figures by year", await PageAsync(), StringComparison.Ordinal);
        Assert.Equal(record.Thresholds!["K 1"], Models().Load(Model).Classifier.Classify([new("", "vindkraft", null)])[0].Scores[0].Threshold);
    }

    [Fact]
    public async Task TrainAsync_DevSharesTextsWithTraining_Refuses()
    {
        var dev = _folder.Write("dev.csv", "id,text,labels\n9,sol,K 1\n2,skola,K 2\n");

        var fault = await Assert.ThrowsAsync<LabelFileException>(() => TrainAsync(Labels, dev));

        Assert.StartsWith($"{dev}: 1 of its 2 texts are in the training files too, '2' first", fault.Message);
    }

    [Fact]
    public async Task Evaluate_File_JudgesByTheModelsLabels()
    {
        await TrainAsync(Labels);
        var file = _folder.Write("test.csv", "id,language,text,labels\n1,sv,vindkraft,K 1\n2,en,polisen,K 2\n");

        var report = Models().Evaluate(Model, file, "language");

        Assert.Equal(("test.csv", 1 / 2.0), (report.Data, report.Overall.Recall));
        Assert.Equal(["en", "sv"], report.Groups.Keys);
    }

    [Fact]
    public async Task Evaluate_LabelsThatTheModelDoesNotKnow_NamesEachLine()
    {
        await TrainAsync(Labels);
        var file = _folder.Write("test.csv", "id,text,labels\n1,vindkraft,K 3\n2,polisen,K 4\n");

        var fault = Assert.Throws<LabelFileException>(() => Models().Evaluate(Model, file, null));

        Assert.Equal([$"{file}:2: the label 'K 3' is unknown; known are K 1, K 2.", $"{file}:3: the label 'K 4' is unknown; known are K 1, K 2."], fault.Problems);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    public async Task ReadCard_Broken_SaysSo(string content)
    {
        await TrainAsync(Labels);
        _folder.Write("model/card.json", content);

        var fault = Assert.Throws<InvalidDataException>(() => ModelFolder.ReadCard(Model));

        Assert.Contains("card.json", fault.Message);
    }

    public void Dispose() => _folder.Dispose();

    private Task<string> PageAsync() => File.ReadAllTextAsync(Path.Combine(Model, ModelFolder.Page), CancellationToken.None);

    private Task<ModelRecord> TrainAsync(string content, string? dev = null, string? licence = null) =>
        Models().TrainAsync([_folder.Write("labels.csv", content)], dev, licence, Model, CancellationToken.None);

    private OutsideModels Models() => new(_classifier, ("words", "1.0"), new FakeTimeProvider(), NullLogger.Instance);
}
