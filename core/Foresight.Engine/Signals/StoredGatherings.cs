using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Reads what people gathered back from the store.</summary>
internal static class StoredGatherings
{
    /// <summary>Every version, in its order.</summary>
    public static async Task<IReadOnlyList<GatheringRow>> AllAsync(ITables tables) =>
        [.. (await tables.QueryAsync("SELECT * FROM gatherings ORDER BY raised_at, gathering_id").ConfigureAwait(false)).Rows.Select(Read)];

    private static GatheringRow Read(TableRow row) => new(
        row.Text("gathering_id"),
        StoredCells.Instant(row, "raised_at"),
        row.Text("person"),
        row["kept"] is true,
        StoredCells.Word<SignalLevel>(row, "level") ?? SignalLevel.Cluster,
        StoredCells.Text(row, "name")!,
        row.Text("_content_hash"))
    {
        Steep = StoredCells.Word<Steep>(row, "steep"),
        Members = StoredCells.Texts(row, "members"),
        MemberHashes = StoredCells.Texts(row, "member_hashes"),
        Note = row["note"] as string,
    };
}
