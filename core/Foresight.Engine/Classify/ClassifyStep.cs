using Foresight.Engine.Store;
using Foresight.Sdk;
using Microsoft.Extensions.Logging;

namespace Foresight.Engine.Classify;

/// <summary>
/// Judges the documents that have no verdict of this model and policy version yet. The model is trained on first use. A document is judged for
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

    /// <summary>Terms stored per verdict.</summary>
    private const int Terms = 6;

    private const string Waiting = """
        FROM documents d
        LEFT JOIN (SELECT DISTINCT _source, _item_id, _revision FROM classifications WHERE model_version = $1 AND policy_version = $2) c
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
        var (version, policy) = (model.Record.Version, setup.Policy.Version);
        var waiting = (await tables.QueryAsync($"SELECT count(*) AS n {Waiting}", version, policy).ConfigureAwait(false)).Rows.Single();
        var (total, done) = ((long)(waiting.Number("n") ?? 0), 0L);
        // Pages go by key, not by "what still waits": a store that drops a verdict must not make this run for ever.
        var (source, item) = ("", "");
        while (done < total)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await tables.QueryAsync(
                $"SELECT d._source, d._item_id, d._revision, d.title, d.text, d.language {Waiting} AND (d._source > $3 OR (d._source = $3 AND d._item_id > $4)) ORDER BY d._source, d._item_id LIMIT {Page}",
                version, policy, source, item).ConfigureAwait(false);
            if (page.RowCount == 0)
                break;
            await append(Judge(classifier, page, version), [], cancellationToken).ConfigureAwait(false);
            done += page.RowCount;
            var last = page.Rows.Last();
            (source, item) = (last.Text("_source"), last.Text("_item_id"));
            progress?.Report(new ClassifyProgress(done, total));
        }

        return await CountAsync(model, done).ConfigureAwait(false);
    }

    private List<ClassificationRow> Judge(IClassifier classifier, Table page, string version)
    {
        var texts = page.Rows.Select(row => new ClassifierText(row.Text("title"), row.Text("text"), row["language"] as string)).ToArray();
        IReadOnlyList<Verdict> verdicts;
        try
        {
            verdicts = classifier.Classify(texts);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ClassifyException($"The classifier '{setup.ClassifierId}' could not judge {texts.Length} documents: {fault.Message}", fault);
        }

        if (verdicts.Count != texts.Length)
            throw new ClassifyException($"The classifier '{setup.ClassifierId}' gave {verdicts.Count} verdicts on {texts.Length} documents; it must give one each.");

        var now = clock.GetUtcNow();
        return [.. page.Rows.Zip(verdicts).SelectMany(pair => pair.Second.Scores.Select(score => new ClassificationRow(
            pair.First.Text("_source"),
            pair.First.Text("_item_id"),
            (int)(pair.First.Number("_revision") ?? 1),
            score.Label,
            score.Probability,
            score.Threshold,
            [.. score.Terms.Where(term => term.Weight > 0).Take(Terms).Select(term => term.Term)],
            version,
            setup.Policy.Version,
            now)))];
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
            (long)(whole.Number("none") ?? 0));
    }
}
