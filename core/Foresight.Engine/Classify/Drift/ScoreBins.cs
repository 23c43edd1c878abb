namespace Foresight.Engine.Classify.Drift;

/// <summary>The probabilities of an area over some documents, in bins.</summary>
internal sealed class ScoreBins
{
    // Narrow where most probabilities are.
    private static readonly double[] Bounds = [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8];

    /// <summary>The 99.9 % point of chi-square with as many degrees of freedom as there are bounds.</summary>
    private const double ChiSquare = 24.322;

    private readonly int[] _counts = new int[Bounds.Length + 1];

    public int Documents { get; private set; }

    public int Belong { get; private set; }

    public int Open { get; private set; }

    public double Probability { get; private set; }

    public void Add(double probability, bool belongs, bool open)
    {
        _counts[Bounds.Count(bound => probability >= bound)]++;
        Documents++;
        Belong += belongs ? 1 : 0;
        Open += open ? 1 : 0;
        Probability += probability;
    }

    public void Add(ScoreBins other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        (Documents, Belong, Open, Probability) = (Documents + other.Documents, Belong + other.Belong, Open + other.Open, Probability + other.Probability);
    }

    /// <summary>The population stability index against other documents; half a document more in each bin keeps empty ones from ruling it.</summary>
    public double IndexAgainst(ScoreBins other)
    {
        var index = 0.0;
        for (var i = 0; i < _counts.Length; i++)
        {
            var (one, two) = (Share(i), other.Share(i));
            index += (one - two) * Math.Log(one / two);
        }

        return index;
    }

    /// <summary>What the index exceeds once in a thousand between samples of the same documents (Yurdakul and Naranjo, Journal of Risk Model Validation 14, 2020).</summary>
    public double ChanceAgainst(ScoreBins other) => ChiSquare * ((1.0 / Documents) + (1.0 / other.Documents));

    private double Share(int bin) => (_counts[bin] + 0.5) / (Documents + (0.5 * _counts.Length));
}
