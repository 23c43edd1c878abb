using System.Globalization;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>
/// Judges how long nothing new has come from a source. A document came when it was published, or seen where that is earlier; figures when a load added or
/// revised some.
/// </summary>
internal static class SilenceJudge
{
    public static async Task<IReadOnlyList<Judged>> JudgeAsync(SourceSilent silent, JudgingContext context)
    {
        var today = context.Today;
        var table = await context.Tables.QueryAsync(
            """
            SELECT DISTINCT day FROM (
                SELECT least(_first_seen_at, coalesce(published, _first_seen_at))::DATE AS day FROM documents WHERE _source = $1
                UNION ALL
                SELECT finished_at::DATE FROM loads
                WHERE _source = $1 AND rows_added + rows_revised > 0 AND NOT EXISTS (SELECT 1 FROM documents WHERE _source = $1))
            WHERE day <= CAST($2 AS DATE) ORDER BY day
            """,
            silent.Source, AttentionJudge.Iso(today)).ConfigureAwait(false);
        List<DateOnly> days = [.. table.Rows.Select(row => row.Day("day")).OfType<DateOnly>()];
        if (days.Count == 0)
        {
            return [Judged.CannotTell("", today, $"Källan {silent.Source} har inte gett något än.", $"The source {silent.Source} has given nothing yet.")];
        }

        List<Judged> judged = [];
        foreach (var (day, next) in days.Zip(days.Skip(1).Select(day => (DateOnly?)day).Append(null)))
        {
            var since = (next ?? today).DayNumber - day.DayNumber;
            judged.Add(new Judged(AttentionJudge.Iso(day), day, Holding.DoesNotHold));
            if (since >= silent.Days)
            {
                judged.Add(Silent(silent, day, next is null ? today : day.AddDays(silent.Days), since));
            }
        }

        return judged;
    }

    private static Judged Silent(SourceSilent silent, DateOnly since, DateOnly day, int days) => new(AttentionJudge.Iso(since), day, Holding.Holds)
    {
        Value = days,
        Sentence = new LocalText(
            string.Create(CultureInfo.InvariantCulture, $"Inget nytt har kommit från källan {silent.Source} sedan {Wording.Day(since, "sv")} ({days} dagar)."),
            string.Create(CultureInfo.InvariantCulture, $"Nothing new has come from the source {silent.Source} since {Wording.Day(since, "en")} ({days} days).")),
        Evidence = [new Evidence { View = "loads", Source = silent.Source, Record = AttentionJudge.Iso(since), Value = days, Formula = "days since the newest record" }],
    };
}
