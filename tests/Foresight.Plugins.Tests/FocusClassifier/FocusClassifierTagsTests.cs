using Foresight.Plugins.FocusClassifier;
using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using Trainer = Foresight.Plugins.FocusClassifier.FocusClassifier;

namespace Foresight.Plugins.Tests.FocusClassifier;

public sealed class FocusClassifierTagsTests
{
    private static readonly ClassifierText Waste = new("Kommunen bygger för återvinning", "Sorteringen av matavfall ökar under året.", "sv");
    private static readonly LabelGroup Topic = new("topic", ["recycling", "lessons"], Exclusive: false);
    private static readonly LabelGroup Steep = new("steep", ["social", "environmental", "political"], Exclusive: true);

    [Fact]
    public async Task Classify_Groups_ScoresEveryLabelOfEveryGroup()
    {
        var (classifier, _, _) = await Some.Trained(Tagged());

        var tags = classifier.Classify([Waste])[0].Tags;

        Assert.Equal(["topic recycling", "topic lessons", "steep social", "steep environmental", "steep political"], tags.Select(tag => $"{tag.Group} {tag.Label}"));
        Assert.Equal(["recycling", "environmental"], tags.Where(tag => tag.Belongs).Select(tag => tag.Label));
        Assert.All(tags, tag => Assert.InRange(tag.Probability, 0, 1));
    }

    [Fact]
    public async Task Classify_ExclusiveGroup_SumsToOneAndSaysAtMostTheLikeliest()
    {
        var (classifier, _, _) = await Some.Trained(Tagged());
        var texts = Some.Training(400).Texts.Select(text => new ClassifierText("", text.Text, "sv")).Append(new ClassifierText("zzqx", "", null)).ToArray();

        var steep = classifier.Classify(texts).Select(verdict => verdict.Tags.Where(tag => tag.Group == "steep").ToArray()).ToArray();

        Assert.All(steep, tags => Assert.Equal(1, tags.Sum(tag => tag.Probability), 9));
        Assert.All(steep, tags => Assert.DoesNotContain(tags, tag => tag.Belongs && (tag.Probability < tag.Threshold || tag.Probability < tags.Max(other => other.Probability))));
        Assert.All(steep, tags => Assert.InRange(tags.Count(tag => tag.Belongs), 0, 1));
        Assert.DoesNotContain(steep[^1], tag => tag.Belongs);
        Assert.InRange(steep.Count(tags => tags.Any(tag => tag.Belongs)), 300, 400);
    }

