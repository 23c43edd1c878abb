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

    /// <summary>The middle 95 % of a figure over the draws.</summary>
    public static Interval Interval(IReadOnlyList<Tally> tallies, Func<Tally, double> figure)
    {
        var values = tallies.Select(figure).Order().ToArray();
        return new Interval(values[(int)(0.025 * (values.Length - 1))], values[(int)Math.Ceiling(0.975 * (values.Length - 1))]);
    }

    /// <summary>Draws as many as there are, and says how often each came.</summary>
    public static void Draw(int seed, Span<int> times)
    {
        times.Clear();
        // Chance, not secrecy.
        var random = new Random(seed);
        for (var i = 0; i < times.Length; i++)
            times[random.Next(times.Length)]++;
    }
}
