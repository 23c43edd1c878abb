using Foresight.Methods;
using Foresight.Sdk;

namespace Foresight.Plugins.Reading;

/// <summary>The median of the peers that have a value in a period.</summary>
internal sealed record PeerMedian(Period Period, IReadOnlyList<Figure> Figures, int GroupSize)
{
    public double Value { get; } = Median.Of([.. Figures.Select(figure => figure.Value!.Value)]);
}
