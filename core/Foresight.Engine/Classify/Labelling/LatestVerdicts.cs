using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Labelling;

/// <summary>Of what each person said of each document, the latest.</summary>
internal static class LatestVerdicts
{
    /// <summary>The note of a verdict that was taken back: it counts as if that person had never seen the document.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>As a common table expression, <c>said</c>.</summary>
    public const string Sql = $"""
        said AS (
          SELECT * EXCLUDE nth FROM (
            SELECT *, row_number() OVER (PARTITION BY _source, _item_id, person ORDER BY decided_at DESC) AS nth FROM verdicts)
          WHERE nth = 1 AND NOT (coalesce(unsure, false) AND note IS NOT DISTINCT FROM '{Withdrawn}'))
        """;

    public static async Task<IReadOnlyList<PersonVerdictRow>> ReadAsync(ITables tables) =>
        [.. (await tables.QueryAsync($"WITH {Sql} SELECT * FROM said ORDER BY _source, _item_id, person").ConfigureAwait(false)).Rows.Select(Row)];

    /// <summary>All that was ever said, in its order.</summary>
    public static async Task<IReadOnlyList<PersonVerdictRow>> AllAsync(ITables tables) =>
        [.. (await tables.QueryAsync("SELECT * FROM verdicts ORDER BY decided_at, _source, _item_id, person").ConfigureAwait(false)).Rows.Select(Row)];

    /// <summary>All that one person said of one document, the latest first.</summary>
    public static async Task<IReadOnlyList<PersonVerdictRow>> OfAsync(ITables tables, string source, string item, string person) =>
        [.. (await tables.QueryAsync("SELECT * FROM verdicts WHERE _source = $1 AND _item_id = $2 AND person = $3 ORDER BY decided_at DESC", source, item, person).ConfigureAwait(false)).Rows.Select(Row)];

    private static PersonVerdictRow Row(TableRow row) => new(
        row.Text("_source"), row.Text("_item_id"), (int)(row.Number("_revision") ?? 1), row.Text("person"),
        new DateTimeOffset(DateTime.SpecifyKind((DateTime)row["decided_at"]!, DateTimeKind.Utc)), Texts(row, "labels"))
    {
        Unsure = row["unsure"] is true,
        Note = row["note"] as string,
        PolicyVersion = row["policy_version"] as string,
        ModelVersion = row["model_version"] as string,
    };

    /// <summary>A column of lists of texts.</summary>
    public static IReadOnlyList<string> Texts(TableRow row, string column) =>
        row[column] is System.Collections.IEnumerable list and not string ? [.. list.Cast<object?>().OfType<string>()] : [];
}
