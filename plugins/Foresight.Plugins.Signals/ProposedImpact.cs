using Foresight.Methods;
using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals;

/// <summary>
/// How much something would matter, by its size: a proposal by the rules of <c>docs/methods/grading.md</c>; null where they have nothing to go by.
/// </summary>
internal static class ProposedImpact
{
    // A median of absolute differences times this is the standard deviation of normal ones.
    private const double PerDeviation = 1.4826;

    private const double MediumFrom = 1;
    private const double LargeFrom = 2;

    // The steps of the Swedish act (1974:13) on notice of redundancies: two, four and six months before.
    private const double MediumJobs = 25;
    private const double ManyJobs = 100;

    /// <summary>Of a finding: its change, its parting from the peers, or else its distance from them.</summary>
    public static Grade? Of(Finding finding, Place ourselves)
    {
        // A country's figures that stand in for ours say nothing of what it is to us.
        if (finding.Figures.Home != ourselves)
        {
            return null;
        }

        var (end, others) = (finding.End.Value!.Value, finding.Median);
        if (!finding.Moved && !finding.Parted)
        {
            return Of(null, others is null ? null : OfPeers(end - others.Value, others));
        }

        var (start, change) = (finding.Start!, end - finding.Start!.Value!.Value);
        var parting = others is { } now && finding.MedianAtStart is { } then ? change - (now.Value - then.Value) : 0;
        var told = Math.Max(finding.Moved ? Math.Abs(change) : 0, finding.Parted ? Math.Abs(parting) : 0);
        var years = (finding.End.Period.Start.DayNumber - start.Period.Start.DayNumber) / 365.25;
        return Of(OfUsual(told, finding.Figures, years), others is null ? null : OfPeers(told, others));
    }

    /// <summary>Of so many jobs that would go or come with the trade, if they followed it one for one.</summary>
    public static Grade? OfJobs(double? jobs) => jobs switch
    {
        null => null,
        > ManyJobs => Grade.High,
        > MediumJobs => Grade.Medium,
        _ => Grade.Low,
    };

    // The lesser of both measures, so that neither a calm series nor peers that are all alike make much of little; by one alone it is at most medium.
    private static Grade? Of(double? usual, double? peers) => (usual, peers) switch
    {
        (null, null) => null,
        ({ } one, { } other) => Sized(Math.Min(one, other)),
        _ => Sized(usual ?? peers!.Value) is var alone && alone > Grade.Medium ? Grade.Medium : alone,
    };

    private static Grade Sized(double size) => size >= LargeFrom ? Grade.High : size >= MediumFrom ? Grade.Medium : Grade.Low;

    // What steps of the usual size come to in so many years if they go up and down by chance.
    private static double? OfUsual(double change, IndicatorFigures figures, double years)
    {
        var series = figures.Unbroken();
        double[] steps = [.. series.Zip(series.Skip(1)).Select(pair =>
            Math.Abs(pair.Second.Value!.Value - pair.First.Value!.Value) / Math.Sqrt((pair.Second.Period.Start.DayNumber - pair.First.Period.Start.DayNumber) / 365.25))];
        return steps.Length < 3 || Median.Of(steps) is not (> 0 and var usual) ? null : change / (PerDeviation * usual * Math.Sqrt(years));
    }

    private static double? OfPeers(double change, PeerMedian peers) =>
        Median.Of([.. peers.Figures.Select(figure => Math.Abs(figure.Value!.Value - peers.Value))]) is > 0 and var spread ? Math.Abs(change) / (PerDeviation * spread) : null;
}
