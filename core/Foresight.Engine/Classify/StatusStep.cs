using Foresight.Sdk;

namespace Foresight.Engine.Classify;

/// <summary>Tells how the documents of a store stand with the model of now. It trains nothing.</summary>
public sealed class StatusStep(ClassifySetup setup, ITables tables)
{
    private const string Judged = """
        FROM documents d LEFT JOIN tags t ON t._source = d._source AND t._item_id = d._item_id AND t._revision = d._revision LEFT JOIN (SELECT _source, _item_id, _revision, bool_or(belongs) AS some FROM classifications
            WHERE model_version = $1 AND policy_version = $2 GROUP BY ALL) c
          ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision
        """;

    private const string Areas = """
        SELECT c.focus_area AS area, count(*) AS n FROM classifications c
        JOIN documents d ON c._source = d._source AND c._item_id = d._item_id AND c._revision = d._revision
        WHERE c.model_version = $1 AND c.policy_version = $2 AND c.belongs GROUP BY ALL
        """;

    /// <summary>Reads it.</summary>
    /// <exception cref="LabelFileException">The label files are wrong.</exception>
    public async Task<ModelStatus> ReadAsync()
    {
        var (record, card, refused) = FocusModels.Known(setup);
        var (version, policy) = (record?.Version ?? "", setup.Policy.Version);
        var languages = (await tables.QueryAsync(
            $"SELECT coalesce(t.language_found, d.language, 'unknown') AS language, count(*) AS n, count(c.some) AS judged, count(*) FILTER (NOT c.some) AS none {Judged} GROUP BY 1 ORDER BY 2 DESC, 1",
            version, policy).ConfigureAwait(false)).Rows.ToArray();
        var areas = (await tables.QueryAsync(Areas, version, policy).ConfigureAwait(false)).Rows.ToDictionary(row => row.Text("area"), row => Count(row, "n"), StringComparer.Ordinal);
        return new ModelStatus(
            record,
            card,
            languages.Sum(row => Count(row, "n")),
            languages.Sum(row => Count(row, "judged")),
            setup.Policy.FocusAreas.Select(area => KeyValuePair.Create(area.Id, areas.GetValueOrDefault(area.Id)))
                .Append(KeyValuePair.Create("none", languages.Sum(row => Count(row, "none")))).ToDictionary(StringComparer.Ordinal),
            languages.ToDictionary(row => row.Text("language"), row => new LanguageStatus(Count(row, "n"), Count(row, "judged")), StringComparer.Ordinal))
        {
            Refused = refused,
            Marks = await VerdictMarks.ReadAsync(tables, version, policy).ConfigureAwait(false),
        };
    }

    private static long Count(TableRow row, string column) => (long)(row.Number(column) ?? 0);
}
