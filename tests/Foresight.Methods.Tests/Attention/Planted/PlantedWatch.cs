using Foresight.Methods.Attention;

namespace Foresight.Methods.Tests.Attention.Planted;

/// <summary>One hidden signal, and whether it was found.</summary>
/// <param name="Signal">What was hidden.</param>
/// <param name="Found">Whether it was told in time.</param>
/// <param name="Delay">Weeks from its start to the first alarm.</param>
internal sealed record PlantedFind(PlantedSignal Signal, bool Found, int Delay);

/// <summary>What a watch over one year came to.</summary>
/// <param name="Bursts">The hidden bursts.</param>
/// <param name="Drifts">The hidden drifts, as judged at the end of the year.</param>
/// <param name="FalseBursts">The signal of each alarm without a burst beneath: nothing, another time's burst, or a drift.</param>
/// <param name="FalseDrifts">The signal of each series without a drift that was told to have one.</param>
internal sealed record PlantedResult(
    IReadOnlyList<PlantedFind> Bursts, IReadOnlyList<PlantedFind> Drifts, IReadOnlyList<PlantedSignal> FalseBursts, IReadOnlyList<PlantedSignal> FalseDrifts);

/// <summary>
/// Watches a year as the platform does: at the end of each week all series are searched with what was known then, and an alarm is a burst that is under way.
/// A burst is found if an alarm comes while it lasts or in the week after; alarms week after week are one.
/// </summary>
internal static class PlantedWatch
{
    public const double Months = (PlantedYear.Weeks - PlantedYear.FirstWatched) * 7 / 30.44;

    public delegate IReadOnlyList<Burst> Finder(ReadOnlySpan<int> relevant, ReadOnlySpan<int> documents);

    /// <param name="year">The year.</param>
    /// <param name="find">The method.</param>
    /// <param name="falseDiscovery">The share of false ones accepted over all series of a kind in a week; 1 for every burst of the method.</param>
    /// <param name="leastDeviation">From which deviation on a drift is told.</param>
    public static PlantedResult Run(PlantedYear year, Finder find, double falseDiscovery, double leastDeviation)
    {
        var (all, series) = year.Stories();
        var alarms = series.Select(_ => new bool[PlantedYear.Weeks]).ToArray();
        var known = new List<Burst>[series.Length];
        for (var week = PlantedYear.FirstWatched; week < PlantedYear.Weeks; week++)
        {
            var bursts = series.Select(counts => find(counts.AsSpan(..(week + 1)), all.AsSpan(..(week + 1)))).ToArray();
            foreach (var kind in Enum.GetValues<SeriesKind>())
            {
                int[] members = [.. Enumerable.Range(0, series.Length).Where(i => year.Signals[i].Kind == kind)];
                var now = members.Select(i => bursts[i].LastOrDefault(burst => burst.End == week)).ToArray();
                var adjusted = FalseDiscovery.Adjust([.. now.Select(burst => burst?.PValue ?? 1)]);
                for (var i = 0; i < members.Length; i++)
                {
                    alarms[members[i]][week] = now[i] is not null && adjusted[i] <= falseDiscovery;
                    known[members[i]] = [.. bursts[members[i]]];
                }
            }
        }

        var (found, drifts) = (new List<PlantedFind>(), new List<PlantedFind>());
        var (falseBursts, falseDrifts) = (new List<PlantedSignal>(), new List<PlantedSignal>());
        for (var i = 0; i < series.Length; i++)
        {
            var signal = year.Signals[i];
            if (signal.IsBurst)
            {
                var first = Array.FindIndex(alarms[i], signal.Start, Math.Min(signal.Length + 1, PlantedYear.Weeks - signal.Start), alarm => alarm);
                found.Add(new PlantedFind(signal, first >= 0, first - signal.Start));
            }

            falseBursts.AddRange(Enumerable.Repeat(signal, FalseAlarms(alarms[i], signal)));
            var isTold = ShareDrift.Of(series[i], all, known[i])?.Deviation >= leastDeviation;
            if (signal.IsDrift)
            {
                drifts.Add(new PlantedFind(signal, isTold, 0));
            }
            else if (isTold)
            {
                falseDrifts.Add(signal);
            }
        }

        return new PlantedResult(found, drifts, falseBursts, falseDrifts);
    }

    private static int FalseAlarms(bool[] alarms, PlantedSignal signal)
    {
        var count = 0;
        for (var start = 0; start < alarms.Length;)
        {
            var end = start;
            while (end < alarms.Length && alarms[end])
            {
                end++;
            }

            // An alarm that goes on after its burst is late, not false.
            if (end > start && !(signal.IsBurst && start <= signal.Start + signal.Length && end > signal.Start))
            {
                count++;
            }

            start = Math.Max(end, start + 1);
        }

        return count;
    }
}
