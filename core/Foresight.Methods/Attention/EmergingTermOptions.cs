namespace Foresight.Methods.Attention;

/// <summary>What makes a term an emerging one.</summary>
public sealed record EmergingTermOptions
{
    /// <summary>How many of the batches, the newest, are now.</summary>
    public int Now { get; init; } = 4;

    /// <summary>The stories that must have it now.</summary>
    public int LeastStories { get; init; } = 5;

    /// <summary>The publishers that must have told a story of their own with it now.</summary>
    public int LeastPublishers { get; init; } = 3;

    /// <summary>The share of stories that may have had it before.</summary>
    public double MostBefore { get; init; } = 0.01;

    /// <summary>How many times its rate before it must have now.</summary>
    public double LeastRatio { get; init; } = 3;

    /// <summary>The share of false ones among those told that is accepted.</summary>
    public double FalseDiscovery { get; init; } = 0.05;

    /// <summary>
    /// How many batches make a year: where the same batches of a year ago have documents, the rate must also be <see cref="LeastRatio"/> times that of then, so
    /// that Christmas is not news each December. 0 to leave it out.
    /// </summary>
    public int Year { get; init; } = 52;
}
