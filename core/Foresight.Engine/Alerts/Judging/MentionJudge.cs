using System.Globalization;
using System.Text.RegularExpressions;
using Foresight.Engine.Alerts.Grammar;
using Foresight.Sdk;

namespace Foresight.Engine.Alerts.Judging;

/// <summary>Judges whether a term is written about: stories that have it as a word of their own, and the publishers that tell them.</summary>
internal static class MentionJudge
{
    public static async Task<IReadOnlyList<Judged>> JudgeAsync(DocumentsMention mention, JudgingContext context)
    {
        var today = context.Today;
        var table = await context.Tables.QueryAsync(
            """
            SELECT story_id, coalesce(publisher, _source) AS publisher, _source, _item_id, _load_id, published::DATE AS day FROM document_stories
            WHERE published IS NOT NULL AND published < CAST($1 AS DATE) + 1 AND regexp_matches(coalesce(title, '') || ' ' || text, $2) ORDER BY published, _source, _item_id
            """,
            AttentionJudge.Iso(today), @"(?i)(^|[^\pL\pN])" + Escaped(mention.Term) + @"([^\pL\pN]|$)").ConfigureAwait(false);
        var found = table.Rows.Select(row => new Mention(
            row.Text("story_id"), row.Text("publisher"), row.Text("_source"), row.Text("_item_id"), row.Text("_load_id"), row.Day("day")!.Value)).ToList();
        // Something changes only on the day of a mention and on the day on which it is too old.
        var days = found.SelectMany(one => new[] { one.Day, one.Day.AddDays(mention.Days) }).Where(day => day < today).Append(today).Distinct().Order();
        return [.. days.Select(day => At(day, mention, found))];
    }

    private static Judged At(DateOnly day, DocumentsMention mention, List<Mention> found)
    {
        var within = found.Where(one => one.Day <= day && one.Day > day.AddDays(-mention.Days)).ToList();
        var stories = within.Select(one => one.Story).Distinct(StringComparer.Ordinal).Count();
        var publishers = within.Select(one => one.Publisher).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var holds = stories >= mention.Times && publishers >= mention.Publishers;
        return new Judged(AttentionJudge.Iso(within.Count > 0 ? within[^1].Day : day), day, holds ? Holding.Holds : Holding.DoesNotHold)
        {
            Value = stories,
            Sentence = holds ? new LocalText(
                string.Create(CultureInfo.InvariantCulture, $"”{mention.Term}” nämns i {stories} {(stories == 1 ? "nyhet" : "nyheter")} hos {publishers} utgivare på {mention.Days} dagar."),
                string.Create(CultureInfo.InvariantCulture, $"“{mention.Term}” is mentioned in {stories} {(stories == 1 ? "story" : "stories")} by {publishers} {(publishers == 1 ? "publisher" : "publishers")} within {mention.Days} days.")) : null,
            Evidence = [.. within.TakeLast(10).Select(one => new Evidence { View = "documents", Source = one.Source, Record = one.Item, LoadId = one.Load })],
        };
    }

    // Only ASCII has signs with a meaning, and RE2 refuses an escape before any other letter or sign (€, –).
    private static string Escaped(string term) => Regex.Replace(term, "[!-/:-@[-`{-~]", match => @"\" + match.Value);

    private sealed record Mention(string Story, string Publisher, string Source, string Item, string Load, DateOnly Day);
}
