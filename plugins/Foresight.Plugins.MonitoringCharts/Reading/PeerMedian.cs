using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>The median of the peers that have a value in a period.</summary>
internal sealed record PeerMedian(Period Period, IReadOnlyList<Figure> Figures, int GroupSize)
{
    public double Value { get; } = Median([.. Figures.Select(figure => figure.Value!.Value)]);

    public static double Median(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
