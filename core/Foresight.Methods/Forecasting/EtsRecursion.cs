namespace Foresight.Methods.Forecasting;

/// <summary>Runs a model over a series; as a function of its parameters it gives minus twice the log likelihood, up to a constant.</summary>
internal ref struct EtsRecursion(EtsModel model, int period, ReadOnlySpan<double> values, ReadOnlySpan<double> indices, Span<double> season) : IObjective
{
    private const double Low = 0.0001;
    private const double High = 0.9999;
    private const double LowestDamping = 0.8;
    private const double HighestDamping = 0.98;

    private readonly EtsModel model = model;
    private readonly int period = period;
    private readonly ReadOnlySpan<double> values = values;
    private readonly ReadOnlySpan<double> indices = indices;
    private readonly Span<double> season = season;
    private double level;
    private double slope;
    private double squares;

    public double At(scoped ReadOnlySpan<double> point)
    {
        var (alpha, beta, phi, gamma) = Parameters(point, out var at);
        if (!(alpha >= Low && alpha <= High && beta >= 0 && beta <= alpha && phi >= LowestDamping && phi <= 1 && gamma >= 0 && gamma <= 1 - alpha)
            || (model.Trend == EtsTrend.Damped && phi > HighestDamping))
        {
            return double.PositiveInfinity;
        }

        level = point[at];
        slope = model.Trend == EtsTrend.None ? 0 : point[at + 1];
        indices.CopyTo(season);
        squares = 0;
        var (logs, place, lessened) = (0.0, 0, beta / alpha);
        var product = 1.0;
        for (var t = 0; t < values.Length; t++)
        {
            var damped = phi * slope;
            var expected = level + damped;
            var y = values[t];
            double forecast, without;
            switch (model.Season)
            {
                case EtsSeason.Additive:
                    forecast = expected + season[place];
                    without = y - season[place];
                    break;
                case EtsSeason.Multiplicative:
                    forecast = expected * season[place];
                    without = y / season[place];
                    break;
                default:
                    forecast = expected;
                    without = y;
                    break;
            }

            var error = y - forecast;
            if (model.Error == EtsError.Multiplicative)
            {
                if (!(forecast > 1e-8))
                {
                    return double.PositiveInfinity;
                }

                error /= forecast;
                product *= forecast;
                // The logarithm of a product, taken before it leaves the numbers.
                if (product is > 1e100 or < 1e-100)
                {
                    logs += Math.Log(product);
                    product = 1;
                }
            }

            squares += error * error;
            var next = expected + (alpha * (without - expected));
            slope = damped + (lessened * (next - level - damped));
            level = next;
            if (model.Season != EtsSeason.None)
            {
                var target = model.Season == EtsSeason.Additive ? y - expected : y / expected;
                if (model.Season == EtsSeason.Multiplicative && !(expected > 1e-8))
                {
                    return double.PositiveInfinity;
                }

                season[place] += gamma * (target - season[place]);
                place = place + 1 == period ? 0 : place + 1;
            }
        }

        return (values.Length * Math.Log(Math.Max(squares, 1e-300))) + (2 * (logs + Math.Log(product)));
    }

    /// <summary>The model at the point of the last run.</summary>
    public readonly EtsFit ToFit(ReadOnlySpan<double> point, double scale, double aicc, int degrees)
    {
        var (alpha, beta, phi, gamma) = Parameters(point, out _);
        var next = new double[model.Season == EtsSeason.None ? 0 : period];
        for (var i = 0; i < next.Length; i++)
        {
            next[i] = season[(values.Length + i) % period] * (model.Season == EtsSeason.Additive ? scale : 1);
        }

        return new EtsFit
        {
            Model = model,
            Period = period,
            Alpha = alpha,
            Beta = beta,
            Gamma = gamma,
            Phi = phi,
            Level = level * scale,
            Slope = slope * scale,
            Season = next,
            Variance = squares / degrees * (model.Error == EtsError.Additive ? scale * scale : 1),
            Aicc = aicc,
        };
    }

    private readonly (double Alpha, double Beta, double Phi, double Gamma) Parameters(ReadOnlySpan<double> point, out int used)
    {
        used = 0;
        var alpha = point[used++];
        var beta = model.Trend == EtsTrend.None ? 0 : point[used++];
        var phi = model.Trend == EtsTrend.Damped ? point[used++] : 1;
        var gamma = model.Season == EtsSeason.None ? 0 : point[used++];
        return (alpha, beta, phi, gamma);
    }
}
