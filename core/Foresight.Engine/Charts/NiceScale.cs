namespace Foresight.Engine.Charts;

/// <summary>Round tick values that cover a range.</summary>
internal static class NiceScale
{
    /// <summary>Ticks from at or below the least to at or above the greatest value.</summary>
    /// <param name="least">The least value.</param>
    /// <param name="greatest">The greatest value.</param>
    /// <param name="about">About how many steps.</param>
    /// <param name="whole">Whether the values are counts: there are no two and a half news.</param>
    public static IReadOnlyList<double> Cover(double least, double greatest, int about = 5, bool whole = false)
    {
        if (least == greatest)
        {
            (least, greatest) = least == 0 ? (0, 1) : (Math.Min(0, least * 2), Math.Max(0, greatest * 2));
        }

        var step = Step((greatest - least) / about);
        if (whole)
        {
            step = step is 2.5 ? 5 : Math.Max(1, step);
        }

        var first = Math.Floor((least / step) + 1e-9);
        var last = Math.Ceiling((greatest / step) - 1e-9);
        List<double> ticks = [];
        for (var i = first; i <= last; i++)
        {
            // Division keeps 0.3 where multiplication gives 0.30000000000000004.
            ticks.Add(step < 1 ? i / Math.Round(1 / step, 9) : i * step);
        }

        return ticks;
    }

    /// <summary>The number of decimals with which all of these ticks differ.</summary>
    public static int DecimalsOf(IReadOnlyList<double> ticks)
    {
        for (var decimals = 0; decimals < 6; decimals++)
        {
            if (ticks.All(tick => Math.Abs(Math.Round(tick, decimals) - tick) < 1e-9 * Math.Max(1, Math.Abs(tick))))
            {
                return decimals;
            }
        }

        return 6;
    }

    private static double Step(double rough)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double[] choices = [1, 2, 2.5, 5, 10];
        return choices.First(choice => choice * magnitude >= rough * 0.999) * magnitude;
    }
}
