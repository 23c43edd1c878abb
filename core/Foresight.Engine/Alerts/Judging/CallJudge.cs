using Foresight.Engine.Alerts.Grammar;
using Foresight.Engine.Funds;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>
/// Judges whether calls of a fund close soon; each call is a subject of its own. A fund's programme says which calls are its; without it, a fund is matched by
/// the programme that its id begins with.
/// </summary>
internal static class CallJudge
{
    public static async Task<IReadOnlyList<Judged>> JudgeAsync(CallCloses call, JudgingContext context)
    {
        var today = context.Today;
        var pattern = context.Policy.Funds.First(one => one.Id == call.Fund).Programme?.Calls;
        var table = await context.Tables.QueryAsync(
            """
            SELECT _source, _item_id, _load_id, title, coalesce(opening, published::DATE, _first_seen_at::DATE) AS opens, unnest(deadlines) AS deadline FROM documents
            WHERE programme IS NOT NULL AND CASE WHEN $2 <> '' THEN list_contains(string_split(lower($2), '|'), lower(programme))
              ELSE $1 = lower(programme) OR starts_with($1, lower(programme) || '-') END
            ORDER BY deadline, _source, _item_id
            """,
            call.Fund, pattern is null ? "" : string.Join('|', pattern.Programmes)).ConfigureAwait(false);
        var rows = table.Rows.Where(row => pattern is null || pattern.Topics.Count == 0 || TopicPattern.Fits(pattern.Topics, row.Text("_item_id"))).ToList();
        if (rows.Count == 0)
        {
            return [Judged.CannotTell("", today, $"Ingen utlysning från {call.Fund} finns i lagret.", $"No call of {call.Fund} is in the store.")];
        }

        List<Judged> judged = [new("", today, Holding.DoesNotHold)];
        foreach (var row in rows)
        {
            if (row.Day("deadline") is { } deadline)
            {
                judged.AddRange(Of(row, deadline, row.Day("opens"), call, today, context.Policy));
            }
        }

        return judged;
    }

    private static IEnumerable<Judged> Of(TableRow row, DateOnly deadline, DateOnly? opens, CallCloses call, DateOnly today, Policy policy)
    {
        var from = deadline.AddDays(-call.Days);
        from = opens > from ? opens.Value : from;
        if (from > today)
        {
            yield break;
        }

        var (period, subject) = (AttentionJudge.Iso(deadline), $"{row.Text("_source")}:{row.Text("_item_id")}@{AttentionJudge.Iso(deadline)}");
        var fund = policy.Funds.First(one => one.Id == call.Fund);
        var (open, title) = (deadline >= today, row.Text("title"));
        yield return new Judged(period, from, Holding.Holds)
        {
            Subject = subject,
            Value = deadline.DayNumber - (open ? today : from).DayNumber,
            Sentence = new LocalText(
                $"En utlysning från {fund.Name.Sv} stänger {Wording.Day(deadline, "sv")}: {title}",
                $"A call of {fund.Name.En} closes on {Wording.Day(deadline, "en")}: {title}"),
            Evidence = [new Evidence { View = "documents", Source = row.Text("_source"), Record = row.Text("_item_id"), LoadId = row.Text("_load_id") }],
        };
        if (!open)
        {
            yield return new Judged(period, deadline.AddDays(1), Holding.DoesNotHold) { Subject = subject };
        }
    }
}
