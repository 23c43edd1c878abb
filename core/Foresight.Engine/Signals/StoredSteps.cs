using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Reads what people did about signals back from the store.</summary>
internal static class StoredSteps
{
    /// <summary>All that was ever done, in its order.</summary>
    public static async Task<IReadOnlyList<StepRow>> AllAsync(ITables tables) =>
        [.. (await tables.QueryAsync("SELECT * FROM steps ORDER BY taken_at, _source, signal_id, step").ConfigureAwait(false)).Rows.Select(Read)];

    private static StepRow Read(TableRow row) => new(
        row.Text("_source"), row.Text("signal_id"), StoredCells.Instant(row, "taken_at"), StoredCells.Word<StepKind>(row, "step")!.Value, row.Text("person"))
    {
        Owner = row["owner"] as string,
        Role = row["role"] as string,
        Response = row["response"] as string,
        Due = row["due"] as DateOnly?,
        Reason = row["reason"] as string,
        Activity = row["activity"] as string,
        Decision = row["decision"] as string,
        Headline = StoredCells.Text(row, "headline"),
        FocusArea = row["focus_area"] as string,
        PolicyVersion = row["policy_version"] as string,
        ContentHash = row["_content_hash"] as string,
    };
}
