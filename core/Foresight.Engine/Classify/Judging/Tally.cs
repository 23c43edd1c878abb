namespace Foresight.Engine.Classify.Judging;

/// <summary>The sums from which all figures follow, over the texts as often as each is drawn.</summary>
internal sealed class Tally
{
    /// <summary>Bins of the calibration error.</summary>
    public const int Bins = 10;

    private readonly int[] _hits;
    private readonly int[] _said;
    private readonly int[] _there;
    private readonly int _exact;
    private readonly int _texts;
    private readonly double _squares;
    private readonly int[] _binCount = new int[Bins];
    private readonly int[] _binTrue = new int[Bins];
    private readonly double[] _binSaid = new double[Bins];

    /// <summary>Counts.</summary>
    /// <param name="decisions">The decisions.</param>
    /// <param name="times">How often each text counts.</param>
    public Tally(Decisions decisions, ReadOnlySpan<int> times)
    {
        var labels = decisions.Labels.Count;
        (_hits, _said, _there) = (new int[labels], new int[labels], new int[labels]);
        for (var text = 0; text < decisions.Texts; text++)
        {
            var n = times[text];
            if (n == 0)
                continue;
            var right = true;
            for (var label = 0; label < labels; label++)
            {
                var (belongs, said, probability) = (decisions.True(text, label), decisions.Said(text, label), decisions.Probability(text, label));
                _there[label] += belongs ? n : 0;
                _said[label] += said ? n : 0;
                _hits[label] += belongs && said ? n : 0;
                right &= belongs == said;
                var distance = probability - (belongs ? 1 : 0);
                _squares += n * distance * distance;
                var bin = Math.Min((int)(probability * Bins), Bins - 1);
                _binCount[bin] += n;
                _binSaid[bin] += n * probability;
                _binTrue[bin] += belongs ? n : 0;
            }

            _exact += right ? n : 0;
            _texts += n;
        }
    }

    public int Support => _there.Sum();

    public double MicroPrecision => Share(_hits.Sum(), _said.Sum());

    public double MicroRecall => Share(_hits.Sum(), _there.Sum());

    public double MicroF1 => F1Of(_hits.Sum(), _said.Sum(), _there.Sum());

    public double MacroF1
    {
        get
        {
            var occurring = Enumerable.Range(0, _hits.Length).Where(label => _said[label] + _there[label] > 0).ToArray();
            return occurring.Length == 0 ? 0 : occurring.Average(F1);
        }
    }

    public double Exact => Share(_exact, _texts);

    public double Brier => _texts * _hits.Length == 0 ? 0 : _squares / (_texts * _hits.Length);

    public double CalibrationError
    {
        get
        {
            var distance = 0.0;
            for (var bin = 0; bin < Bins; bin++)
                distance += Math.Abs(_binSaid[bin] - _binTrue[bin]);
            return _texts * _hits.Length == 0 ? 0 : distance / (_texts * _hits.Length);
        }
    }

    public IReadOnlyList<ReliabilityBin> Reliability =>
        [.. Enumerable.Range(0, Bins).Select(bin => new ReliabilityBin(
            (double)bin / Bins, (bin + 1.0) / Bins, _binCount[bin], _binCount[bin] == 0 ? 0 : _binSaid[bin] / _binCount[bin], Share(_binTrue[bin], _binCount[bin])))];

    public int SupportOf(int label) => _there[label];

    public double Precision(int label) => Share(_hits[label], _said[label]);

    public double Recall(int label) => Share(_hits[label], _there[label]);

    public double F1(int label) => F1Of(_hits[label], _said[label], _there[label]);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double F1Of(int hits, int said, int there) => said + there == 0 ? 0 : 2.0 * hits / (said + there);
}
