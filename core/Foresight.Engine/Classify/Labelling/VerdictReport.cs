using Foresight.Engine.Store.Queries;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>Sums up what people said.</summary>
public sealed class VerdictReport(Policy policy, IReadOnlySet<string> topics, ITables tables)
{
    private const int Page = 500;

    /// <summary>Reads it.</summary>
    public async Task<VerdictSummary> ReadAsync(CancellationToken cancellationToken)
    {
        var latest = await LatestVerdicts.ReadAsync(tables).ConfigureAwait(false);
        var words = PeoplesWord.Of(policy, topics, latest);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        var model = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var page in words.Chunk(Page))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ReadAsync(page, titles, model).ConfigureAwait(false);
        }

        var all = (await tables.QueryAsync("SELECT count(*) AS n FROM verdicts").ConfigureAwait(false)).Rows.Single();
        return new VerdictSummary(
            (long)(all.Number("n") ?? 0),
            words.Count,
            [.. latest.GroupBy(row => row.Person, StringComparer.Ordinal).OrderBy(rows => rows.Key, StringComparer.Ordinal).Select(rows => new PersonCount(
                rows.Key, rows.Count(), rows.Count(row => row is { Unsure: false, Labels.Count: 0 }), rows.Count(row => row.Unsure), rows.Max(row => row.DecidedAt)))],
            words.Sum(word => word.Unknown.Count),
            Agreed([.. words.Where(word => word.Sure.Count > 1)]),
            [.. words.Where(word => !word.IsAgreed).Select(word => new Disagreement(
                word.Id, word.Revision, titles.GetValueOrDefault(word.Id) ?? "",
                [.. word.Sayings.Select(row => new PersonSaying(row.Person, row.Labels, row.Unsure, row.Note, row.DecidedAt))], word.IsTied))],
            Beside([.. words.Where(word => word.Sure.Count > 0 && model.ContainsKey(word.Id))], model, titles));
    }

    private AgreementFigures Agreed(IReadOnlyList<PeoplesWord> several)
    {
        IEnumerable<IReadOnlyList<bool>> Units(Func<AreaWord, bool> which) => several.SelectMany(word => word.Areas.Where(which)).Select(area => (IReadOnlyList<bool>)[.. area.Voices.Select(voice => voice.Yes)]);
        return new AgreementFigures(
            several.Count,
            several.Count(word => word.IsAgreed),
            Agreement.Alpha(Units(_ => true)),
            policy.FocusAreas.ToDictionary(area => area.Id, area => Agreement.Alpha(Units(word => word.Area == area.Id)), StringComparer.Ordinal),
            Agreement.Source);
    }

    private ModelFigures Beside(IReadOnlyList<PeoplesWord> words, Dictionary<string, HashSet<string>> model, Dictionary<string, string> titles)
    {
        // A tie is no word to hold against the model.
        var decided = words.SelectMany(word => word.Areas.Where(area => area.Belongs is not null).Select(area => (word.Id, area.Area, People: area.Belongs == true, Model: model[word.Id].Contains(area.Area)))).ToList();
        var differing = decided.Where(one => one.People != one.Model).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return new ModelFigures(
            words.Count,
            words.Count - differing.Count,
            policy.FocusAreas.ToDictionary(
                area => area.Id,
                area =>
                {
                    var of = decided.Where(one => one.Area == area.Id).ToList();
                    return new AreaFigures(of.Count(one => one is { People: true, Model: true }), of.Count(one => one is { People: true, Model: false }), of.Count(one => one is { People: false, Model: true }));
                },
                StringComparer.Ordinal),
            [.. words.Where(word => differing.Contains(word.Id)).Select(word => new ModelDifference(
                word.Id, titles.GetValueOrDefault(word.Id) ?? "",
                [.. word.Areas.Where(area => area.Belongs == true).Select(area => area.Area)],
                [.. policy.FocusAreas.Select(area => area.Id).Where(model[word.Id].Contains)]))]);
    }

    private async Task ReadAsync(IReadOnlyList<PeoplesWord> page, Dictionary<string, string> titles, Dictionary<string, HashSet<string>> model)
    {
        var rows = await tables.QueryAsync($"""
            WITH asked(source, item, revision) AS (VALUES {string.Join(", ", page.Select(word => $"({ViewSql.Literal(word.Source)}, {ViewSql.Literal(word.ItemId)}, {word.Revision})"))})
            SELECT a.source || '/' || a.item AS id, d.title, c.focus_area, coalesce(c.belongs, false) AS belongs
            FROM asked a LEFT JOIN documents_history d ON d._source = a.source AND d._item_id = a.item AND d._revision = a.revision
            LEFT JOIN classifications c ON c._source = a.source AND c._item_id = a.item AND c._revision = a.revision
            """).ConfigureAwait(false);
        foreach (var row in rows.Rows)
        {
            titles[row.Text("id")] = row.Text("title");
            if (row["focus_area"] is not string area)
                continue;
            if (!model.TryGetValue(row.Text("id"), out var areas))
                model.Add(row.Text("id"), areas = new(StringComparer.Ordinal));
            if (row["belongs"] is true)
                areas.Add(area);
        }
    }
}
