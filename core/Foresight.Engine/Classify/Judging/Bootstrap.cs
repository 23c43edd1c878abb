namespace Foresight.Engine.Classify.Judging;

/// <summary>Draws the texts again and again with replacement: how far the figures would move had other texts of the same kind been drawn.</summary>
internal static class Bootstrap
{
    private const int Draws = 1000;
    private const int Seed = 20260905;

    /// <summary>One tally per draw. Each draw has its own seed, so threads change nothing.</summary>
    public static Tally[] Tallies(Decisions decisions)
    {
        var tallies = new Tally[Draws];
        Parallel.For(0, Draws, () => new int[decisions.Texts], (draw, _, times) =>
        {
            Draw(Seed + draw, times);
            tallies[draw] = new Tally(decisions, times);
            return times;
        }, _ => { });
        return tallies;
    }

    /// <summary>A figure per draw of whole units: texts that tell of one another come and go together.</summary>
    /// <param name="units">The unit of each text: 0, 1, 2 …</param>
    /// <param name="figure">The figure, by how often each text counts.</param>
    public static double[] Units(IReadOnlyList<int> units, Func<int[], double> figure)
    {
        var (figures, all) = (new double[Draws], units.Count == 0 ? 0 : units.Max() + 1);
        Parallel.For(0, Draws, () => (Drawn: new int[all], Times: new int[units.Count]), (draw, _, local) =>
        {
            Draw(Seed + draw, local.Drawn);
            for (var text = 0; text < units.Count; text++)
                local.Times[text] = local.Drawn[units[text]];
            figures[draw] = figure(local.Times);
            return local;
        }, _ => { });
        return figures;
    }

    /// <summary>The middle 95 % of a figure over the draws.</summary>
    public static Interval Interval(IReadOnlyList<Tally> tallies, Func<Tally, double> figure) => Middle(tallies.Select(figure));

    /// <summary>The middle 95 % of some values.</summary>
    public static Interval Middle(IEnumerable<double> figures)
    {
        var values = figures.Order().ToArray();
        return new Interval(values[(int)(0.025 * (values.Length - 1))], values[(int)Math.Ceiling(0.975 * (values.Length - 1))]);
    }

    /// <summary>Draws as many as there are, and says how often each came.</summary>
    private static void Draw(int seed, Span<int> times)
    {
        times.Clear();
        // Chance, not secrecy.
        var random = new Random(seed);
        for (var i = 0; i < times.Length; i++)
            times[random.Next(times.Length)]++;
    }
}
