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
        // Here a text belongs from 0.2 on; the model says from 0.9 on. It learned from next to nothing.
        var judged = Judged(200, 0.9, probability => probability >= 0.2);

        var chosen = DevThresholds.Of(["a"], judged, learned: 1);

        Assert.InRange(chosen.Thresholds["a"], 0.17, 0.23);
        Assert.All(chosen.Nested, text => Assert.InRange(text.Verdict.Scores[0].Threshold, 0.1, 0.3));
    }

    [Fact]
    public void Of_FewTextsBesideMany_GoesHalfway()
    {
        var judged = Judged(200, 0.5, probability => probability >= 0.2);

        var chosen = DevThresholds.Of(["a"], judged, learned: 10_000);

        // Halfway in log-odds between .5 and .2.
        Assert.InRange(chosen.Thresholds["a"], 0.31, 0.36);
    }

    [Fact]
    public void Of_LabelThatNoTextHas_KeepsTheModelsThreshold()
    {
        var chosen = DevThresholds.Of(["a"], Judged(50, 0.4, _ => false), learned: 10);

        Assert.Equal(0.4, chosen.Thresholds["a"], 9);
    }

    [Fact]
    public void Of_LabelThatTheModelDoesNotJudge_HasNoThreshold()
    {
        var chosen = DevThresholds.Of(["a", "b"], Judged(50, 0.4, probability => probability > 0.5), learned: 10);

        Assert.Equal(["a"], chosen.Thresholds.Keys);
    }

    [Fact]
    public void Of_TextsInAnotherOrder_ChoosesNestedTheSame()
    {
        var judged = Judged(100, 0.5, probability => probability >= 0.37);

        var forward = DevThresholds.Of(["a"], judged, learned: 10);
        var backward = DevThresholds.Of(["a"], [.. judged.AsEnumerable().Reverse()], learned: 10);

        Assert.Equal(forward.Thresholds["a"], backward.Thresholds["a"]);
    }

    private static List<JudgedText> Judged(int count, double threshold, Func<double, bool> belongs) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var probability = (i + 0.5) / count;
        return new JudgedText(
            new LabelledText($"t{i}", "", null, belongs(probability) ? new HashSet<string> { "a" } : []), new Verdict([new LabelScore("a", probability, threshold, [])]));
    })];
}
