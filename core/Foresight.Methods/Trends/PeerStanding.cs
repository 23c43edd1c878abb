namespace Foresight.Methods.Trends;

/// <summary>Where a value stands among others, itself included.</summary>
/// <param name="Count">How many there are, with ourselves.</param>
/// <param name="Rank">The place from the highest, 1 being the highest; equal values share the best of their places.</param>
/// <param name="Below">How many of the others are lower.</param>
/// <param name="Equal">How many of the others are equal.</param>
/// <param name="Above">How many of the others are higher.</param>
/// <param name="Median">The others' median.</param>
public sealed record PeerStanding(int Count, int Rank, int Below, int Equal, int Above, double Median)
{
    /// <summary>The percentile, 0 to 100: the part of the others that is lower, equal ones counted half (Hazen's mid rank); 50 in the middle.</summary>
    public double Percentile => 100 * (Below + (Equal / 2.0)) / (Count - 1);

    /// <summary>The part of the others that is higher, 0 to 1.</summary>
    public double ShareAbove => (double)Above / (Count - 1);

    /// <summary>The part of the others that is lower, 0 to 1.</summary>
    public double ShareBelow => (double)Below / (Count - 1);

    /// <summary>Places a value.</summary>
    /// <param name="value">Our value.</param>
    /// <param name="others">The others' values, ours not among them; one or more.</param>
    /// <exception cref="ArgumentException">No others, or a value that is no number.</exception>
    public static PeerStanding Of(double value, ReadOnlySpan<double> others)
    {
        if (others.Length == 0)
        {
            throw new ArgumentException("There is nobody to stand among: give the others' values.", nameof(others));
        }

        var (below, equal) = (0, 0);
        foreach (var other in others)
        {
            if (!double.IsFinite(other) || !double.IsFinite(value))
            {
                throw new ArgumentException("A value is no number: leave those without a value out.", nameof(others));
            }

            below += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }

        var above = others.Length - below - equal;
        return new PeerStanding(others.Length + 1, above + 1, below, equal, above, Methods.Median.Of(others));
    }
}
