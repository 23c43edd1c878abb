namespace Foresight.Methods.Tests.Attention.Planted;

/// <summary>What is watched: many stories, some, or few.</summary>
internal enum SeriesKind
{
    Area,
    Topic,
    Term,
}

/// <summary>What is hidden in a series.</summary>
/// <param name="Kind">The kind of series.</param>
/// <param name="Share">Its usual share of stories.</param>
/// <param name="Strength">How many times its usual share it has in the burst, or at the end of the drift; 1 for nothing hidden.</param>
/// <param name="Start">The burst's first week; 0 for a drift.</param>
/// <param name="Length">The burst's weeks; 0 for a drift.</param>
internal sealed record PlantedSignal(SeriesKind Kind, double Share, double Strength, int Start, int Length)
{
    public bool IsBurst => Length > 0;

    public bool IsDrift => Length == 0 && Strength > 1;

    public double ShareIn(int week, int weeks) =>
        IsBurst ? (week >= Start && week < Start + Length ? Share * Strength : Share)
        : Share * Math.Pow(Strength, (double)week / (weeks - 1));
}
