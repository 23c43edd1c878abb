using System.Text.Json;
using Foresight.Engine.Classify;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Foresight.Tests.Classify;

public sealed class TrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WordClassifier _classifier = new();

    [Fact]
    public async Task TrainAsync_TopicsOfAnArea_BecomeItsLabel()
    {
        await TrainAsync(Some.Policy(areas: [Some.Area("learning", "school"), Some.Area("place", "housing", "sport")]));

        var labels = _classifier.Last!.Texts.ToDictionary(text => text.Id, text => string.Join('|', text.Labels));
        Assert.Equal(["learning", "place"], _classifier.Last.Labels);
        Assert.Equal(["a=", "b=place", "c=place", "d=", "e=learning"], labels.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public async Task TrainAsync_TopicThatBelongsInPart_CountsFromHalfOn()
    {
        var area = new FocusArea("place", new LocalText("p", "p"), new LocalText("p", "p"), new Dictionary<string, double> { ["housing"] = 0.5, ["sport"] = 0.4 });

        await TrainAsync(Some.Policy(areas: [area]));

        Assert.Equal(["b"], _classifier.Last!.Texts.Where(text => text.Labels.Contains("place")).Select(text => text.Id));
    }

    [Fact]
    public async Task TrainAsync_AreaNamedLikeATopicThatItLacks_DoesNotTakeThatTopic()
    {
        await TrainAsync(Some.Policy(areas: [Some.Area("energy", "housing")]));

        Assert.Equal(["b"], _classifier.Last!.Texts.Where(text => text.Labels.Count > 0).Select(text => text.Id));
    }

    [Fact]
    public async Task TrainAsync_LabelOfThePolicyItself_IsLearned()
    {
        var setup = Some.Setup(_folder, _classifier, Some.Policy(areas: [Some.Area("rescue")]));
        _folder.Write("labels/own.csv", "id,text,labels\nz,Brandkåren övar,rescue\n");

        await TrainAsync(setup.Policy);

        Assert.Equal(["z"], _classifier.Last!.Texts.Where(text => text.Labels.Contains("rescue")).Select(text => text.Id));
    }

    [Fact]
    public async Task TrainAsync_Done_LeavesModelAndCard()
    {
        var model = await TrainAsync();

        var folder = Path.Combine(_folder.Path, "models", model.Record.Version);
        using var card = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "card.json"), CancellationToken.None));
        Assert.Equal(Path.Combine(folder, "model.bin"), model.File);
        Assert.Equal(12, model.Record.Version.Length);
        Assert.StartsWith(model.Record.Version, card.RootElement.GetProperty("hash").GetString());
        Assert.Equal(5, card.RootElement.GetProperty("card").GetProperty("texts").GetInt32());
        Assert.Equal(["card.json", "card.md", "model.bin"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(_folder.Path, "models")));
    }

    [Fact]
    public async Task TrainAsync_ModelExists_TrainsOnlyByForce()
    {
        await TrainAsync();

        var again = await TrainAsync();
        var forced = await TrainAsync(force: true);

        Assert.Equal((false, true, 2), (again.TrainedNow, forced.TrainedNow, _classifier.Trainings));
    }

    [Theory]
    [InlineData("model.bin")]
    [InlineData("card.json")]
    public async Task TrainAsync_FileOfTheModelBroken_TrainsAnew(string name)
    {
        var model = await TrainAsync();
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(model.File)!, name), "broken", CancellationToken.None);

        var again = await TrainAsync();

        Assert.True(again.TrainedNow);
    }

    [Fact]
    public async Task TrainAsync_LabelsSettingsOrMappingChanged_IsAnotherModel()
    {
        var versions = new List<string> { (await TrainAsync()).Record.Version };

        versions.Add((await TrainAsync(Some.Policy(areas: [Some.Area("green", "energy", "sport"), Some.Area("homes", "housing")]))).Record.Version);
        _classifier.Settings = "other";
        versions.Add((await TrainAsync()).Record.Version);
        _folder.Write("labels/more.csv", "id,labels,text\nz,none,Mer\n");
        versions.Add((await TrainAsync()).Record.Version);

        Assert.Equal(4, versions.Distinct().Count());
    }

    [Fact]
    public async Task TrainAsync_FilesSplitOtherwise_IsTheSameModel()
    {
        var before = (await TrainAsync()).Record.Version;
        var lines = Some.Labels.ReplaceLineEndings("\r\n").Split("\r\n");

        _folder.Write("labels/ours.csv", string.Join("\r\n", lines.Take(3)));
        _folder.Write("labels/theirs.csv", string.Join("\r\n", lines.Take(1).Concat(lines.Skip(3))));
        var after = (await TrainAsync()).Record.Version;

        Assert.Equal(before, after);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<ReadyModel> TrainAsync(Policy? policy = null, bool force = false)
    {
        using var tables = new MemoryTables();
        var step = new ClassifyStep(Some.Setup(_folder, _classifier, policy), tables, tables.Append, new FakeTimeProvider(), NullLogger.Instance);
        return await step.TrainAsync(force, CancellationToken.None);
    }
}
