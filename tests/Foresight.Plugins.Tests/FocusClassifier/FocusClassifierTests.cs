using Foresight.Sdk;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

public sealed class FocusClassifierTests
{
    [Fact]
    public async Task TrainAsync_SameTextsInAnotherOrder_SameModelByteForByte()
    {
        var training = Some.Training();
        var reversed = training with { Texts = [.. training.Texts.Reverse()] };

        var first = await Some.Trained(training);
        var second = await Some.Trained(reversed);

        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public async Task TrainAsync_AnotherSeed_AnotherModel()
    {
        var training = Some.Training();

        var first = await Some.Trained(training);
        var second = await Some.Trained(training, options => options.Seed = 2);

        Assert.NotEqual(first.Bytes, second.Bytes);
    }

    [Fact]
    public void Settings_EveryOptionChanged_Differs()
    {
        var plain = Some.Classifier().Settings;

        string[] changed =
        [
            Some.Classifier(o => o.Seed++).Settings, Some.Classifier(o => o.HashBits--).Settings, Some.Classifier(o => o.Folds++).Settings,
            Some.Classifier(o => o.LeadWeight++).Settings, Some.Classifier(o => o.WordWeight++).Settings, Some.Classifier(o => o.MaxCharacters++).Settings,
            Some.Classifier(o => o.MinExamples++).Settings, Some.Classifier(o => o.Regularization++).Settings, Some.Classifier(o => o.Terms++).Settings,
            Some.Classifier(o => o.Neighbours++).Settings,
        ];

        Assert.Equal(changed.Length + 1, changed.Append(plain).Distinct().Count());
    }

    [Fact]
    public async Task TrainAsync_SeparableTexts_CardSaysSo()
    {
        var (_, card, _) = await Some.Trained(Some.Training());

        Assert.Equal(120, card.Texts);
        Assert.Equal(["waste", "school"], card.Labels.Select(label => label.Label));
        Assert.Equal(45, card.Labels[0].Support);
        Assert.InRange(card.MicroF1, 0.9, 1);
        Assert.All(card.Labels, label => Assert.InRange(label.Threshold, 0.01, 0.99));
        Assert.NotEmpty(card.Limits);
    }

    [Fact]
    public async Task TrainAsync_LabelsOftenWrong_ThresholdOfAllIsHalfOfTheBestF1()
    {
        var training = Some.Training(400);
        var random = new Random(5);
        // The second label is wrong twice as often: a threshold of its own would lie elsewhere.
        bool Stays(string label) => random.NextDouble() > (label == "waste" ? 0.15 : 0.3);
        var noisy = training with
        {
            Texts = [.. training.Texts.Select(text => text with { Labels = Some.Areas.Where(label => text.Labels.Contains(label) == Stays(label)).ToHashSet() })],
        };

        var (classifier, card, _) = await Some.Trained(noisy);

        var threshold = Assert.Single(card.Labels.Select(label => label.Threshold).Distinct());
        Assert.InRange(card.MicroF1, 0.5, 0.85);
        Assert.InRange(threshold, (card.MicroF1 / 2) - 0.005, (card.MicroF1 / 2) + 0.04);
        Assert.All(classifier.Classify([new ClassifierText("", "återvinning", "sv")])[0].Scores, score => Assert.Equal(threshold, score.Threshold, 6));
    }

    [Fact]
    public async Task TrainAsync_LabelWithThreeTexts_LeavesItOutAndSaysSo()
    {
        var training = Some.Training();
        var rare = training with
        {
            Labels = [.. training.Labels, "tourism"],
            Texts = [.. training.Texts, .. Enumerable.Range(0, 3).Select(i => new LabelledText($"x{i}", "turister i hamnen", "sv", new HashSet<string> { "tourism" }))],
        };

        var (classifier, card, _) = await Some.Trained(rare);

        Assert.Equal(Some.Areas, classifier.Labels);
        Assert.Contains("'tourism' is not judged: it has 3 labelled texts, at least 10 are needed.", card.Limits);
    }

    [Fact]
    public async Task TrainAsync_ThreeTexts_ThrowsASentence()
    {
        var training = Some.Training(texts: 3);

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Some.Trained(training));

        Assert.StartsWith("Nothing can be learned from these 3 texts. 'waste' is not judged: it has 1 labelled texts", fault.Message);
    }

    [Fact]
    public async Task TrainAsync_OneClassOnly_ThrowsASentence()
    {
        var texts = Some.Training().Texts.Where(text => text.Labels.SetEquals(["waste"])).ToArray();

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Some.Trained(new TrainingSet(["waste"], texts)));

