using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>One label's weights and bias.</summary>
internal sealed record Separator(float[] Weights, float Bias)
{
    public float Score(SparseText text) => text.Dot(Weights) + Bias;
}

/// <summary>Fits one label against the rest with ML.NET's SDCA and a smoothed hinge, on one thread: the same texts give the same weights.</summary>
/// <param name="texts">All texts.</param>
/// <param name="features">The number of features.</param>
/// <param name="seed">The order in which texts are taken.</param>
/// <param name="regularization">How strongly weights are held small.</param>
/// <param name="passes">Passes over the texts. Left to itself ML.NET checks after each whether to stop, which costs as much as the pass, and stops early.</param>
internal sealed class HingeTrainer(IReadOnlyList<SparseText> texts, int features, int seed, double regularization, int passes)
{
    private readonly VBuffer<float>[] _texts = [.. texts.Select(text => new VBuffer<float>(features, text.Features.Length, text.Values, text.Features))];
    private readonly DataViewSchema _schema = ExampleView.SchemaOf(features);

    /// <summary>Fits on some of the texts; those that are no example are passed over.</summary>
    public Separator Fit(IEnumerable<int> among, Lesson lesson)
    {
        var rows = among.Where(i => lesson.Weights[i] > 0).ToArray();
        // One matter may fill a label: the fold that holds it leaves no example to learn from.
        var (some, all) = (rows.Any(i => lesson.Belongs[i]), rows.All(i => lesson.Belongs[i]));
        if (!some || all)
            return new Separator(new float[features], some ? 1 : -1);
        var trainer = new MLContext(seed).BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LabelColumnName = ExampleView.Label,
            FeatureColumnName = ExampleView.Features,
            ExampleWeightColumnName = lesson.Plain ? null : ExampleView.Weight,
            LossFunction = new SmoothedHingeLoss(),
            // Left to itself ML.NET chooses an L1 that drops most of these many, weak features.
            L1Regularization = 0,
            L2Regularization = (float)(regularization / rows.Length),
            MaximumNumberOfIterations = passes,
            ConvergenceCheckFrequency = -1,
            NumberOfThreads = 1,
        });
        var model = trainer.Fit(new ExampleView(_texts, rows, lesson, _schema)).Model;
        return new Separator([.. model.Weights], model.Bias);
    }
}
