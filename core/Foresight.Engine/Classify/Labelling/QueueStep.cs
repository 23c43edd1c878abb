using System.Globalization;
using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>Reads the documents whose labels would teach most: the store finds the best few thousand, <see cref="QueueChoice"/> chooses among them.</summary>
/// <param name="policy">Its areas count.</param>
/// <param name="topics">The topics that people may have said.</param>
/// <param name="tables">The store's tables.</param>
/// <param name="clock">Tells how old a document is.</param>
public sealed class QueueStep(Policy policy, IReadOnlySet<string> topics, ITables tables, TimeProvider clock)
{
    /// <summary>The most that can be asked for: nobody labels more at a time.</summary>
    public const int Most = 1000;

    private const int Pool = 4000;
    private const int HalfLifeDays = 60;

    private static readonly string[] Languages = ["sv", "en", Unknown];

    private const string Unknown = "unknown";

    private const string OneOfAStory =
        "AND story NOT IN (SELECT story_id FROM told) QUALIFY row_number() OVER (PARTITION BY story ORDER BY score DESC, _source, _item_id) = 1";

    /// <summary>The queue.</summary>
    /// <exception cref="ConfigurationException">The policy has no such area, or the count is out of range.</exception>
    public async Task<QueueResult> ReadAsync(QueueQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Count is < 1 or > Most)
            throw new ConfigurationException([$"The queue has 1 to {Most} documents, not {question.Count}."]);
        if (question.Area is { } named && policy.FocusAreas.All(area => area.Id != named))
            throw new ConfigurationException([$"The policy has no focus area '{named}'; it has {string.Join(", ", policy.FocusAreas.Select(area => area.Id))}."]);
        cancellationToken.ThrowIfCancellationRequested();
        var disputes = await DisputesAsync(question).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var unseen = await tables.QueryAsync(Sql(question, $"s.people {(question.Second ? "= 1" : "IS NULL")}", byStory: !question.Second), Day(), question.Person).ConfigureAwait(false);
        var disputed = disputes.Count == 0 ? null
            : await tables.QueryAsync(Sql(question, $"d._source || '/' || d._item_id IN ({string.Join(", ", disputes.Keys.Select(ViewSql.Literal))})", byStory: false), Day(), question.Person).ConfigureAwait(false);
        var items = (disputed?.Rows ?? []).Select(row => Item(row) with { Disagreement = disputes[$"{row.Text("_source")}/{row.Text("_item_id")}"] }).Concat(unseen.Rows.Select(Item));
        return new QueueResult(QueueChoice.Choose(items.DistinctBy(item => item.Id), question.Count), await StateAsync().ConfigureAwait(false));
    }

    // Only ties are open: where more say one thing than another, the majority has decided.
    private async Task<Dictionary<string, string>> DisputesAsync(QueueQuestion question) => question.Second ? []
        : PeoplesWord.Of(policy, topics, await LatestVerdicts.ReadAsync(tables).ConfigureAwait(false))
            .Where(word => word.IsTied && !word.Persons.Contains(question.Person ?? "")).ToDictionary(word => word.Id, word => word.Said, StringComparer.Ordinal);

    private async Task<QueueState> StateAsync()
    {
        var row = (await tables.QueryAsync($"""
            WITH {LatestVerdicts.Sql}
            SELECT (SELECT count(*) FROM documents) AS documents,
                   (SELECT count(*) FROM (SELECT DISTINCT _source, _item_id, _revision FROM classifications) SEMI JOIN documents USING (_source, _item_id, _revision)) AS judged,
                   (SELECT count(*) FROM (SELECT DISTINCT _source, _item_id FROM said)) AS seen
            """).ConfigureAwait(false)).Rows.Single();
        return new QueueState((long)(row.Number("documents") ?? 0), (long)(row.Number("judged") ?? 0), (long)(row.Number("seen") ?? 0));
    }

    private string Day() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Sql(QueueQuestion question, string which, bool byStory)
    {
        var areas = policy.FocusAreas.Select(area => area.Id).Where(area => question.Area is null || area == question.Area).ToList();
        var languages = Languages.Where(language => question.Language is null || language == question.Language).ToList();
        var perCell = Math.Max(Pool, question.Count * 2) / (areas.Count * languages.Count);
        // Calendar entries of statistics are no texts. A story is told by its best report; its last report is as good as its first. Of equal nearness the policy's order decides.
        return string.Create(CultureInfo.InvariantCulture, $"""
            WITH {LatestVerdicts.Sql},
            seen AS (SELECT _source, _item_id, count(*) AS people, bool_or(person = $2) AS mine FROM said GROUP BY ALL),
            told AS (SELECT DISTINCT story_id FROM stories SEMI JOIN said USING (_source, _item_id)),
            areas(focus_area, place) AS (VALUES {string.Join(", ", areas.Select((area, i) => $"({ViewSql.Literal(area)}, {i})"))}),
            near AS (
              SELECT _source, _item_id, _revision, focus_area, probability, threshold,
                     CASE WHEN probability < threshold THEN probability / threshold WHEN threshold < 1 THEN (1 - probability) / (1 - threshold) ELSE 1 END AS nearness,
                     nearness - place * 1e-9 AS rank
              FROM classifications JOIN areas USING (focus_area) WHERE threshold > 0),
            nearest AS (
              SELECT _source, _item_id, _revision, max(nearness) AS nearness, arg_max(focus_area, rank) AS area, arg_max(probability, rank) AS probability, arg_max(threshold, rank) AS threshold
              FROM near GROUP BY ALL),
            scored AS (
              SELECT n.*, lower(split_part(coalesce(d.language, t.language_found, '{Unknown}'), '-', 1)) AS spoken,
                     CAST(coalesce(d.published, d._first_seen_at) AS DATE) AS day, greatest(0, date_diff('day', day, CAST($1 AS DATE))) AS age,
                     0.8 * nearness + 0.2 * pow(0.5, age / {HalfLifeDays}.0) AS score, coalesce(y.story_id, d._source || '/' || d._item_id) AS story
              FROM nearest n JOIN documents d USING (_source, _item_id, _revision)
              LEFT JOIN tags t USING (_source, _item_id, _revision) LEFT JOIN stories y USING (_source, _item_id) LEFT JOIN seen s USING (_source, _item_id)
              WHERE {which} AND NOT coalesce(s.mine, false) AND d.kind IS DISTINCT FROM 'release'),
            single AS (
              SELECT * FROM scored WHERE spoken IN ({string.Join(", ", languages.Select(ViewSql.Literal))}) {(byStory ? OneOfAStory : "")}),
            best AS (SELECT * FROM single QUALIFY row_number() OVER (PARTITION BY area, spoken ORDER BY score DESC, _source, _item_id) <= {perCell})
            SELECT b.*, d.title, substr(d.text, 1, 1200) AS lead, d.url FROM best b JOIN documents d USING (_source, _item_id, _revision)
            """);
    }

    private static QueueItem Item(TableRow row) => new(
        row.Text("_source"), row.Text("_item_id"), (int)(row.Number("_revision") ?? 1), row.Text("title"), row.Text("spoken"), row.Text("area"), Math.Round(row.Number("score") ?? 0, 9))
    {
        Lead = row.Text("lead"),
        Url = row["url"] as string,
        Day = row.Day("day") ?? default,
        AgeDays = (int)(row.Number("age") ?? 0),
        Probability = row.Number("probability") ?? 0,
        Threshold = row.Number("threshold") ?? 0,
        Nearness = row.Number("nearness") ?? 0,
    };
}

/// <summary>The queue, and how the store stands.</summary>
/// <param name="Items">The documents in the order in which they should be labelled.</param>
/// <param name="State">How the store stands.</param>
public sealed record QueueResult(IReadOnlyList<QueueItem> Items, QueueState State)
{
    /// <summary>Why there is nothing in it, as a sentence.</summary>
    public string Nothing => State.Documents == 0 ? "The store holds no documents; 'foresight run' reads some."
        : State.Judged == 0 ? "No document has a verdict of the model yet; 'foresight classify run' gives them one."
        : "Nothing waits: every document that was asked for, or another report of its story, has been judged.";
}

/// <summary>How a store stands for labelling.</summary>
/// <param name="Documents">Documents in it.</param>
/// <param name="Judged">Of these, how many have a verdict of a model on their latest revision.</param>
/// <param name="Seen">Documents that a person has judged.</param>
public sealed record QueueState(long Documents, long Judged, long Seen);
