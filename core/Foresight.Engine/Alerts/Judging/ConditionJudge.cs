using Foresight.Engine.Alerts.Grammar;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>Judges conditions by what is stored.</summary>
public static class ConditionJudge
{
    /// <summary>
    /// The condition at every point of the stored history, in the order of time; the last of each subject is now. Deterministic for the same tables, policy
    /// and clock.
    /// </summary>
    public static async Task<IReadOnlyList<Judged>> JudgeAsync(Condition condition, JudgingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var judged = condition switch
        {
            TradeChange trade => await TradeJudge.JudgeAsync(trade, context).ConfigureAwait(false),
            IndicatorChange or IndicatorLevel or IndicatorOffTarget or IndicatorOutsidePeers => await IndicatorJudge.JudgeAsync(condition, context).ConfigureAwait(false),
            DocumentsRise rise => await AttentionJudge.JudgeAsync(rise, context).ConfigureAwait(false),
            DocumentsMention mention => await MentionJudge.JudgeAsync(mention, context).ConfigureAwait(false),
            CallCloses call => await CallJudge.JudgeAsync(call, context).ConfigureAwait(false),
            SourceSilent silent => await SilenceJudge.JudgeAsync(silent, context).ConfigureAwait(false),
            _ => throw new ArgumentException($"Nothing judges {condition?.GetType().Name}.", nameof(condition)),
        };
        return [.. judged.OrderBy(one => one.Day).ThenBy(one => one.Subject, StringComparer.Ordinal)];
    }
}