        Assert.Contains("only 0 texts do not belong to it", fault.Message);
    }

    [Fact]
    public async Task TrainAsync_DuplicateIds_ThrowsASentence()
    {
        var training = Some.Training();
        var twice = training with { Texts = [.. training.Texts, training.Texts[3], training.Texts[5]] };

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Some.Trained(twice));

        Assert.Equal("Several texts have the same id: t0003, t0005. Every text needs its own.", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\0\u0001\uFFFF\uD800")]
    public async Task TrainAsync_TextsWithoutAWord_ThrowsASentence(string text)
    {
        var training = Some.Training();
        var empty = training with { Texts = [.. training.Texts.Select(labelled => labelled with { Text = text })] };

        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => Some.Trained(empty));

        Assert.Contains("no word occurs in two of these 120 texts", fault.Message);
    }

    [Fact]
    public async Task TrainAsync_OddTextsAmongGoodOnes_LearnsFromTheGoodOnes()
    {
        var training = Some.Training();
        string[] odd = ["", new string('a', 1_000_000), new string([.. Enumerable.Range(0, 50_000).Select(i => (char)(i * 7919 % 65536))]), "東京都 Москва återvinning ∑∂ƒ"];
        var mixed = training with { Texts = [.. training.Texts, .. odd.Select((text, i) => new LabelledText($"x{i}", text, null, new HashSet<string>()))] };

        var (_, card, _) = await Some.Trained(mixed);

        Assert.InRange(card.MicroF1, 0.9, 1);
    }

    [Fact]
    public async Task TrainAsync_OneMatterFillsALabel_LearnsAllTheSame()
    {
        var training = Some.Training();
        var same = training with
        {
            Labels = ["waste", "school", "port"],
            Texts = [.. training.Texts, .. Enumerable.Range(0, 12).Select(i => new LabelledText($"x{i}", "Hamnen i staden byggs ut med nya kajer för turister", "sv", new HashSet<string> { "port" }))],
        };

        var (classifier, _, _) = await Some.Trained(same);

        Assert.Equal(3, classifier.Labels.Count);
    }

    [Fact]
    public async Task TrainAsync_TwinsWithLabelsDrawnByLot_CardIsNotFlattered()
    {
        // Every matter is told twice in almost the same words, and its label is chance: only a model that is judged by texts whose twins it has read looks good.
        var random = new Random(7);
        var texts = Enumerable.Range(0, 100).SelectMany(matter =>
        {
            var words = string.Join(' ', Enumerable.Range(0, 12).Select(_ => $"ord{random.Next(4000)}x"));
            IReadOnlySet<string> labels = random.Next(2) == 0 ? new HashSet<string> { "waste" } : new HashSet<string>();
            return new[] { "först", "sedan" }.Select(twin => new LabelledText($"t{matter}{twin}", $"{words} {twin}", "sv", labels));
        });

        var (_, card, _) = await Some.Trained(new TrainingSet(["waste"], [.. texts]));

        Assert.InRange(card.MicroF1, 0, 0.75);
    }

    [Fact]
    public async Task TrainAsync_Cancelled_Stops()
    {
        using var folder = new TemporaryFolder();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var train = () => Some.Classifier().TrainAsync(Some.Training(), Path.Combine(folder.Path, "m"), NullLogger.Instance, cancelled.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(train);
    }

    [Theory]
    [InlineData("no model at all")]
    [InlineData("")]
    public void Load_AnotherFile_ThrowsASentence(string content)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "model.bin");
        File.WriteAllText(file, content);

        var fault = Assert.Throws<InvalidDataException>(() => Some.Classifier().Load(file));

        Assert.Contains("is no model of the focus classifier", fault.Message);
    }

    [Fact]
    public async Task Load_FileCutOff_ThrowsASentence()
    {
        var (_, _, bytes) = await Some.Trained(Some.Training());
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "model.bin");
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], CancellationToken.None);

        var fault = Assert.Throws<InvalidDataException>(() => Some.Classifier().Load(file));

        Assert.Contains("Train it anew", fault.Message);
    }

    [Fact]
    public async Task Load_OneWrongByte_ThrowsASentence()
    {
        var (_, _, bytes) = await Some.Trained(Some.Training());
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "model.bin");
        var places = Enumerable.Range(1, 20).Select(n => n * (bytes.Length / 21));

        foreach (var place in places)
        {
            var broken = bytes.ToArray();
            broken[place] ^= 0x40;
            await File.WriteAllBytesAsync(file, broken, CancellationToken.None);

            var fault = Assert.Throws<InvalidDataException>(() => Some.Classifier().Load(file));

            Assert.Contains("Train it anew", fault.Message);
        }
    }

    [Fact]
    public async Task TrainAsync_WordsWeighNothing_LearnsFromCharactersAlone()
    {
        var (classifier, card, _) = await Some.Trained(Some.Training(), options => options.WordWeight = 0);

        var verdict = classifier.Classify([new ClassifierText("Kommunen", "Sorteringen av matavfall och återvinning.", "sv")]).Single();

        Assert.True(card.MicroF1 > 0.5);
        Assert.True(verdict.Scores[0].Belongs);
    }
}
