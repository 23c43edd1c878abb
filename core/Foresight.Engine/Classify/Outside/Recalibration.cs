namespace Foresight.Engine.Classify.Outside;

/// <summary>What a model's log odds of a label mean on other texts than it learned from: slope × log odds + offset.</summary>
internal readonly record struct Recalibration(double Slope, double Offset)
{
    /// <summary>
    /// How strongly slope and offset are held near 1 and 0, as a precision: before any text is seen they are taken to lie within ± .3. Chosen on
    /// held-out training texts, where 5 to 30 are as good.
    /// </summary>
    private const double Hold = 10;

    /// <summary>Where the slope is flatter the probabilities tell next to nothing of the label on these texts.</summary>
    private const double Flattest = 0.1;

    private const int MaxSteps = 50;

    /// <summary>Whether a threshold can be told from it.</summary>
    public bool Tells => Slope >= Flattest;

    /// <summary>The log odds, kept finite.</summary>
    public static double LogOdds(double probability)
    {
        var inside = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return Math.Log(inside / (1 - inside));
    }

    /// <summary>The probability that the log odds mean.</summary>
    public double Probability(double logOdds) => Logistic((Slope * logOdds) + Offset);

    /// <summary>The model's probability at which a recalibrated one is reached.</summary>
    public double Model(double probability) => Logistic((LogOdds(probability) - Offset) / Slope);

    /// <summary>Fits by Newton's method, each step halved until it is one forward.</summary>
    public static Recalibration Fit(IReadOnlyList<double> logOdds, IReadOnlyList<bool> belongs)
    {
        var (current, loss) = (new Recalibration(1, 0), 0.0);
        loss = current.Loss(logOdds, belongs);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (slope, offset) = current.Step(logOdds, belongs);
            var (part, next, nextLoss) = (2.0, current, loss);
            do
            {
                part /= 2;
                next = new Recalibration(current.Slope - (part * slope), current.Offset - (part * offset));
                nextLoss = next.Loss(logOdds, belongs);
            }
            while (nextLoss > loss && part > 1e-6);

            if (nextLoss >= loss)
                break;
            (current, loss) = (next, nextLoss);
        }

        return current;
    }

    private double Loss(IReadOnlyList<double> logOdds, IReadOnlyList<bool> belongs)
    {
        var sum = Hold / 2 * (((Slope - 1) * (Slope - 1)) + (Offset * Offset));
        for (var i = 0; i < logOdds.Count; i++)
        {
            var s = (Slope * logOdds[i]) + Offset;
            // log(1 + exp(s)) - s where it belongs, without overflow.
            sum += Math.Max(s, 0) + Math.Log(1 + Math.Exp(-Math.Abs(s))) - (belongs[i] ? s : 0);
        }

        return sum;
    }

    private (double Slope, double Offset) Step(IReadOnlyList<double> logOdds, IReadOnlyList<bool> belongs)
    {
        var (bySlope, byOffset) = (Hold * (Slope - 1), Hold * Offset);
        var (slopes, both, offsets) = (Hold, 0.0, Hold);
        for (var i = 0; i < logOdds.Count; i++)
        {
            var (x, p) = (logOdds[i], Probability(logOdds[i]));
            var (error, curve) = (p - (belongs[i] ? 1 : 0), p * (1 - p));
            bySlope += error * x;
            byOffset += error;
            slopes += curve * x * x;
            both += curve * x;
            offsets += curve;
        }

        var determinant = (slopes * offsets) - (both * both);
        return (((offsets * bySlope) - (both * byOffset)) / determinant, ((slopes * byOffset) - (both * bySlope)) / determinant);
    }

    private static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
