using Foresight.Sdk;
using Xunit;

namespace Foresight.Plugins.Tests.FocusClassifier;

/// <summary>Floors a little under what docs/classification.md reports.</summary>
public sealed class ShippedLabelsTests(ITestOutputHelper output)
{
    // One training for the tests that need the model as it ships.
    private static readonly Lazy<Task<(IClassifier Classifier, ModelCard Card, byte[] Bytes)>> Shipped = new(() => Some.Trained(OurTexts.All()));

    [Fact]
    public async Task ShippedLabels_HeldOutFolds_ReachTheFloor()
    {
        var (_, card, _) = await Shipped.Value;

        output.WriteLine($"micro {card.MicroF1:F3}, macro {card.MacroF1:F3}");
        Assert.Equal(6, card.Labels.Count);
        Assert.InRange(card.MicroF1, 0.76, 1);
        Assert.InRange(card.MacroF1, 0.76, 1);
    }

    [Fact]
    public async Task ShippedLabels_TrainedOnHalf_ProbabilitiesOfTheOtherHalfAreCalibrated()
    {
        var all = OurTexts.All();
        var half = all with { Texts = [.. all.Texts.Where((_, i) => i % 2 == 0)] };
        TrainingSet rest = all with { Texts = [.. all.Texts.Where((_, i) => i % 2 == 1)] };

        var (classifier, _, _) = await Some.Trained(half);
        var error = Figures.CalibrationError(rest, Figures.Judge(classifier, rest));

        output.WriteLine($"calibration error {error:F3}");
        Assert.InRange(error, 0, 0.03);
    }

    [Fact]
    public async Task ShippedLabels_OnTheFixedTest_SwedishAndEnglishDifferByLessThanFourPoints()
    {
        var test = OurTexts.Set(OurTexts.TestRows);
        var (classifier, _, _) = await Shipped.Value;

        var f1 = test.Texts.GroupBy(text => text.Language!).ToDictionary(texts => texts.Key, texts => Figures.MicroF1(classifier, test with { Texts = [.. texts] }));

        output.WriteLine($"Swedish {f1["sv"]:F3}, English {f1["en"]:F3}, both {Figures.MicroF1(classifier, test):F3}");
        Assert.InRange(f1["sv"] - f1["en"], -0.04, 0.04);
    }

    [Fact]
    public async Task ShippedLabels_HeldOutErrors_AreCountedByLanguage()
    {
        var all = OurTexts.All();
        var (_, card, _) = await Shipped.Value;

        foreach (var label in card.Labels)
        {
            var (both, sv, en) = (label.HeldOut[ErrorRates.All], label.HeldOut["sv"], label.HeldOut["en"]);
            Assert.Equal((all.Texts.Count, label.Support), (both.Hits + both.Misses + both.FalseAlarms + both.RightNoes, both.Hits + both.Misses));
            Assert.Equal(label.Recall, both.Sensitivity, 9);
            Assert.Equal((both.Hits, both.FalseAlarms), (sv.Hits + en.Hits, sv.FalseAlarms + en.FalseAlarms));
            Assert.True(both.IsEnough);
        }
    }

    [Fact]
    public async Task ShippedLabels_OnRealGovernmentTexts_ReachTheFloor()
    {
        var real = OurTexts.Real();
        var (classifier, _, _) = await Shipped.Value;

        var f1 = Figures.MicroF1(classifier, real);

        output.WriteLine($"micro {f1:F3}");
        Assert.InRange(f1, 0.57, 1);
    }

    [Fact]
    public async Task GovernmentTexts_TrainedAndJudgedOnThem_ReachTheFloor()
    {
        var dev = OurTexts.Real();
        var (classifier, _, _) = await Some.Trained(OurTexts.Of("evaluation", "text", "gov_sv_train.csv.gz"), options => options.Folds = 2);

        var verdicts = Figures.Judge(classifier, dev);

        Assert.InRange(Figures.MicroF1(dev, verdicts), 0.75, 1);
        Assert.InRange(Figures.CalibrationError(dev, verdicts), 0, 0.03);
    }
}
