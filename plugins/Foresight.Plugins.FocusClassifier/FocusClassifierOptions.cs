using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>Settings of the classifier; every one of them changes the model.</summary>
public sealed class FocusClassifierOptions
{
    /// <summary>Seed of the trainer and of the folds. Default 1.</summary>
    [Range(0, int.MaxValue)]
    public int Seed { get; set; } = 1;

    /// <summary>Bits of each hash space: words and characters, of the whole text and of its lead. Default 18.</summary>
    [Range(12, 22)]
    public int HashBits { get; set; } = 18;

    /// <summary>Folds on which probabilities and thresholds are set. Default 5.</summary>
    [Range(2, 20)]
    public int Folds { get; set; } = 5;

    /// <summary>Weight of words and word pairs beside 1 for the characters inside words. Default 0.5.</summary>
    [Range(0, 10)]
    public double WordWeight { get; set; } = 0.5;

    /// <summary>Weight of the title, or of the first sentence where there is no title, beside 1 for the whole text. Default 0.55.</summary>
    [Range(0, 10)]
    public double LeadWeight { get; set; } = 0.55;

    /// <summary>How strongly weights are held small, divided by the number of texts (L2). Default 0.5.</summary>
    [Range(0.0001, 100)]
    public double Regularization { get; set; } = 0.5;

    /// <summary>Characters of a text that are read; the rest cannot change a verdict. More of them taught nothing more. Default 10,000.</summary>
    [Range(200, 10_000_000)]
    public int MaxCharacters { get; set; } = 10_000;

    /// <summary>A label with fewer examples than this is left out, and the model's card says so. Default 10.</summary>
    [Range(2, 1000)]
    public int MinExamples { get; set; } = 10;

    /// <summary>Nearest training texts that are asked for their labels; 0 for none. Default 20.</summary>
    [Range(0, 100)]
    public int Neighbours { get; set; } = 20;

    /// <summary>Terms given as the reason of a verdict. Default 6.</summary>
    [Range(0, 50)]
    public int Terms { get; set; } = 6;
}
