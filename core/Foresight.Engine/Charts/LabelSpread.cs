namespace Foresight.Engine.Charts;

/// <summary>Moves labels apart that would overlap, as little as possible and without changing their order.</summary>
internal static class LabelSpread
{
    /// <param name="wanted">The wanted middles.</param>
    /// <param name="heights">The labels' heights.</param>
    /// <param name="top">Where the first may begin.</param>
    /// <param name="bottom">Where the last must end, if there is room.</param>
    /// <returns>The middles, in the order given.</returns>
    public static IReadOnlyList<float> Apart(IReadOnlyList<float> wanted, IReadOnlyList<float> heights, float top, float bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ThenBy(i => i).ToArray();
        // Labels that touch form a block that stands at the mean of where its labels want to be.
        List<(List<int> Members, float Height, float Middle)> blocks = [];
        foreach (var i in order)
        {
            blocks.Add(([i], heights[i], Within(wanted[i], heights[i], top, bottom)));
            while (blocks.Count > 1 && Overlap(blocks[^2], blocks[^1]))
            {
                var members = blocks[^2].Members.Concat(blocks[^1].Members).ToList();
                var height = members.Sum(m => heights[m]);
                var above = 0f;
                var sum = 0f;
                foreach (var member in members)
                {
                    sum += wanted[member] - above - (heights[member] / 2) + (height / 2);
                    above += heights[member];
                }

                blocks.RemoveRange(blocks.Count - 2, 2);
                blocks.Add((members, height, Within(sum / members.Count, height, top, bottom)));
            }
        }

        var placed = new float[wanted.Count];
        foreach (var (members, height, middle) in blocks)
        {
            var y = middle - (height / 2);
            foreach (var member in members)
            {
                placed[member] = y + (heights[member] / 2);
                y += heights[member];
            }
        }

        return placed;
    }

    private static bool Overlap((List<int>, float Height, float Middle) upper, (List<int>, float Height, float Middle) lower) =>
        upper.Middle + (upper.Height / 2) > lower.Middle - (lower.Height / 2) + 0.01f;

    private static float Within(float middle, float height, float top, float bottom) =>
        Math.Max(top + (height / 2), Math.Min(bottom - (height / 2), middle));
}
