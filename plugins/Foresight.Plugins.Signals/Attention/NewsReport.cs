using Foresight.Sdk;

namespace Foresight.Plugins.Signals.Attention;

/// <summary>A document as evidence names it. It does not hold on to the row, whose page would stay in memory with it.</summary>
/// <param name="Source">Its source.</param>
/// <param name="ItemId">Its id there.</param>
/// <param name="LoadId">The load that brought it.</param>
/// <param name="Publisher">Its publisher; its source where nobody knows.</param>
/// <param name="Steep">Its STEEP tag; empty where the model cannot say.</param>
internal sealed record NewsReport(string Source, string ItemId, string LoadId, string Publisher, string Steep)
{
    public Evidence Evidence => new() { View = "documents", Source = Source, Record = ItemId, LoadId = LoadId };

    public static NewsReport Of(TableRow row) =>
        new(row.Text("_source"), row.Text("_item_id"), row.Text("_load_id"), row.Text("publisher"), row.Text("steep"));
}
