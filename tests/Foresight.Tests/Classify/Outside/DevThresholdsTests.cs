using Foresight.Engine.Classify;
using Foresight.Engine.Classify.Outside;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Tests.Classify.Outside;

public sealed class DevThresholdsTests
{
    [Fact]
    public void Of_ManyTexts_MovesFromTheModelsThresholdToTheirs()
    {
        // Here a text belongs from 0.2 on; the model says from 0.9 on.
        var judged = Judged(400, 0.9, probability => probability >= 0.2);

        var chosen = DevThresholds.Of(["a"], judged);

        Assert.InRange(chosen.Thresholds["a"], 0.17, 0.25);
        Assert.All(chosen.Nested, text => Assert.InRange(text.Verdict.Scores[0].Threshold, 0.1, 0.3));
    }

    [Fact]
    public void Of_ProbabilitiesThatMeanWhatTheySay_IsHalfOfTheBestF1()
    {
        // Of the texts with probability p a share of p belongs: the best F1 is .764, and lies at half of that.
        var judged = Judged(2000, 0.9, Lot);

        var chosen = DevThresholds.Of(["a"], judged);

        Assert.InRange(chosen.Thresholds["a"], 0.36, 0.41);
    }

    [Fact]
    public void Of_TooSureProbabilities_SaysAsMuchAsOfHonestOnes()
    {
        var honest = Judged(2000, 0.9, Lot);
        var sure = honest.Select(text => text with { Verdict = new Verdict([Surer(text.Verdict.Scores[0])]) }).ToList();

        var (ofHonest, ofSure) = (DevThresholds.Of(["a"], honest).Nested, DevThresholds.Of(["a"], sure).Nested);

        Assert.InRange(ofSure.Count(text => text.Verdict.Scores[0].Belongs) / (double)ofHonest.Count(text => text.Verdict.Scores[0].Belongs), 0.95, 1.05);
    }

    [Fact]
    public void Of_LabelOfFewTexts_IsDrawnToThatOfAll()
    {
        // Of "b" six texts belong, by chance the six likeliest of forty: its own best threshold is .85.
        var many = Judged(2000, 0.9, Lot);
        var both = many.Select((text, i) => text with
        {
            Verdict = new Verdict([.. text.Verdict.Scores, new LabelScore("b", i < 40 ? (i + 0.5) / 40 : 0.001, 0.9, [])]),
            Truth = text.Truth with { Labels = i is >= 34 and < 40 ? text.Truth.Labels.Append("b").ToHashSet() : text.Truth.Labels },
        }).ToList();

        var chosen = DevThresholds.Of(["a", "b"], both);

        Assert.InRange(chosen.Thresholds["b"], chosen.Thresholds["a"], 0.7);
    }

    [Fact]
    public void Of_LabelThatNoTextHas_KeepsTheModelsThreshold()
    {
        var chosen = DevThresholds.Of(["a"], Judged(50, 0.4, _ => false));

        Assert.Equal(0.4, chosen.Thresholds["a"], 9);
    }

    [Fact]
    public void Of_LabelThatTheModelDoesNotJudge_HasNoThreshold()
    {
        var chosen = DevThresholds.Of(["a", "b"], Judged(50, 0.4, probability => probability > 0.5));

        Assert.Equal(["a"], chosen.Thresholds.Keys);
    }

    [Fact]
    public void Of_TextsInAnotherOrder_ChoosesNestedTheSame()
    {
        var judged = Judged(100, 0.5, probability => probability >= 0.37);

        var forward = DevThresholds.Of(["a"], judged);
        var backward = DevThresholds.Of(["a"], [.. judged.AsEnumerable().Reverse()]);

        Assert.Equal(forward.Thresholds["a"], backward.Thresholds["a"]);
    }

    // Spread evenly: golden sections stand for chance.
    private static bool Lot(double probability) => probability * 2000 * 0.6180339887 % 1 < probability;

    // The log odds are doubled.
    private static LabelScore Surer(LabelScore score) =>
        score with { Probability = score.Probability * score.Probability / ((score.Probability * score.Probability) + ((1 - score.Probability) * (1 - score.Probability))) };

    private static List<JudgedText> Judged(int count, double threshold, Func<double, bool> belongs) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var probability = (i + 0.5) / count;
        return new JudgedText(
            new LabelledText($"t{i}", "", null, belongs(probability) ? new HashSet<string> { "a" } : []), new Verdict([new LabelScore("a", probability, threshold, [])]));
    })];
}
