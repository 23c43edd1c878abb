namespace Foresight.Benchmarks.Languages;

/// <summary>
/// What each run adds to the logarithmic probability of its last symbol, per language: Witten and Bell's interpolation of the orders
/// one to five, written as differences from one order to the next so that runs can be left out one by one.
/// </summary>
internal static class RunWeights
{
    public static Dictionary<string, float[]> Of(RunCounts[] languages)
    {
        var totals = languages.Select(language => language.Counts.Where(run => run.Key.Length == 1).Sum(run => run.Value)).ToArray();
        var contexts = languages.Select(Contexts).ToArray();
        var runs = languages.SelectMany(language => language.Counts.Keys).Where(run => run != RunCounts.Start.ToString()).Distinct(StringComparer.Ordinal);
        var chances = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var weights = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var run in runs.OrderBy(run => run.Length))
        {
            var chance = chances[run] = new double[languages.Length];
            var weight = weights[run] = new float[languages.Length];
            for (var i = 0; i < languages.Length; i++)
            {
                if (run.Length == 1)
                {
                    chance[i] = (languages[i][run] + 1) / (totals[i] + 300);
                    weight[i] = (float)Math.Log(chance[i]);
                    continue;
                }

                var lower = chances[run[1..]][i];
                chance[i] = lower;
                if (!contexts[i].TryGetValue(run[..^1], out var context))
                    continue;

                chance[i] = (languages[i][run] + (context.Kinds * lower)) / (context.Count + context.Kinds);
                weight[i] = (float)Math.Log(chance[i] / lower);
            }
        }

        return weights;
    }

    private static Dictionary<string, (double Count, int Kinds)> Contexts(RunCounts language)
    {
        var contexts = new Dictionary<string, (double Count, int Kinds)>(StringComparer.Ordinal);
        foreach (var (run, count) in language.Counts)
        {
            if (run.Length == 1)
                continue;

            var before = contexts.GetValueOrDefault(run[..^1]);
            contexts[run[..^1]] = (before.Count + count, before.Kinds + 1);
        }

        return contexts;
    }
}
