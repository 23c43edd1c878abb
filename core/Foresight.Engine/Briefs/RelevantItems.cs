using Foresight.Sdk;

namespace Foresight.Engine.Briefs;

/// <summary>The documents of the period that belong to the policy's focus areas, and how many there were in all.</summary>
internal sealed record RelevantItems
{
    /// <summary>Documents of the period, also those that belong to no area.</summary>
    public required int Documents { get; init; }

    /// <summary>Stories that those documents tell: the same news from several places is one.</summary>
    public required int Stories { get; init; }

    /// <summary>Source entries that they came from.</summary>
    public required int Sources { get; init; }

    /// <summary>The relevant ones: surest first, then newest; those of which the model cannot say last.</summary>
    public required IReadOnlyList<BriefItem> Items { get; init; }

    /// <summary>How many of them the model cannot say of.</summary>
    public int Uncertain => Items.Count(item => item.Verdicts[0].Certainty == Certainty.Uncertain);

    // What happened, not what is announced: planned documents and releases of statistics stand under the dates that are coming.
    private const string InPeriod = """
        FROM document_stories
        WHERE CAST(coalesce(published, _first_seen_at) AS DATE) BETWEEN CAST($1 AS DATE) AND CAST($2 AS DATE)
          AND (due IS NULL OR due <= CAST($2 AS DATE)) AND kind IS DISTINCT FROM 'release'
        """;

    // A model or policy that came later speaks last; a verdict on an earlier revision says nothing of this one.
    private const string Verdicts = """
        latest AS (
          SELECT *, row_number() OVER (
            PARTITION BY _source, _item_id, focus_area ORDER BY classified_at DESC, model_version DESC, policy_version DESC) AS nth
          FROM classifications)
        """;

    public static async Task<RelevantItems> ReadAsync(BriefInput input, BriefPeriod period)
    {
        var (from, to) = (Sql(period.From), Sql(period.To));
        var counts = (await input.Tables.QueryAsync($"SELECT count(*) AS documents, count(DISTINCT story_id) AS stories, count(DISTINCT _source) AS sources {InPeriod}", from, to)
            .ConfigureAwait(false)).Rows.Single();
        var rows = await input.Tables.QueryAsync($"""
            WITH {Verdicts}, seen AS (SELECT * {InPeriod})
            SELECT d._source, d._item_id, d.story_id, d.title, coalesce(t.language_found, d.language) AS language, d.url, d.publisher, d.published IS NULL AS day_is_seen,
                   CAST(coalesce(d.published, d._first_seen_at) AS DATE) AS day,
                   v.focus_area, v.probability, v.model_version, v.policy_version, coalesce(v.decided_by, 'model') AS decided_by,
                   coalesce(v.abstained, false) AS abstained, coalesce(v.trust, 1) AS trust, array_to_string(t.topics, ';') AS topics
            FROM seen d
            JOIN latest v ON v._source = d._source AND v._item_id = d._item_id AND v._revision = d._revision AND v.nth = 1
            LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
            WHERE v.belongs
            ORDER BY d._source, d._item_id, v.probability DESC, v.focus_area
            """, from, to).ConfigureAwait(false);
        var areas = input.Policy.FocusAreas.Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        var items = rows.Rows
            .Where(row => areas.Contains(row.Text("focus_area")))
            .GroupBy(row => (Source: row.Text("_source"), Id: row.Text("_item_id")))
            .Select(group => (Story: group.First().Text("story_id"), Item: Judged(group.First(), input, [.. group.Select(Verdict).OrderByDescending(verdict => verdict.Certainty)])))
            .OrderByDescending(one => one.Item.Verdicts[0].Certainty)
            .ThenByDescending(one => one.Item.Day)
            .ThenByDescending(one => one.Item.Verdicts[0].Probability)
            .ThenBy(one => one.Item.Title, StringComparer.Ordinal)
            .ThenBy(one => one.Item.Id, StringComparer.Ordinal)
            // The same story from two feeds is one line for the reader.
            .DistinctBy(one => one.Story)
            .Select(one => one.Item)
            .ToList();
        return new RelevantItems
        {
            Documents = (int)counts.Number("documents")!.Value,
            Stories = (int)counts.Number("stories")!.Value,
            Sources = (int)counts.Number("sources")!.Value,
            Items = items,
        };
    }

    /// <summary>
    /// The items to show per area, in the policy's order. An item stands once, under its surest area, unless another area
    /// that it belongs to would have none.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<BriefItem>> PerArea(IReadOnlyList<FocusArea> areas, int most) =>
        areas.ToDictionary(
            area => area.Id,
            area =>
            {
                var first = Items.Where(item => item.Verdicts[0].FocusArea == area.Id).Take(most).ToList();
                return (IReadOnlyList<BriefItem>)(first.Count > 0
                    ? first
                    : [.. Items.Where(item => item.Verdicts.Any(verdict => verdict.FocusArea == area.Id)).Take(most)]);
            },
            StringComparer.Ordinal);

    internal static BriefItem Item(TableRow row, BriefInput input)
    {
        var source = row.Text("_source");
        var state = input.Sources.FirstOrDefault(state => state.Id == source);
        var publisher = OutsideText.Line(row.Text("publisher"));
        return new BriefItem
        {
            Source = source,
            Id = row.Text("_item_id"),
            Title = OutsideText.Line(row.Text("title")),
            TextLanguage = row["language"] as string,
            Language = OutsideText.ForeignLanguage(row["language"] as string, input.Language),
            Link = OutsideText.Link(row["url"] as string),
            Publisher = publisher.Length > 0 ? publisher : state?.Producer ?? source,
            Day = row.Day("day")!.Value,
            DayIsSeen = row["day_is_seen"] is true,
            Verdicts = [],
        };
    }

    private static BriefItem Judged(TableRow row, BriefInput input, IReadOnlyList<ItemVerdict> verdicts) => Item(row, input) with
    {
        Verdicts = verdicts,
        UnlearnedLanguage = verdicts[0].Trust < 1 ? row["language"] as string : null,
        Topics = row.Text("topics").Split(';', StringSplitOptions.RemoveEmptyEntries),
    };

    internal static string Sql(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static ItemVerdict Verdict(TableRow row) =>
        new(row.Text("focus_area"), row.Number("probability")!.Value, row.Text("model_version"), row.Text("policy_version"))
        {
            DecidedBy = row.Text("decided_by"),
            Abstained = row["abstained"] is true,
            Trust = row.Number("trust")!.Value,
        };
}
