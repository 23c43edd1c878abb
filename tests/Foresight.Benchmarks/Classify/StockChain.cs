using Foresight.Sdk;
using Microsoft.ML;

namespace Foresight.Benchmarks.Classify;

/// <summary>The yardstick: ML.NET's stock chain (FeaturizeText, then one logistic regression per label), trained on the same texts.</summary>
internal sealed class StockChain
{
    public const int Labels = 6;

    private readonly MLContext context = new(1);
    private readonly ITransformer model;

    public StockChain(TrainingSet training)
    {
        IEstimator<ITransformer> chain = context.Transforms.Text.FeaturizeText("Features", nameof(StockText.Text));
        foreach (var l in Enumerable.Range(0, training.Labels.Count))
        {
            chain = chain.Append(context.Transforms.CustomMapping<StockText, StockLabel>((given, label) => label.Label = given.Labels[l], contractName: null))
                .Append(context.BinaryClassification.Trainers.SdcaLogisticRegression())
                .Append(context.Transforms.CopyColumns($"P{l}", "Probability"));
        }

        model = chain.Fit(context.Data.LoadFromEnumerable(
            training.Texts.Select(text => new StockText { Text = text.Text, Labels = [.. training.Labels.Select(text.Labels.Contains)] })));
    }

    /// <summary>Judges texts; the sum of all probabilities makes the lazy pipeline do its work.</summary>
    public double Judge(IEnumerable<ClassifierText> texts)
    {
        var given = context.Data.LoadFromEnumerable(texts.Select(text => new StockText { Text = text.Text, Labels = new bool[Labels] }));
        return context.Data.CreateEnumerable<StockVerdict>(model.Transform(given), reuseRowObject: true).Sum(verdict => verdict.Sum());
    }

    private sealed class StockText
    {
        public string Text { get; set; } = "";

        public bool[] Labels { get; set; } = [];
    }

    private sealed class StockLabel
    {
        public bool Label { get; set; }
    }

    private sealed class StockVerdict
    {
        public float P0 { get; set; }

        public float P1 { get; set; }

        public float P2 { get; set; }

        public float P3 { get; set; }

        public float P4 { get; set; }

        public float P5 { get; set; }

        public float Sum() => P0 + P1 + P2 + P3 + P4 + P5;
    }
}