    [Fact]
    public async Task Classify_GroupsOnManyThreads_SameTags()
    {
        var (classifier, _, _) = await Some.Trained(Tagged());
        var texts = Some.Training(200).Texts.Select(text => new ClassifierText("", text.Text, "sv")).ToArray();
        var alone = texts.Select(text => classifier.Classify([text])[0].Tags).ToArray();

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => classifier.Classify(texts).Select(verdict => verdict.Tags).ToArray())));

        Assert.All(together, tags => Assert.Equal(alone, tags));
    }

    [Fact]
    public async Task Classify_Groups_LeaveTheLabelsAsTheyWere()
    {
        var (alone, _, aloneBytes) = await Some.Trained(Some.Training());
        var (together, _, togetherBytes) = await Some.Trained(Tagged());

        var (first, second) = (alone.Classify([Waste])[0], together.Classify([Waste])[0]);

        Assert.Equal(first.Scores.Select(score => score.Probability), second.Scores.Select(score => score.Probability));
        Assert.Empty(first.Tags);
        Assert.InRange(aloneBytes.Length, 1, togetherBytes.Length - 1);
    }

    [Fact]
    public async Task TrainAsync_TextsWithoutTheGroup_AreNoExamplesOfIt()
    {
        // Four texts on waste without a topic for each one that has it: as examples against, they would outvote it.
        var tagged = Tagged();
        var silent = Some.Training(600).Texts.Skip(120).Select(text => text with { Labels = new HashSet<string>() });

        var (classifier, card, _) = await Some.Trained(tagged with { Texts = [.. tagged.Texts, .. silent] });

        Assert.Contains(classifier.Classify([Waste])[0].Tags, tag => tag.Label == "recycling" && tag.Belongs);
        Assert.InRange(card.Groups["topic"][0].F1, 0.9, 1);
    }

    [Fact]
    public async Task TrainAsync_Groups_CardHasTheirFigures()
    {
        var (_, card, _) = await Some.Trained(Tagged());

        Assert.Equal(["steep", "topic"], card.Groups.Keys.Order());
        Assert.Equal([45, 45], card.Groups["topic"].Select(label => label.Support));
        Assert.All(card.Groups.Values.SelectMany(labels => labels), label => Assert.InRange(label.F1, 0.8, 1));
    }

    [Fact]
    public async Task TrainAsync_TagWithThreeTexts_LeavesItOutAndSaysSo()
    {
        var tagged = Tagged();
        var rare = tagged with
        {
            Groups = [Topic with { Labels = ["recycling", "tourism", "lessons"] }],
            Texts = [.. tagged.Texts, .. Enumerable.Range(0, 3).Select(i => new LabelledText($"x{i}", "turister i hamnen", "sv", new HashSet<string>()) { Tags = Tags("topic", "tourism") })],
        };

        var (classifier, card, _) = await Some.Trained(rare);

        Assert.Equal(["recycling", "lessons"], classifier.Classify([Waste])[0].Tags.Select(tag => tag.Label));
        Assert.Contains("The topic 'tourism' is not judged: it has 3 labelled texts, at least 10 are needed.", card.Limits);
        Assert.DoesNotContain(card.Groups["topic"], label => label.Label == "tourism");
    }

    [Fact]
    public async Task TrainAsync_ExclusiveGroupOfOneKnownLabel_LeavesTheGroupOut()
    {
        var tagged = Tagged() with { Groups = [Steep with { Labels = ["environmental", "technological"] }] };

        var (classifier, card, _) = await Some.Trained(tagged);

        Assert.Empty(classifier.Classify([Waste])[0].Tags);
        Assert.Empty(card.Groups);
        Assert.Contains("The steep is not judged: only 'environmental' has enough labelled texts, and one must be told from another.", card.Limits);
    }

    [Fact]
    public async Task TrainAsync_OneThreadOrTwo_SameModelByteForByte()
    {
        using var folder = new TemporaryFolder();
        var models = new List<byte[]>();

        foreach (var threads in new[] { 1, 2 })
        {
            var file = Path.Combine(folder.Path, $"model{threads}");
            await new Trainer(new FocusClassifierOptions()) { Threads = threads }.TrainAsync(Tagged(), file, NullLogger.Instance, CancellationToken.None);
            models.Add(await File.ReadAllBytesAsync(file, CancellationToken.None));
        }

        Assert.Equal(models[0], models[1]);
    }

    /// <summary>Texts with both groups: what is about waste is environmental, what is about schools social, the rest political.</summary>
    private static TrainingSet Tagged()
    {
        var training = Some.Training();
        return training with
        {
            Groups = [Topic, Steep],
            Texts = [.. training.Texts.Select(text => text with { Tags = new Dictionary<string, IReadOnlySet<string>> { ["topic"] = Topics(text), ["steep"] = Factor(text) } })],
        };
    }

    private static HashSet<string> Topics(LabelledText text) => [.. text.Labels.Select(label => label == "waste" ? "recycling" : "lessons")];

    private static HashSet<string> Factor(LabelledText text) => [text.Labels.Contains("school") ? "social" : text.Labels.Contains("waste") ? "environmental" : "political"];

    private static Dictionary<string, IReadOnlySet<string>> Tags(string group, string label) => new() { [group] = new HashSet<string> { label } };
}
