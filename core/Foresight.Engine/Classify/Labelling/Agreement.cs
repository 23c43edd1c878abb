namespace Foresight.Engine.Classify.Labelling;

/// <summary>How far people agree beyond what chance would give.</summary>
internal static class Agreement
{
    /// <summary>Where the figure is from, for those who read it.</summary>
    public const string Source = "Krippendorff's alpha for nominal data (K. Krippendorff, Content Analysis, 4th ed. 2019, ch. 12)";

    /// <summary>
    /// Krippendorff's alpha for nominal values, any number of people, values missing where somebody did not judge: 1 is agreement, 0 what chance
    /// gives, below 0 is worse. Null where nothing was judged by two, or every value is the same: then nothing could have differed.
    /// </summary>
    /// <param name="units">Per unit the values that people gave it.</param>
    public static double? Alpha<T>(IEnumerable<IReadOnlyList<T>> units)
        where T : notnull
    {
        // The coincidences o(c,k): every pair of values within a unit, each unit counting as its number of values.
        var (totals, disagreeing) = (new Dictionary<T, double>(), 0.0);
        foreach (var unit in units.Where(unit => unit.Count > 1))
        {
            var counts = unit.CountBy(value => value).ToList();
            foreach (var (value, count) in counts)
            {
                totals[value] = totals.GetValueOrDefault(value) + count;
                disagreeing += count * (double)(unit.Count - count) / (unit.Count - 1);
            }
        }

        var all = totals.Values.Sum();
        var expected = totals.Values.Sum(count => count * (all - count)) / (all - 1);
        return all > 0 && expected > 0 ? 1 - (disagreeing / expected) : null;
    }

    /// <summary>The same for ordinal values: a difference weighs by how many values lie between (the metric of Krippendorff 2011, section E).</summary>
    /// <param name="units">Per unit the values that people gave it.</param>
    public static double? OrdinalAlpha(IEnumerable<IReadOnlyList<int>> units)
    {
        var judged = units.Where(unit => unit.Count > 1).ToList();
        var totals = new SortedDictionary<int, int>(judged.SelectMany(unit => unit).CountBy(value => value).ToDictionary());
        double all = totals.Values.Sum();
        double Distance(int one, int other)
        {
            var (low, high) = (Math.Min(one, other), Math.Max(one, other));
            var between = totals.Where(total => total.Key >= low && total.Key <= high).Sum(total => total.Value) - ((totals[low] + totals[high]) / 2.0);
            return between * between;
        }

        var observed = judged.Sum(unit => unit.Sum(one => unit.Sum(other => Distance(one, other))) / (unit.Count - 1));
        var expected = totals.Sum(one => totals.Sum(other => one.Value * (double)other.Value * Distance(one.Key, other.Key))) / (all - 1);
        return all > 0 && expected > 0 ? 1 - (observed / expected) : null;
    }
}
