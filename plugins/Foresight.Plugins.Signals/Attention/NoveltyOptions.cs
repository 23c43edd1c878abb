using System.ComponentModel.DataAnnotations;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>Options of <c>novelty</c>.</summary>
public sealed class NoveltyOptions
{
    /// <summary>Against how many months back a document is compared; default 24.</summary>
    [Range(1, 60)]
    public int Months { get; set; } = 24;

    /// <summary>Documents of how many weeks are judged; default 4.</summary>
    [Range(1, 52)]
    public int Weeks { get; set; } = 4;

    /// <summary>The documents of its area and language that a document must be ranked among; default 100.</summary>
    [Range(20, 100000)]
    public int AtLeast { get; set; } = 100;

    /// <summary>The share of them that must be less novel; default 0.98.</summary>
    [Range(0.5, 1)]
    public double Rank { get; set; } = 0.98;

    /// <summary>How many documents of a language at most are compared; of more, the newest; default 30,000.</summary>
    [Range(100, 1000000)]
    public int MostDocuments { get; set; } = 30_000;

    /// <summary>How many documents at most are told; default 3.</summary>
    [Range(1, 50)]
    public int Most { get; set; } = 3;
}
