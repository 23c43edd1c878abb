using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>Judges indicators period by period. What a break, a gap, a rolling mean or few peers forbid to compare cannot be told.</summary>
internal static class IndicatorJudge
{
    private const int FewestPeers = 3;

    public static async Task<IReadOnlyList<Judged>> JudgeAsync(Condition condition, JudgingContext context)
    {
        var series = await IndicatorSeries.ReadAsync(IdOf(condition), context).ConfigureAwait(false);
        var words = new IndicatorWords(series.Indicator);
        return series.Home.Count == 0
            ? [words.NotStored(context.Today)]
            : [.. series.Home.Select(figure => Judge(condition, figure, series, words) with { Day = LastDay(figure.Period, series.MonthsApart) })];
    }

    private static string IdOf(Condition condition) => condition switch
    {
        IndicatorChange change => change.Indicator,
        IndicatorLevel level => level.Indicator,
        IndicatorOffTarget target => target.Indicator,
        IndicatorOutsidePeers peers => peers.Indicator,
        _ => throw new ArgumentException($"{condition.GetType().Name} is about no indicator.", nameof(condition)),
    };

    private static Judged Judge(Condition condition, IndicatorFigure figure, IndicatorSeries series, IndicatorWords words) => figure.Value is null
        ? words.NoValue(figure)
        : condition switch
        {
            IndicatorChange change => Change(change, figure, series, words),
            IndicatorLevel level => Level(level, figure, series, words),
            IndicatorOffTarget target => OffTarget(target, figure, series, words),
            _ => OutsidePeers(figure, series, words),
        };

    private static Judged Change(IndicatorChange change, IndicatorFigure figure, IndicatorSeries series, IndicatorWords words)
    {
        var months = change.Over * (change.Unit == TimeUnit.Year ? 12 : 1);
        var rolling = series.Indicator.Kinds.HasFlag(SeriesKinds.Rolling) ? series.Indicator.RollingYears ?? 1 : 0;
        if (months < rolling * 12)
        {
            return words.Rolling(figure, rolling);
        }

        if (series.Before(figure, months) is not { Value: { } then } earlier)
        {
            return words.NothingBefore(figure, figure.Period.Start.AddMonths(-months), series.MonthsApart);
        }

        if (series.BreakBetween(earlier, figure) is { } year)
        {
            return words.Broken(figure, year);
        }

        if (change.Percent && then == 0)
        {
            return words.ZeroBefore(figure, earlier);
        }

        var difference = Rounded(change.Percent ? ((figure.Value!.Value / then) - 1) * 100 * Math.Sign(then) : figure.Value!.Value - then);
        var holds = change.Falls ? difference < -change.Amount : difference > change.Amount;
        return new Judged(figure.Period.Text, default, holds ? Holding.Holds : Holding.DoesNotHold)
        {
            Value = difference,
            Sentence = holds ? words.Changed(change, earlier, figure, difference) : null,
            Evidence = [series.EvidenceOf(figure), series.EvidenceOf(earlier)],
        };
    }

    private static Judged Level(IndicatorLevel level, IndicatorFigure figure, IndicatorSeries series, IndicatorWords words)
    {
        var months = level.For * (level.Unit == TimeUnit.Year ? 12 : 1);
        // One figure is enough to be above or below now; "for 3 years" takes every figure of three years.
        var count = level.For == 1 ? 1 : series.MonthsApart == 0 || months % series.MonthsApart != 0 ? 0 : months / series.MonthsApart;
        if (count == 0)
        {
            return words.OtherFrequency(figure);
        }

        var figures = Enumerable.Range(0, count).Select(back => back == 0 ? figure : series.Before(figure, back * series.MonthsApart)).ToList();
        var beyond = figures.Select(one => one?.Value is { } value ? (level.Above ? value > level.Value : value < level.Value) : (bool?)null).ToList();
        if (beyond.Contains(false))
        {
            return new Judged(figure.Period.Text, default, Holding.DoesNotHold) { Value = figure.Value, Evidence = [series.EvidenceOf(figure)] };
        }

        return beyond.IndexOf(null) is var gap and >= 0
            ? words.NothingBefore(figure, figure.Period.Start.AddMonths(-gap * series.MonthsApart), series.MonthsApart)
            : new Judged(figure.Period.Text, default, Holding.Holds)
            {
                Value = figure.Value,
                Sentence = words.Beyond(level, figure, count),
                Evidence = [.. figures.Select(one => series.EvidenceOf(one!))],
            };
    }

    private static Judged OffTarget(IndicatorOffTarget target, IndicatorFigure figure, IndicatorSeries series, IndicatorWords words)
    {
        var (goal, distance) = (series.Indicator.Target!.Value, Rounded(Math.Abs(figure.Value!.Value - series.Indicator.Target!.Value)));
        var holds = distance > target.Distance;
        return new Judged(figure.Period.Text, default, holds ? Holding.Holds : Holding.DoesNotHold)
        {
            Value = distance,
            Sentence = holds ? words.OffTarget(figure, goal, distance, target.Distance) : null,
            Evidence = [series.EvidenceOf(figure)],
        };
    }

    private static Judged OutsidePeers(IndicatorFigure figure, IndicatorSeries series, IndicatorWords words)
    {
        var peers = series.PeersAt(figure.Period).OrderBy(peer => peer.Value).ToList();
        if (peers.Count < FewestPeers || peers.Count * 2 < series.PeerCount)
        {
            return words.FewPeers(figure, peers.Count, series.PeerCount);
        }

        var (low, high) = (peers[0], peers[^1]);
        var holds = figure.Value < low.Value || figure.Value > high.Value;
        return new Judged(figure.Period.Text, default, holds ? Holding.Holds : Holding.DoesNotHold)
        {
            Value = figure.Value,
            Sentence = holds ? words.OutsidePeers(figure, low.Value!.Value, high.Value!.Value, peers.Count) : null,
            Evidence = [series.EvidenceOf(figure), series.EvidenceOf(low), series.EvidenceOf(high)],
        };
    }

    // Fifteen digits are what a source wrote: 0.3 − 0.2 is 0.1, and not more than 0.1.
    private static double Rounded(double value) => Math.Round(value, 9, MidpointRounding.AwayFromZero);

    private static DateOnly LastDay(Period period, int months) => period.Start.AddMonths(Math.Max(months, 0)).AddDays(months == 0 ? 0 : -1);
}
