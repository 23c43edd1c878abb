using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

public sealed class FocusModelTests
{
    private static readonly ClassifierText Waste = new("Kommunen bygger för återvinning", "Sorteringen av matavfall ökar under året med en ny plan.", "sv");

    [Fact]
    public async Task Classify_TextOfOneLabel_BelongsToItAlone()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());

        var verdict = classifier.Classify([Waste]).Single();

        Assert.Equal(["waste"], verdict.Scores.Where(score => score.Belongs).Select(score => score.Label));
    }

    [Fact]
    public async Task Classify_TextOfTwoLabels_BelongsToBoth()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());

        var verdict = classifier.Classify([new ClassifierText("Återvinning i skolan", "Elever och lärarna ansvarar för sorteringen och avfallet.", "sv")]).Single();

        Assert.All(verdict.Scores, score => Assert.True(score.Belongs));
    }

    [Theory]
    [InlineData("Polisen och domstolen", "Skatterna går till försvaret och vägarna.")]
    [InlineData("", "")]
    [InlineData("zzqx", "")]
    [InlineData("東京都", "Москва ∑∂ƒ")]
    public async Task Classify_TextOfNone_BelongsToNone(string title, string text)
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());

        var verdict = classifier.Classify([new ClassifierText(title, text, null)]).Single();

        Assert.DoesNotContain(verdict.Scores, score => score.Belongs);
    }

    [Fact]
    public async Task Classify_CompoundNeverSeen_IsKnownByItsParts()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());

        var verdict = classifier.Classify([new ClassifierText("Återvinningscentralen", "Matavfallssorteringen", "sv")]).Single();

        Assert.True(verdict.Scores[0].Belongs);
    }

    [Fact]
    public async Task Classify_Reasons_AreWordsOfTheTextAndDecide()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());
        var words = (Waste.Title + " " + Waste.Text).ToLowerInvariant().Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);

        var terms = classifier.Classify([Waste]).Single().Scores[0].Terms;
        var without = string.Join(' ', words.Except(terms.Where(term => term.Weight > 0).Select(term => term.Term)));
        var verdict = classifier.Classify([new ClassifierText("", without, "sv")]).Single();

        Assert.All(terms, term => Assert.Contains(term.Term, words));
        Assert.Contains(terms, term => term.Term == "återvinning" && term.Weight > 0);
        Assert.False(verdict.Scores[0].Belongs);
    }

    [Fact]
    public async Task Classify_CannotSay_LiesAroundTheThreshold()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());

        var scores = classifier.Classify([Waste]).Single().Scores;

        Assert.All(scores, score => Assert.True(score.Lower <= score.Threshold && score.Threshold <= score.Upper));
        Assert.True(scores[0].Sure);
        Assert.True((scores[0] with { Probability = 0.0001 }).Sure);
    }

    [Theory]
    [InlineData(0.39, false, true)]
    [InlineData(0.4, false, false)]
    [InlineData(0.5, true, false)]
    [InlineData(0.7, true, true)]
    public void LabelScore_Probability_IsSureOutsideOfTheBand(double probability, bool belongs, bool sure)
    {
        var score = new LabelScore("waste", probability, 0.5, []) { Lower = 0.4, Upper = 0.7 };

        Assert.Equal((belongs, sure), (score.Belongs, score.Sure));
        Assert.True(new LabelScore("waste", probability, 0.5, []).Sure);
    }

    [Fact]
    public async Task Classify_ManyThreads_SameVerdicts()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());
        var texts = Some.Training(400).Texts.Select(text => new ClassifierText("", text.Text, "sv")).ToArray();
        var alone = texts.Select(text => Figures(classifier.Classify([text])[0])).ToArray();

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => classifier.Classify(texts).Select(Figures).ToArray())));

        Assert.All(together, verdicts => Assert.Equal(alone, verdicts));
    }

    [Fact]
    public async Task Classify_MegabyteOfOneLetterOrBinary_GivesAVerdict()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training());
        var binary = new string([.. Enumerable.Range(0, 100_000).Select(i => (char)(i * 7919 % 65536))]);

        var verdicts = classifier.Classify([new ClassifierText(new string('a', 1_000_000), "", "sv"), new ClassifierText("", binary, null)]);

        Assert.All(verdicts, verdict => Assert.All(verdict.Scores, score => Assert.InRange(score.Probability, 0, 1)));
        Assert.DoesNotContain(verdicts[0].Scores, score => score.Belongs);
    }

    [Fact]
    public async Task Classify_WordsBeyondTheLimit_DoNotCount()
    {
        var (classifier, _, _) = await Some.Trained(Some.Training(), options => options.MaxCharacters = 200);
        var filler = string.Concat(Enumerable.Repeat("polisen domstolen ", 12));

        var verdicts = classifier.Classify([new ClassifierText("", filler, "sv"), new ClassifierText("", filler + Waste.Text, "sv")]);

        Assert.Equal(Figures(verdicts[0]), Figures(verdicts[1]));
    }

    private static string Figures(Verdict verdict) => string.Join(' ', verdict.Scores.Select(score => $"{score.Label} {score.Probability:R}"));
}
