using System.Collections.Concurrent;
using Foresight.Engine.Classify;
using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

/// <summary>
/// Whether a model learns the hand that wrote instead of the topic: trained on the texts of some writers it is judged on those of others,
/// beside a random split of the same sizes, and beside real texts. The figures are in docs/classification.md.
/// </summary>
public sealed class LabelWritersTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Halves>>> Measured = new(StringComparer.Ordinal);

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task LabelTexts_OfOtherWriters_AreJudgedNearlyLikeThoseOfTheSame(string language)
    {
        var halves = await Of(language);

        output.WriteLine($"{language}: other writers {halves.Writers[0].F1:F3} and {halves.Writers[1].F1:F3}, random {halves.Random[0].F1:F3} and {halves.Random[1].F1:F3}");
        Assert.InRange(halves.Random.Average(half => half.F1) - halves.Writers.Average(half => half.F1), -1, 0.05);
    }

    [Fact]
    public async Task LabelTexts_OfOtherWriters_AreNotJudgedMuchBetterThanRealOnes()
    {
        var real = OurTexts.Real();
        var halves = await Of("sv");

        var onReal = halves.Writers.Select(half => Figures.MicroF1(half.Classifier, real)).ToArray();

        output.WriteLine($"other writers {halves.Writers[0].F1:F3} and {halves.Writers[1].F1:F3}, real {onReal[0]:F3} and {onReal[1]:F3}");
        Assert.InRange(halves.Writers.Average(half => half.F1) - onReal.Average(), -1, 0.25);
    }

    private static Task<Halves> Of(string language) => Measured.GetOrAdd(language, key => new(() => MeasureAsync(key))).Value;

    private static async Task<Halves> MeasureAsync(string language)
    {
        var rows = OurTexts.Rows.Where(row => row.Language == language && OurTexts.RoundOf(row) <= 2).ToArray();
        var (first, second) = (rows.Where(row => OurTexts.RoundOf(row) == 1).ToArray(), rows.Where(row => OurTexts.RoundOf(row) == 2).ToArray());
        new Random(4).Shuffle(rows);
        return new Halves(
            [await JudgeAsync(first, second), await JudgeAsync(second, first)],
            [await JudgeAsync(rows[..first.Length], rows[first.Length..]), await JudgeAsync(rows[..second.Length], rows[second.Length..])]);
    }

    private static async Task<Half> JudgeAsync(LabelledRow[] training, LabelledRow[] judged)
    {
        var (classifier, _, _) = await Some.Trained(OurTexts.Set(training), options => options.Folds = 2);
        return new Half(classifier, Figures.MicroF1(classifier, OurTexts.Set(judged)));
    }

    /// <summary>A model of one part of the texts, and its micro F1 on the other.</summary>
    private sealed record Half(IClassifier Classifier, double F1);

    /// <summary>The models of the first and of the second round, and those of as many texts drawn at random.</summary>
    private sealed record Halves(Half[] Writers, Half[] Random);
}
