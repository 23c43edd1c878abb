namespace Foresight.Plugins.Signals.Attention;

/// <summary>What is counted per week of one focus area, topic or of all.</summary>
/// <param name="Stories">The same news from several places counts once, in the week of its first report.</param>
/// <param name="Reports">Each document counts, in its own week.</param>
internal sealed record NewsSeries(int[] Stories, int[] Reports)
{
    public static NewsSeries Empty(int weeks) => new(new int[weeks], new int[weeks]);
}
