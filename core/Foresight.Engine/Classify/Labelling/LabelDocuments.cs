using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>Finds documents by how people name them.</summary>
/// <param name="tables">The store's tables.</param>
/// <param name="areas">The policy's areas: verdicts on others are of an earlier policy.</param>
public sealed class LabelDocuments(ITables tables, IReadOnlyList<FocusArea> areas)
{
    // A question names its ids itself; so many make one of moderate length.
    private const int Page = 500;

    /// <summary>The documents in the order of their ids.</summary>
    /// <param name="ids"><c>source/item</c>, or an item's id where only one source has it.</param>
    /// <exception cref="ConfigurationException">One is not there, or is in several sources; names all such.</exception>
    public async Task<IReadOnlyList<LabelDocument>> ReadAsync(IReadOnlyList<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var problems = new List<string>();
        var keys = new List<LabelDocument>();
        foreach (var (id, found) in ids.Zip(await FindAsync(ids).ConfigureAwait(false)))
        {
            if (found is [var one])
                keys.Add(one);
            else
                problems.Add(ProblemOf(id, found));
        }

        return problems.Count > 0 ? throw new ConfigurationException(problems) : [.. await WithModelAsync(keys).ConfigureAwait(false)];
    }

    /// <summary>What is wrong with an id of which not exactly one document was found.</summary>
    internal static string ProblemOf(string id, IReadOnlyList<LabelDocument> found) => found.Count == 0
        ? $"There is no document '{id}' among the latest in the store; 'foresight classify queue' gives ids, written source/item."
        : $"The id '{id}' is in several sources; write {string.Join(" or ", found.Select(document => document.Id))}.";

    /// <summary>For each id the documents that may be meant, without what the model says.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<LabelDocument>>> FindAsync(IReadOnlyList<string> ids)
    {
        var found = new List<LabelDocument>();
        foreach (var page in ids.Distinct(StringComparer.Ordinal).Chunk(Page))
        {
            var rows = await tables.QueryAsync($"""
                WITH asked(id) AS (VALUES {string.Join(", ", page.Select(id => $"({ViewSql.Literal(id)})"))})
                SELECT _source, _item_id, _revision, title, text, language, publisher, url, CAST(coalesce(published, _first_seen_at) AS DATE) AS day
                FROM documents WHERE _source || '/' || _item_id IN (SELECT id FROM asked) OR _item_id IN (SELECT id FROM asked)
                ORDER BY _source, _item_id
                """).ConfigureAwait(false);
            found.AddRange(rows.Rows.Select(Document));
        }

        var whole = found.DistinctBy(document => document.Id).ToDictionary(document => document.Id, StringComparer.Ordinal);
        var items = found.DistinctBy(document => document.Id).ToLookup(document => document.ItemId, StringComparer.Ordinal);
        return [.. ids.Select(id => (IReadOnlyList<LabelDocument>)(whole.TryGetValue(id, out var one) ? [one] : [.. items[id]]))];
    }

    private async Task<IEnumerable<LabelDocument>> WithModelAsync(List<LabelDocument> documents)
    {
        var said = new Dictionary<string, List<ModelSaying>>(StringComparer.Ordinal);
        foreach (var page in documents.DistinctBy(document => document.Id).Chunk(Page))
        {
            var rows = await tables.QueryAsync($"""
                WITH asked(source, item, revision) AS (VALUES {string.Join(", ", page.Select(one => $"({ViewSql.Literal(one.Source)}, {ViewSql.Literal(one.ItemId)}, {one.Revision})"))})
                SELECT c.* FROM classifications c JOIN asked ON _source = source AND _item_id = item AND _revision = revision ORDER BY probability DESC, focus_area
                """).ConfigureAwait(false);
            foreach (var row in rows.Rows.Where(row => areas.Any(area => area.Id == row.Text("focus_area"))))
            {
                var id = $"{row.Text("_source")}/{row.Text("_item_id")}";
                if (!said.TryGetValue(id, out var of))
                    said.Add(id, of = []);
                of.Add(new ModelSaying(
                    row.Text("focus_area"), row.Number("probability") ?? 0, row.Number("threshold") ?? 1, row["belongs"] is true, LatestVerdicts.Texts(row, "terms"),
                    row["decided_by"] as string ?? "model", row.Text("model_version")));
            }
        }

        return documents.Select(document => document with { Model = said.GetValueOrDefault(document.Id) ?? [] });
    }

    private static LabelDocument Document(TableRow row) => new(row.Text("_source"), row.Text("_item_id"), (int)(row.Number("_revision") ?? 1))
    {
        Title = row.Text("title"),
        Text = row.Text("text"),
        Day = row.Day("day"),
        Language = row["language"] as string,
        Publisher = row["publisher"] as string,
        Url = row["url"] as string,
    };
}
