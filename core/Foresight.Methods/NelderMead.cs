namespace Foresight.Methods;

/// <summary>A function to minimise; infinity outside of where it is defined.</summary>
internal interface IObjective
{
    double At(scoped ReadOnlySpan<double> point);
}

/// <summary>The simplex search of Nelder and Mead (1965); deterministic.</summary>
internal static class NelderMead
{
    /// <summary>The best point found.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="start">Where to begin; must be inside.</param>
    /// <param name="steps">The size of the first simplex along each axis.</param>
    /// <param name="evaluations">When to give up.</param>
    /// <param name="tolerance">Ends when worst and best differ by less than this, relative to the best.</param>
    public static (double[] Point, double Value) Minimise<T>(ref T objective, ReadOnlySpan<double> start, ReadOnlySpan<double> steps, int evaluations, double tolerance)
        where T : IObjective, allows ref struct
    {
        var d = start.Length;
        Span<double> simplex = stackalloc double[(d + 1) * d];
        Span<double> at = stackalloc double[d + 1];
        Span<double> centre = stackalloc double[d];
        Span<double> trial = stackalloc double[d];
        Span<double> further = stackalloc double[d];
        for (var i = 0; i <= d; i++)
        {
            var corner = simplex.Slice(i * d, d);
            start.CopyTo(corner);
            if (i > 0)
            {
                corner[i - 1] += steps[i - 1];
            }

            at[i] = objective.At(corner);
            if (i > 0 && !double.IsFinite(at[i]))
            {
                corner[i - 1] = start[i - 1] - steps[i - 1];
                at[i] = objective.At(corner);
            }
        }

        for (var used = d + 1; used < evaluations;)
        {
            var (best, worst, second) = Order(at);
            if (at[worst] - at[best] <= tolerance * (Math.Abs(at[best]) + tolerance))
            {
                break;
            }

            centre.Clear();
            for (var i = 0; i <= d; i++)
            {
                if (i == worst)
                {
                    continue;
                }

                for (var k = 0; k < d; k++)
                {
                    centre[k] += simplex[(i * d) + k] / d;
                }
            }

            var worstCorner = simplex.Slice(worst * d, d);
            Towards(centre, worstCorner, -1, trial);
            var reflected = objective.At(trial);
            used++;
            if (reflected < at[best])
            {
                Towards(centre, worstCorner, -2, further);
                var expanded = objective.At(further);
                used++;
                Take(expanded < reflected ? further : trial, Math.Min(expanded, reflected), worstCorner, ref at[worst]);
            }
            else if (reflected < at[second])
            {
                Take(trial, reflected, worstCorner, ref at[worst]);
            }
            else
            {
                Towards(centre, reflected < at[worst] ? trial : worstCorner, 0.5, further);
                var contracted = objective.At(further);
                used++;
                if (contracted < Math.Min(reflected, at[worst]))
                {
                    Take(further, contracted, worstCorner, ref at[worst]);
                    continue;
                }

                var bestCorner = simplex.Slice(best * d, d);
                for (var i = 0; i <= d; i++)
                {
                    if (i == best)
                    {
                        continue;
                    }

                    var corner = simplex.Slice(i * d, d);
                    for (var k = 0; k < d; k++)
                    {
                        corner[k] = bestCorner[k] + (0.5 * (corner[k] - bestCorner[k]));
                    }

                    at[i] = objective.At(corner);
                    used++;
                }
            }
        }

        var winner = Order(at).Best;
        return (simplex.Slice(winner * d, d).ToArray(), at[winner]);
    }

    private static void Towards(ReadOnlySpan<double> from, ReadOnlySpan<double> to, double share, Span<double> into)
    {
        for (var k = 0; k < into.Length; k++)
        {
            into[k] = from[k] + (share * (to[k] - from[k]));
        }
    }

    private static void Take(ReadOnlySpan<double> point, double value, Span<double> corner, ref double at)
    {
        point.CopyTo(corner);
        at = value;
    }

    private static (int Best, int Worst, int Second) Order(ReadOnlySpan<double> at)
    {
        var (best, worst) = (0, 0);
        for (var i = 1; i < at.Length; i++)
        {
            if (at[i] < at[best])
            {
                best = i;
            }

            // Infinity is never less than infinity: the last of the worst is taken, always the same.
            if (!(at[i] < at[worst]))
            {
                worst = i;
            }
        }

        var second = best;
        for (var i = 0; i < at.Length; i++)
        {
            if (i != worst && at[i] > at[second])
            {
                second = i;
            }
        }

        return (best, worst, second);
    }
}
