using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

public sealed class FocusClassifierWeightsTests
{
    private static readonly ClassifierText Waste = new("Kommunen bygger för återvinning", "Sorteringen av matavfall ökar under året.", "sv");

    [Fact]
    public async Task TrainAsync_WrongLabelsOfWeightZero_AreNoExamples()
    {
        var (classifier, card, _) = await Some.Trained(WithWrongOnes(wrong => wrong with { Weight = 0 }));

        Assert.Equal(["waste"], Said(classifier));
        Assert.Equal(45, card.Labels[0].Support);
        Assert.InRange(card.MicroF1, 0.9, 1);
    }

    [Fact]
    public async Task TrainAsync_WrongLabelsOfLittleWeight_CountLittle()
    {
        var (trusted, trustedCard, _) = await Some.Trained(WithWrongOnes(wrong => wrong));
        var (doubted, doubtedCard, _) = await Some.Trained(WithWrongOnes(wrong => wrong with { Weight = 0.05 }));

        Assert.Equal(["waste"], Said(doubted));
        Assert.InRange(trusted.Classify([Waste])[0].Scores[0].Probability, 0, doubted.Classify([Waste])[0].Scores[0].Probability - 0.2);
        Assert.InRange(trustedCard.MicroF1, 0, 0.8);
        Assert.InRange(doubtedCard.MicroF1, 0.9, 1);
        Assert.Equal(trustedCard.Labels.Select(label => label.Support), doubtedCard.Labels.Select(label => label.Support));
    }

    [Fact]
    public async Task TrainAsync_WeightOfOneLabel_LeavesTheOthersAlone()
    {
        var (_, card, _) = await Some.Trained(WithWrongOnes(wrong => wrong with { Weights = new Dictionary<string, double> { ["waste"] = 0 } }));

        Assert.InRange(card.Labels[0].F1, 0.9, 1);
        Assert.InRange(card.Labels[1].F1, 0, 0.8);
    }

    [Fact]
    public async Task TrainAsync_OnlyExamplesOfWeightZero_LeavesTheLabelOut()
    {
        var training = Some.Training();
        var unknown = training with { Texts = [.. training.Texts.Select(text => text with { Weights = new Dictionary<string, double> { ["waste"] = 0 } })] };

        var (classifier, card, _) = await Some.Trained(unknown);

        Assert.Equal(["school"], classifier.Labels);
        Assert.Contains("'waste' is not judged: it has 0 labelled texts, at least 10 are needed.", card.Limits);
    }

    /// <summary>As many texts again as there are, of the same words, whose labels say the opposite.</summary>
    private static TrainingSet WithWrongOnes(Func<LabelledText, LabelledText> weigh)
    {
        var right = Some.Training();
        var wrong = Some.Training(240).Texts.Skip(120).Select(text => weigh(text with { Labels = Some.Areas.Except(text.Labels).ToHashSet() }));
        return right with { Texts = [.. right.Texts, .. wrong] };
    }

    private static IEnumerable<string> Said(IClassifier classifier) => classifier.Classify([Waste])[0].Scores.Where(score => score.Belongs).Select(score => score.Label);
}
