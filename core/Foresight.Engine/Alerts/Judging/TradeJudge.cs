using System.Globalization;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>Judges changes of trade month by month. A month without a value is never a fall.</summary>
internal static class TradeJudge
{
    public static async Task<IReadOnlyList<Judged>> JudgeAsync(TradeChange trade, JudgingContext context)
    {
        var words = new TradeWords(trade, context.Policy);
        if (await TradeSeries.ReadAsync(trade, context).ConfigureAwait(false) is not { } series)
        {
            return [Judged.CannotTell("", context.Today, $"Ingen källa har {words.What("sv")} per månad i lagret.", $"No source has {words.What("en")} by month in the store.")];
        }

        var step = trade.Against == TimeUnit.Year ? 12 : 1;
        var first = series.Months.Keys.Min() + step;
        return first > series.Newest
            ? [Judged.CannotTell(
                TradeSeries.PeriodOf(series.Newest).Text, LastDay(series.Newest),
                $"{words.Capital("sv")}: färre månader än jämförelsen kräver finns i lagret.", $"{words.Capital("en")}: fewer months are stored than the comparison needs.")]
            : [.. Enumerable.Range(first, series.Newest - first + 1).Select(month => At(month, step, trade, series, words))];
    }

    private static Judged At(int month, int step, TradeChange trade, TradeSeries series, TradeWords words)
    {
        var (period, day) = (TradeSeries.PeriodOf(month), LastDay(month));
        var changes = Enumerable.Range(0, trade.Months).Select(back => Change(series, month - back, step)).ToList();
        // One month within the bound is enough to know that the condition does not hold.
        if (changes.Any(change => change.Percent is { } percent && !Beyond(percent, trade)))
        {
            return new Judged(period.Text, day, Holding.DoesNotHold) { Value = changes[0].Percent, Evidence = EvidenceOf(series, month, step) };
        }

        if (changes.FirstOrDefault(change => change.Percent is null) is { } gap)
        {
            return new Judged(period.Text, day, Holding.CannotTell) { Sentence = words.Gap(gap) };
        }

        return new Judged(period.Text, day, Holding.Holds)
        {
            Value = changes[0].Percent,
            Sentence = words.Told(period, changes[0].Percent!.Value),
            Evidence = EvidenceOf(series, month, step),
        };
    }

    private static bool Beyond(double percent, TradeChange trade) => trade.Falls ? percent < -trade.Percent : percent > trade.Percent;

    private static MonthlyChange Change(TradeSeries series, int month, int step)
    {
        var (now, then) = (series.Months.GetValueOrDefault(month), series.Months.GetValueOrDefault(month - step));
        return now?.Value is not { } value ? new MonthlyChange(month, null, now is null ? Lack.Missing : Lack.NotTold)
            : then?.Value is not { } earlier ? new MonthlyChange(month - step, null, then is null ? Lack.Missing : Lack.NotTold)
            : now.Products != then.Products ? new MonthlyChange(month, null, Lack.OtherGoods)
            : earlier == 0 ? new MonthlyChange(month - step, null, Lack.Nothing)
            : new MonthlyChange(month, ((value / earlier) - 1) * 100, Lack.None);
    }

    private static List<Evidence> EvidenceOf(TradeSeries series, int month, int step) =>
        [.. new[] { month, month - step }.Select(at => (Month: at, Figure: series.Months.GetValueOrDefault(at))).Where(at => at.Figure?.Value is not null).Select(at => new Evidence
        {
            Value = at.Figure!.Value,
            View = "observations",
            Source = series.Source,
            Record = string.Create(CultureInfo.InvariantCulture, $"dataset={series.Dataset} indicator={series.Indicator} product={at.Figure.Products} period={TradeSeries.PeriodOf(at.Month).Text}"),
            LoadId = at.Figure.LoadId.Length == 0 ? null : at.Figure.LoadId,
            Answer = at.Figure.Answer,
            Formula = at.Figure.Products.Contains(' ', StringComparison.Ordinal) || at.Figure.Products.Length == 0 ? "sum of the rows that no other row is a sum of" : null,
        })];

    private static DateOnly LastDay(int month) => TradeSeries.PeriodOf(month + 1).Start.AddDays(-1);
}

/// <summary>Why a month's change cannot be told.</summary>
internal enum Lack
{
    None,
    Missing,
    NotTold,
    OtherGoods,
    Nothing,
}

/// <summary>The change up to a month, or the month that lacks what it takes.</summary>
internal sealed record MonthlyChange(int Month, double? Percent, Lack Lack);
