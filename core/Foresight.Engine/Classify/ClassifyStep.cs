using Foresight.Engine.Classify.Rules;
using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Classify;

/// <summary>
/// Judges the documents that have no verdict of this model, policy version and rules yet. The model is trained on first use. A document is judged for
/// every focus area; belonging to none is a valid answer and is stored as such.
/// </summary>
/// <param name="setup">Policy, classifier, labels.</param>
/// <param name="tables">The store's tables; must see what <paramref name="append"/> wrote.</param>
/// <param name="append">Stores verdicts: <see cref="TableStore.AppendClassificationsAsync"/>.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Tells of training.</param>
public sealed class ClassifyStep(
    ClassifySetup setup, ITables tables, Func<IReadOnlyList<ClassificationRow>, IReadOnlyList<TagRow>, CancellationToken, Task<AppendCounts>> append, TimeProvider clock, ILogger logger)
{
    /// <summary>Documents per query and commit: enough for both cores, few enough for memory.</summary>
    private const int Page = 2000;

    private const string Waiting = """
        FROM documents d
        LEFT JOIN (SELECT DISTINCT _source, _item_id, _revision FROM classifications
            WHERE model_version = $1 AND policy_version = $2 AND coalesce(rules_version, '') = $3) c
          ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision
        WHERE c._item_id IS NULL
        """;

    private readonly FocusModels _models = new(setup, clock, logger);

    /// <summary>Makes the model for the labels and settings of now ready; by force also where it exists.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    /// <exception cref="ClassifyException">Training failed.</exception>
    public async Task<ReadyModel> TrainAsync(bool force, CancellationToken cancellationToken) =>
        (await _models.GetAsync(force, cancellationToken).ConfigureAwait(false)).Model;

    /// <summary>Trains where needed, judges what waits and counts.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    /// <exception cref="ClassifyException">Training or judging failed; what was judged before is kept.</exception>
    public async Task<ClassifyResult> RunAsync(IProgress<ClassifyProgress>? progress, CancellationToken cancellationToken)
    {
        var (model, classifier) = await _models.GetAsync(force: false, cancellationToken).ConfigureAwait(false);
        var judge = new DocumentJudge(setup, model.Record, classifier);
        var (version, policy, rules) = (model.Record.Version, setup.Policy.Version, RulesVersion.Of(setup.Policy.Classification.Rules));
        var waiting = (await tables.QueryAsync($"SELECT count(*) AS n {Waiting}", version, policy, rules).ConfigureAwait(false)).Rows.Single();
        var (total, done) = ((long)(waiting.Number("n") ?? 0), 0L);
        // Pages go by key, not by "what still waits": a store that drops a verdict must not make this run for ever.
        var (source, item) = ("", "");
        while (done < total)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await tables.QueryAsync(
                $"SELECT d._source, d._item_id, d._revision, d.title, d.text, d.language {Waiting} AND (d._source > $4 OR (d._source = $4 AND d._item_id > $5)) ORDER BY d._source, d._item_id LIMIT {Page}",
                version, policy, rules, source, item).ConfigureAwait(false);
            if (page.RowCount == 0)
                break;
            var (areas, tags) = judge.Judge(page, clock.GetUtcNow());
            await append(areas, tags, cancellationToken).ConfigureAwait(false);
            done += page.RowCount;
            var last = page.Rows.Last();
            (source, item) = (last.Text("_source"), last.Text("_item_id"));
            progress?.Report(new ClassifyProgress(done, total));
        }

        return await CountAsync(model, done).ConfigureAwait(false);
    }

    private async Task<ClassifyResult> CountAsync(ReadyModel model, long classified)
    {
        const string Judged = """
            FROM classifications c JOIN documents d ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision
            WHERE c.model_version = $1 AND c.policy_version = $2
            """;
        var (version, policy) = (model.Record.Version, setup.Policy.Version);
        var areas = (await tables.QueryAsync($"SELECT c.focus_area, count(*) AS n {Judged} AND c.belongs GROUP BY c.focus_area", version, policy).ConfigureAwait(false))
            .Rows.ToDictionary(row => row.Text("focus_area"), row => (long)(row.Number("n") ?? 0), StringComparer.Ordinal);
        var whole = (await tables.QueryAsync(
            $"SELECT count(*) AS n, count(*) FILTER (NOT belongs_to_some) AS none FROM (SELECT bool_or(c.belongs) AS belongs_to_some {Judged} GROUP BY d._source, d._item_id)",
            version, policy).ConfigureAwait(false)).Rows.Single();
        return new ClassifyResult(
            model,
            classified,
            (long)(whole.Number("n") ?? 0),
            setup.Policy.FocusAreas.ToDictionary(area => area.Id, area => areas.GetValueOrDefault(area.Id), StringComparer.Ordinal),
            (long)(whole.Number("none") ?? 0))
        {
            Marks = await VerdictMarks.ReadAsync(tables, version, policy).ConfigureAwait(false),
        };
    }
}
