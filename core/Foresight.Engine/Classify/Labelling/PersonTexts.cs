using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>What people said of stored documents, as texts to learn from (docs/labelling.md).</summary>
public static class PersonTexts
{
    // A question names its documents itself; so many make one of moderate length.
    private const int Page = 500;

    // Ids of label files begin otherwise, so that a model's card can tell where its texts are from.
    internal const string Prefix = "person:";

    /// <summary>A text per document, of the newest revision that people read; each with the areas that they gave it, by the share of their voices.</summary>
    public static async Task<IReadOnlyList<LabelledText>> ReadAsync(ClassifySetup setup, ITables tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(tables);
        var words = PeoplesWord.Of(setup.Policy, setup.Topics, await LatestVerdicts.ReadAsync(tables).ConfigureAwait(false)).Where(word => word.Sure.Count > 0).ToList();
        var texts = new List<LabelledText>();
        foreach (var page in words.Chunk(Page))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stored = await StoredAsync(tables, page).ConfigureAwait(false);
            texts.AddRange(page.Where(word => stored.TryGetValue(word.Id, out var one) && one.Text.Any(char.IsLetter)).Select(word => Text(setup, word, stored[word.Id])));
        }

        return texts;
    }

    private static LabelledText Text(ClassifySetup setup, PeoplesWord word, (string Text, string? Language) stored) =>
        new(Prefix + word.Id, stored.Text, stored.Language, word.Areas.Where(area => area.Belongs == true).Select(area => area.Area).ToHashSet(StringComparer.Ordinal))
        {
            Weights = new SortedDictionary<string, double>(
                word.Areas.Where(area => area.Weight < 1).ToDictionary(area => area.Area, area => area.Weight, StringComparer.Ordinal), StringComparer.Ordinal),
            Tags = TopicsOf(setup, word) is { } topics ? new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal) { [TagGroup.Topic] = topics } : [],
        };

    // Whoever names an area, or none of them, says nothing of the topics. A name that is both is the area's, as in PeoplesWord.
    private static HashSet<string>? TopicsOf(ClassifySetup setup, PeoplesWord word)
    {
        var topics = word.Sure[0].Labels.ToHashSet(StringComparer.Ordinal);
        return topics.Count > 0
            && topics.All(label => setup.Topics.Contains(label) && setup.Policy.FocusAreas.All(area => area.Id != label))
            && word.Sure.All(row => topics.SetEquals(row.Labels)) ? topics : null;
    }

    private static async Task<Dictionary<string, (string Text, string? Language)>> StoredAsync(ITables tables, IReadOnlyList<PeoplesWord> words) =>
        (await tables.QueryAsync($"""
            WITH asked(source, item, revision) AS (VALUES {string.Join(", ", words.Select(word => $"({ViewSql.Literal(word.Source)}, {ViewSql.Literal(word.ItemId)}, {word.Revision})"))})
            SELECT d._source, d._item_id, d.title, d.text, coalesce(d.language, t.language_found) AS language
            FROM documents_history d JOIN asked ON d._source = source AND d._item_id = item AND d._revision = revision
            LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision
            """).ConfigureAwait(false)).Rows
            .ToDictionary(row => $"{row.Text("_source")}/{row.Text("_item_id")}", row => (StoredText.Of(row.Text("title"), row.Text("text")), row["language"] as string), StringComparer.Ordinal);
}
