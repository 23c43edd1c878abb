using Foresight.Sdk;

namespace Foresight.Engine.Store.Columns;

/// <summary>The columns that make a row this row, over all sources.</summary>
internal static class Identities
{
    public static IReadOnlyList<string> Of(TableShape table) =>
        table == StoreShapes.Documents ? [ColumnName.Source, ColumnName.ItemId]
        : table == StoreShapes.Classifications ? [ColumnName.Source, ColumnName.ItemId, "focus_area"]
        : table == StoreShapes.Tags ? [ColumnName.Source, ColumnName.ItemId]
        : table == StoreShapes.Registers ? [ColumnName.Source, ColumnName.Dataset, ColumnName.ItemId]
        : table == StoreShapes.Codes ? [ColumnName.Source, ColumnName.Dataset, "dimension", "code"]
        : [ColumnName.Source, ColumnName.Dataset, "freq", .. Dimension.Columns, "dims", "period"];
}
