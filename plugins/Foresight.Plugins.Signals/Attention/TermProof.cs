using Foresight.Plugins.Reading;
using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A term as it is told.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Term">The term as it is counted, without endings.</param>
internal readonly record struct TermKey(string Language, string Term);

/// <summary>What a second reading of the newest weeks tells of terms: the form that they mostly have, the stories, and whose they are.</summary>
internal sealed class TermProof
{
    private readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    private readonly List<NewsReport> _reports = [];
    private readonly HashSet<string> _stories = new(StringComparer.Ordinal);

    /// <summary>The form that it mostly has.</summary>
    public string Form => _forms.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

    public NewsProof News => NewsProof.Of(_reports);

    /// <summary>The focus area to which more than half of the stories belong; null where there is none.</summary>
    public string? FocusArea { get; private set; }

    /// <summary>Whether half of the stories of the one with fewer are the other's too.</summary>
    public bool IsTheSameAs(TermProof other) => 2 * _stories.Count(other._stories.Contains) > Math.Min(_stories.Count, other._stories.Count);

    /// <summary>Reads it for some terms, each since the week that it names.</summary>
    public static async Task<IReadOnlyDictionary<TermKey, TermProof>> ReadAsync(
        AnalysisContext context, Terms terms, NewsWindow window, IReadOnlyDictionary<TermKey, int> since, CancellationToken cancellationToken)
    {
        var proofs = since.Keys.ToDictionary(key => key, _ => new TermProof());
        if (since.Count == 0)
        {
            return proofs;
        }

        await foreach (var document in NewsStream.NewestFirstAsync(context.Tables, window, cancellationToken, since.Values.Min()).ConfigureAwait(false))
        {
            foreach (var (term, form) in terms.Of(document))
            {
                if (proofs.TryGetValue(new TermKey(document.Language, term), out var proof) && document.Week >= since[new TermKey(document.Language, term)] && document.BeginsStory)
                {
                    proof._forms[form] = proof._forms.GetValueOrDefault(form) + 1;
                    proof._reports.Add(document.Report);
                    proof._stories.Add(document.Story);
                }
            }
        }

        await ReadAreasAsync(context.Tables, window, since.Values.Min(), [.. proofs.Values]).ConfigureAwait(false);
        return proofs;
    }

    private static async Task ReadAreasAsync(ITables tables, NewsWindow window, int fromWeek, IReadOnlyList<TermProof> proofs)
    {
        var table = await tables.QueryAsync(
            """
            SELECT DISTINCT d.story_id, c.focus_area FROM document_stories d
            JOIN classifications c ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision AND c.belongs
            WHERE d.published >= CAST($1 AS DATE) AND d.published < CAST($2 AS DATE) + 1
            """,
            Days.Iso(window.First(fromWeek)), Days.Iso(window.Today)).ConfigureAwait(false);
        var areas = table.Rows.ToLookup(row => row.Text("story_id"), row => row.Text("focus_area"), StringComparer.Ordinal);
        foreach (var proof in proofs)
        {
            var most = proof._stories.SelectMany(story => areas[story]).GroupBy(area => area, StringComparer.Ordinal).OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
            proof.FocusArea = most is not null && 2 * most.Count() > proof._stories.Count ? most.Key : null;
        }
    }
}
