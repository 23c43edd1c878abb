using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Reads what happened to alerts back from the store.</summary>
internal static class StoredAlerts
{
    /// <summary>All that ever happened, in its order.</summary>
    public static async Task<IReadOnlyList<AlertRow>> AllAsync(ITables tables) =>
        [.. (await tables.QueryAsync("SELECT * FROM alerts ORDER BY \"at\", _source, alert_id").ConfigureAwait(false)).Rows.Select(Read)];

    private static AlertRow Read(TableRow row) => new(row.Text("_source"), row.Text("alert_id"), StoredCells.Instant(row, "at"), row.Text("event"), row.Text("level"))
    {
        Period = row["period"] as string,
        Value = row.Number("value"),
        Sentence = StoredCells.Text(row, "sentence"),
        Person = row["person"] as string,
        Note = row["note"] as string,
        RuleHash = row["rule_hash"] as string,
        Evidence = StoredCells.List<Evidence>(row, "evidence"),
    };
}
