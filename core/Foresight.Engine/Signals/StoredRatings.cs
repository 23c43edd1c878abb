using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Reads what people said of signals back from the store.</summary>
internal static class StoredRatings
{
    /// <summary>All that was ever said, in its order.</summary>
    public static async Task<IReadOnlyList<RatingRow>> AllAsync(ITables tables) =>
        [.. (await tables.QueryAsync("SELECT * FROM ratings ORDER BY rated_at, _source, signal_id, person").ConfigureAwait(false)).Rows.Select(Read)];

    private static RatingRow Read(TableRow row) => new(row.Text("_source"), row.Text("signal_id"), row.Text("person"), StoredCells.Instant(row, "rated_at"))
    {
        Impact = StoredCells.Whole(row, "impact"),
        Likelihood = StoredCells.Whole(row, "likelihood"),
        Horizon = StoredCells.Word<Horizon>(row, "horizon"),
        Level = StoredCells.Word<SignalLevel>(row, "level"),
        Confirms = row["confirms"] as bool?,
        Note = row["note"] as string,
        ContentHash = row["_content_hash"] as string,
    };
}
