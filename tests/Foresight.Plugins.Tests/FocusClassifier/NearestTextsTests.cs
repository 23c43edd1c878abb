using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

public sealed class NearestTextsTests
{
    [Fact]
    public async Task TrainAsync_OnlyTwoWordsTogetherDecide_NearestTextsKnowIt()
    {
        var training = Matters();

        var (_, alone, _) = await Some.Trained(training, options => options.Neighbours = 0);
        var (_, asked, _) = await Some.Trained(training, options => options.Neighbours = 20);

        Assert.True(asked.MicroF1 > alone.MicroF1 + 0.1, $"{alone.MicroF1} without the nearest texts, {asked.MicroF1} with them.");
    }

    [Fact]
    public async Task Classify_TheSameTextTwiceAndAmongOthers_SameProbability()
    {
        var training = Matters();
        var (classifier, _, _) = await Some.Trained(training);
        var texts = training.Texts.Take(50).Select(text => new ClassifierText("", text.Text, "sv")).ToArray();

        var together = classifier.Classify([.. texts, .. texts]);
        var alone = texts.Select(text => classifier.Classify([text])[0]).ToArray();

        Assert.Equal(alone.Concat(alone).Select(verdict => verdict.Scores[0].Probability), together.Select(verdict => verdict.Scores[0].Probability));
    }

    /// <summary>Two words of a matter belong together and two others do; mixed they do not. No word alone tells anything.</summary>
    private static TrainingSet Matters()
    {
        var random = new Random(11);
        var texts = from matter in Enumerable.Range(0, 25)
                    from first in Enumerable.Range(0, 2)
                    from second in Enumerable.Range(0, 2)
                    from copy in Enumerable.Range(0, 6)
                    select new LabelledText($"t{matter:D2}{first}{second}{copy}", Words(matter, first, second), "sv", first == second ? new HashSet<string> { "waste" } : []);
        return new TrainingSet(["waste"], [.. texts]);

        string Words(int matter, int first, int second)
        {
            var others = Enumerable.Range(0, 4).Select(_ => Name("q", random.Next(250))).ToArray();
            return $"{Name("k", (2 * matter) + first)} {others[0]} {others[1]} {Name("m", (2 * matter) + second)} {others[2]} {others[3]}";
        }

        static string Name(string kind, int number) => $"{kind}{(char)('a' + (number % 26))}{(char)('a' + (number / 26))}{kind}";
    }
}
