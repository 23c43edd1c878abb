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
internal sealed class HingeTrainer(int seed, double regularization, int features)
{
    public Separator Fit(IReadOnlyList<SparseText> texts, IReadOnlyList<bool> belongs)
    {
        // One matter may fill a label: the fold that holds it leaves no example to learn from.
        if (!belongs.Contains(true) || !belongs.Contains(false))
            return new Separator(new float[features], belongs.Contains(true) ? 1 : -1);
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        var examples = texts.Select((text, i) => new Example
        {
            Label = belongs[i],
            Features = new VBuffer<float>(features, text.Features.Length, text.Values, text.Features),
        }).ToArray();
        var trainer = context.BinaryClassification.Trainers.SdcaNonCalibrated(new SdcaNonCalibratedBinaryTrainer.Options
        {
            LabelColumnName = nameof(Example.Label),
            FeatureColumnName = nameof(Example.Features),
            LossFunction = new SmoothedHingeLoss(),
            // Left to itself ML.NET chooses an L1 that drops most of these many, weak features.
            L1Regularization = 0,
            L2Regularization = (float)(regularization / texts.Count),
            NumberOfThreads = 1,
            // ML.NET's 0.1 stops so early that chance decides on half a point.
            ConvergenceTolerance = 0.03f,
        });
        var model = trainer.Fit(context.Data.LoadFromEnumerable(examples, schema)).Model;
        var weights = new float[features];
        var given = model.Weights;
        for (var i = 0; i < weights.Length; i++)
            weights[i] = given[i];
        return new Separator(weights, model.Bias);
    }

    private sealed class Example
    {
        public bool Label { get; set; }

        public VBuffer<float> Features { get; set; }
    }
}
