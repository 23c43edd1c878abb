namespace Foresight.Sdk;

/// <summary>How a classifier did for one label on texts whose labels are known and that it had not seen.</summary>
/// <param name="Hits">Texts of the label that it said to belong.</param>
/// <param name="Misses">Texts of the label that it did not.</param>
/// <param name="FalseAlarms">Other texts that it said to belong.</param>
/// <param name="RightNoes">Other texts that it did not.</param>
public readonly record struct ErrorCounts(int Hits, int Misses, int FalseAlarms, int RightNoes)
{
    /// <summary>Fewer texts of a label, or of others, tell too little of how often a classifier errs.</summary>
    public const int AtLeast = 30;

    /// <summary>Below this a verdict tells so little of the truth that no count can be corrected by it: Youden's index of a coin is 0.</summary>
    public const double LeastIndex = 0.2;

    /// <summary>The share of the label's texts that it finds; 0 where there are none.</summary>
    public double Sensitivity => Hits + Misses == 0 ? 0 : (double)Hits / (Hits + Misses);

    /// <summary>The share of the other texts that it leaves alone; 0 where there are none.</summary>
    public double Specificity => FalseAlarms + RightNoes == 0 ? 0 : (double)RightNoes / (FalseAlarms + RightNoes);

    /// <summary>Whether a count can be corrected by it.</summary>
    public bool IsEnough => Hits + Misses >= AtLeast && FalseAlarms + RightNoes >= AtLeast && Sensitivity + Specificity - 1 >= LeastIndex;
}
