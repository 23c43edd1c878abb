using Foresight.Engine.Classify.Current;
using Foresight.Engine.Classify.Labelling;
using Foresight.Engine.Classify.Rules;
using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>
/// Weak labels: stored documents whose own source says by a category what they are about, as the policy maps it. So a model grows with what its
/// municipality reads.
/// </summary>
internal static class WeakTexts
{
    /// <summary>So many documents of a source for each focus area, and for none: more of the same would drown what people labelled.</summary>
    private const int MostPerArea = 300;

    /// <summary>The share of a text's sequences of five words that it may share with a text of the fixed test.</summary>
    private const double MostShared = 0.2;

    /// <summary>Letters beyond these are not read by the classifier either.</summary>
    private const int MostLetters = 20_000;

    private const int Chunk = 500;
    private const char Parting = '\u001F';

    private static readonly string[] Languages = ["sv", "en"];

    // A story is taken once; what a person said of one of its documents counts in place of what their sources say. What a
    // source itself calls another language takes no place of those that can be learned from.
    private const string Mapped = $"""
        WITH {LatestVerdicts.Sql}, judged AS (SELECT s.story_id FROM document_stories s JOIN said v ON v._source = s._source AND v._item_id = s._item_id)
        SELECT _source, _item_id, story_id, array_to_string(coalesce(categories, []), chr(31)) AS categories, programme
        FROM document_stories
        WHERE list_contains(string_split($1, chr(31)), _source) AND story_id NOT IN (SELECT story_id FROM judged)
          AND coalesce(lower(split_part(language, '-', 1)), '') IN ('', 'sv', 'en', 'und')
        ORDER BY coalesce(published, _first_seen_at) DESC, _source, _item_id
        """;

    private const string Texts = """
        SELECT _source, _item_id, title, text, language FROM documents
        WHERE _source = $1 AND list_contains(string_split($2, chr(31)), _item_id) ORDER BY _item_id
        """;

    /// <summary>Reads them, the newest of each source and area first to be taken; nothing where the policy maps no categories.</summary>
    /// <exception cref="LabelFileException">The texts of the fixed test are wrong.</exception>
    public static async Task<IReadOnlyList<LabelledText>> ReadAsync(ClassifySetup setup, ITables tables, CancellationToken cancellationToken)
    {
        var mapping = setup.Policy.Classification.Categories;
        if (mapping.Count == 0)
            return [];
        var chosen = Choose(mapping, (await tables.QueryAsync(Mapped, string.Join(Parting, mapping.Select(entry => entry.Source).Distinct())).ConfigureAwait(false)).Rows);
        var test = TestOf(setup);
        var texts = new List<LabelledText>();
        foreach (var source in chosen.GroupBy(one => one.Key.Source, one => (one.Key.Item, one.Value)).OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            var labels = source.ToDictionary(one => one.Item, one => one.Value, StringComparer.Ordinal);
            foreach (var items in labels.Keys.Chunk(Chunk))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rows = (await tables.QueryAsync(Texts, source.Key, string.Join(Parting, items)).ConfigureAwait(false)).Rows;
                texts.AddRange(rows.Select(row => Labelled(source.Key, row, labels[row.Text("_item_id")])).OfType<LabelledText>().Where(text => !test.HasMoreOf(text.Text, MostShared)));
            }
        }

        return texts;
    }

    private static Dictionary<(string Source, string Item), WeakLabels> Choose(IReadOnlyList<SourceCategories> mapping, IEnumerable<TableRow> newestFirst)
    {
        var chosen = new Dictionary<(string, string), WeakLabels>();
        var taken = new Dictionary<(string, string), int>();
        var stories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in newestFirst)
        {
            var source = row.Text("_source");
            var said = row.Text("categories").Split(Parting, StringSplitOptions.RemoveEmptyEntries).Append(row.Text("programme"));
            if (WeakLabels.Of(mapping, source, said) is not { } labels)
                continue;
            string[] areas = labels.Areas.Count > 0 ? [.. labels.Areas.Keys] : [""];
            if (areas.All(area => taken.GetValueOrDefault((source, area)) >= MostPerArea) || !stories.Add(row.Text("story_id")))
                continue;
            foreach (var area in areas)
                taken[(source, area)] = taken.GetValueOrDefault((source, area)) + 1;
            chosen.Add((source, row.Text("_item_id")), labels);
        }

        return chosen;
    }

    /// <summary>The text as a label file would hold it; null in another language than the labels'.</summary>
    private static LabelledText? Labelled(string source, TableRow row, WeakLabels labels)
    {
        var (title, text) = (row.Text("title"), row.Text("text"));
        var language = DocumentLanguage.Plain(DocumentLanguage.Of(title, text, row["language"] as string).Code);
        var whole = StoredText.Of(title, text);
        return !Languages.Contains(language) || !whole.Any(char.IsLetter) ? null
            : new LabelledText($"{source}/{row.Text("_item_id")}", whole[..Math.Min(whole.Length, MostLetters)], language, labels.Areas.Keys.ToHashSet(StringComparer.Ordinal))
            {
                // That it is none of the other areas is known no better than what it is.
                Weight = labels.Areas.Count > 0 ? labels.Areas.Values.Min() : labels.OfNone,
                Weights = labels.Areas,
            };
    }

    private static SharedSequences TestOf(ClassifySetup setup) => new(LabelFiles.Read(FixedTest.FilesOf(setup), known: null).Select(row => row.Text));
}
