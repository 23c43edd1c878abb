using Foresight.Sdk;

namespace Foresight.Engine.Charts;

/// <summary>The steps of a heat map's shades: each about as many times the one before, since a few cells usually hold most of what there is.</summary>
/// <param name="Steps">From the least to the greatest; whole numbers where all values are whole. At most as many as there are shades.</param>
internal sealed record HeatScale(IReadOnlyList<HeatStep> Steps)
{
    public static HeatScale Of(ChartSpec spec)
    {
        var values = spec.Series.SelectMany(series => series.Points).Select(point => point.Value ?? 0).Where(value => value > 0).Order().ToArray();
        if (values.Length == 0)
        {
            return new HeatScale([]);
        }

        // Printed with so many decimals, the next step begins where the last ends and one unit of the last decimal.
        var unit = Math.Pow(10, -spec.Decimals);
        var (least, greatest) = (Math.Floor(values[0] / unit) * unit, Math.Ceiling(values[^1] / unit) * unit);
        var ratio = Math.Pow(Math.Max(greatest / Math.Max(least, unit), 1), 1.0 / HouseStyle.Shades.Length);
        List<HeatStep> steps = [];
        var from = least;
        for (var i = 1; i <= HouseStyle.Shades.Length && from <= greatest; i++)
        {
            var to = i == HouseStyle.Shades.Length ? greatest : Math.Clamp(Math.Round(Math.Max(least, unit) * Math.Pow(ratio, i) / unit) * unit, from, greatest);
            steps.Add(new HeatStep(from, to));
            from = Math.Round((to + unit) / unit) * unit;
        }

        return new HeatScale(steps);
    }

    /// <summary>The shade of a value: the few steps of a map with small numbers are spread over all shades.</summary>
    public int StepOf(double value)
    {
        var step = 0;
        while (step < Steps.Count - 1 && value >= Steps[step + 1].From)
        {
            step++;
        }

        return Steps.Count <= 1 ? 1 : (int)Math.Round((double)step * (HouseStyle.Shades.Length - 1) / (Steps.Count - 1), MidpointRounding.AwayFromZero);
    }
}

/// <summary>The values that have one shade.</summary>
internal sealed record HeatStep(double From, double To);
