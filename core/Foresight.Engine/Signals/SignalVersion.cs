using Foresight.Engine.Store;
using Foresight.Sdk;

namespace Foresight.Engine.Signals;

/// <summary>Reads versions of signals back from the store.</summary>
internal static class SignalVersion
{
    /// <summary>Every version, the signals by id, each signal's latest first.</summary>
    public static async Task<IReadOnlyList<SignalRow>> AllAsync(ITables tables) =>
        [.. (await tables.QueryAsync("SELECT * FROM signals ORDER BY _source, signal_id, found_at DESC").ConfigureAwait(false)).Rows.Select(Read)];

    /// <summary>The latest version of each signal.</summary>
    public static async Task<IReadOnlyList<SignalRow>> LatestAsync(ITables tables) =>
        [.. (await tables.QueryAsync("SELECT * FROM signals QUALIFY row_number() OVER (PARTITION BY _source, signal_id ORDER BY found_at DESC) = 1 ORDER BY _source, signal_id").ConfigureAwait(false)).Rows.Select(Read)];

    private static SignalRow Read(TableRow row) => new(
        row.Text("_source"),
        StoredCells.Instant(row, "found_at"),
        row["found"] is true,
        row.Text("_content_hash"),
        new Signal
        {
            Id = row.Text("signal_id"),
            Kind = row.Text("kind"),
            FocusArea = row["focus_area"] as string,
            Level = StoredCells.Word<SignalLevel>(row, "level") ?? SignalLevel.Signal,
            Steep = StoredCells.Word<Steep>(row, "steep"),
            Horizon = StoredCells.Word<Horizon>(row, "horizon"),
            Impact = StoredCells.Word<Grade>(row, "impact"),
            Uncertainty = StoredCells.Word<Grade>(row, "uncertainty"),
            Reliability = StoredCells.Word<Reliability>(row, "reliability"),
            Credibility = StoredCells.Whole(row, "credibility"),
            Publishers = StoredCells.Whole(row, "publishers"),
            Weight = row.Number("weight") ?? 0,
            Headline = StoredCells.Text(row, "headline") ?? new LocalText("", ""),
            Caveat = StoredCells.Text(row, "caveat"),
            Chart = row["chart"] as string,
            Method = row["method"] as string,
            Related = StoredCells.Texts(row, "related"),
            Figures = StoredCells.List<SignalFigure>(row, "figures"),
            Evidence = StoredCells.List<Evidence>(row, "evidence"),
        },
        row.Text("policy_version"));
}
