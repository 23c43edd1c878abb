using System.Globalization;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>
/// Judges whether more is written, in stories: the same news counts once. A source counts only where it was there in both stretches of time, so that a
/// new source is no rise.
/// </summary>
internal static class AttentionJudge
{
    // Below this many stories before, doubling is chance.
    private const int Fewest = 5;

    public static async Task<IReadOnlyList<Judged>> JudgeAsync(DocumentsRise rise, JudgingContext context)
    {
        var today = context.Today;
        var area = context.Policy.FocusAreas.FirstOrDefault(one => one.Id == rise.About);
        var (stories, began) = (await StoriesAsync(rise, area is not null, context).ConfigureAwait(false), await BeginningsAsync(context).ConfigureAwait(false));
        if (began.Count == 0)
        {
            return [Judged.CannotTell("", today, "Inga dokument finns i lagret.", "No documents are in the store.")];
        }

        var name = area is not null ? area.ShortName : new LocalText(rise.About, rise.About);
        var days = 7 * rise.Weeks;
        var first = began.Values.Min().AddDays(2 * days);
        var weeks = (today.DayNumber - first.DayNumber) / 7;
        // Week by week back from today, so that the last is now.
        return [.. Enumerable.Range(0, Math.Max(weeks, 0) + 1).Select(back => At(today.AddDays(-7 * back), rise, name, stories, began))];
    }

    private static Judged At(DateOnly day, DocumentsRise rise, LocalText name, IReadOnlyList<(string Story, string Source, DateOnly Day)> stories, Dictionary<string, DateOnly> began)
    {
        var days = 7 * rise.Weeks;
        var (middle, start) = (day.AddDays(-days), day.AddDays(-2 * days));
        var there = began.Where(source => source.Value <= start.AddDays(1)).Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        var first = stories.Where(story => there.Contains(story.Source) && story.Day <= day && story.Day > start).GroupBy(story => story.Story, StringComparer.Ordinal)
            .Select(story => story.Min(one => one.Day)).ToList();
        var (now, before) = (first.Count(one => one > middle), first.Count(one => one <= middle));
        var period = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
        if (there.Count == 0 || before < Fewest)
        {
            return Judged.CannotTell(
                period, day,
                $"{name.Sv}: {before} nyheter under de {rise.Weeks} veckorna före, färre än {Fewest}: för få att jämföra med.",
                $"{name.En}: {before} stories in the {rise.Weeks} weeks before, fewer than {Fewest}: too few to compare with.");
        }

        var percent = Math.Round((((double)now / before) - 1) * 100, 9);
        var holds = percent > rise.Percent;
        return new Judged(period, day, holds ? Holding.Holds : Holding.DoesNotHold)
        {
            Value = percent,
            Sentence = holds ? new LocalText(
                $"{now} nyheter om {name.Sv} de senaste {rise.Weeks} veckorna mot {before} de {rise.Weeks} veckorna före ({Wording.WithSign(percent, "sv")}\u00A0%), i källor som fanns med under båda.",
                $"{now} stories about {name.En} in the last {rise.Weeks} weeks against {before} in the {rise.Weeks} weeks before ({Wording.WithSign(percent, "en")}%), in sources that were there in both.") : null,
            Evidence = [Count(now, rise, middle.AddDays(1), day), Count(before, rise, start.AddDays(1), middle)],
        };
    }

    private static Evidence Count(int value, DocumentsRise rise, DateOnly from, DateOnly to) => new()
    {
        Value = value,
        View = "documents",
        Source = "*",
        Record = string.Create(CultureInfo.InvariantCulture, $"about={rise.About} published={from:yyyy-MM-dd}..{to:yyyy-MM-dd}"),
        Formula = "count of stories (story_id of document_stories)",
    };

    private static async Task<IReadOnlyList<(string, string, DateOnly)>> StoriesAsync(DocumentsRise rise, bool ofArea, JudgingContext context)
    {
        var about = ofArea
            ? "JOIN classifications c ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision AND c.focus_area = $1 AND c.belongs"
            : "JOIN tags g ON g._source = d._source AND g._item_id = d._item_id AND g._revision = d._revision AND list_contains(g.topics, $1)";
        var table = await context.Tables.QueryAsync(
            $"""
            SELECT d.story_id, d._source, min(d.published)::DATE AS day FROM document_stories d {about}
            WHERE d.published IS NOT NULL AND d.published < CAST($2 AS DATE) + 1 AND d.kind <> 'release' AND ($3 = '' OR d.language = $3)
            GROUP BY d.story_id, d._source ORDER BY ALL
            """,
            rise.About, Iso(context.Today), rise.Language ?? "").ConfigureAwait(false);
        return [.. table.Rows.Select(row => (row.Text("story_id"), row.Text("_source"), row.Day("day")!.Value))];
    }

    private static async Task<Dictionary<string, DateOnly>> BeginningsAsync(JudgingContext context)
    {
        var table = await context.Tables.QueryAsync(
            "SELECT _source, min(published)::DATE AS day FROM documents WHERE published IS NOT NULL AND kind <> 'release' AND published < CAST($1 AS DATE) + 1 GROUP BY _source",
            Iso(context.Today)).ConfigureAwait(false);
        return table.Rows.ToDictionary(row => row.Text("_source"), row => row.Day("day")!.Value, StringComparer.Ordinal);
    }

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
