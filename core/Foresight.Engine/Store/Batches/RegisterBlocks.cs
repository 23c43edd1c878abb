using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Merge;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Batches;

/// <summary>A batch of a register's rows as columns.</summary>
internal static class RegisterBlocks
{
    public static KeyedBlock Of(RegisterBatch batch, string loadId, DateTimeOffset fetchedAt, string? rawSha256)
    {
        var register = Register.All.FirstOrDefault(register => register.Id == batch.Register) ?? throw new ArgumentException(
            $"There is no register '{batch.Register}'; there are {string.Join(", ", Register.All.Select(known => known.Id))}.");
        if (batch.Rows.Any(row => string.IsNullOrWhiteSpace(row.Id)))
        {
            throw new ArgumentException($"A row of the register {register.Id} has no id.");
        }

        var names = register.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        if (batch.Rows.SelectMany(row => row.Fields.Keys, (row, name) => (row, name)).FirstOrDefault(pair => !names.Contains(pair.name)) is { name: { } unknown } wrong)
        {
            throw new ArgumentException($"The row {wrong.row.Id} of the register {register.Id} has a field '{unknown}', which the register does not know.");
        }

        foreach (var row in batch.Rows)
        {
            if (register.Columns.FirstOrDefault(column => row.Fields.TryGetValue(column.Name, out var text) && !RegisterForm.Fits(column, text)) is { } column)
            {
                throw new ArgumentException($"The row {row.Id} of the register {register.Id} has '{row.Fields[column.Name]}' in '{column.Name}': {RegisterForm.Of(column)} is due.");
            }
        }

        var fetched = Instants.ToStored(fetchedAt);
        var block = ColumnBlock.OfRows(StoreShapes.Registers, [.. batch.Rows.Select(row => Row(row, loadId, fetched, rawSha256))]);
        return KeyedBlock.Of(ItemIdentity.OfRegisters, block) with { Dataset = register.Id, Next = batch.Next };
    }

    private static Dictionary<string, object?> Row(RegisterRow row, string loadId, DateTime fetched, string? rawSha256) => new()
    {
        [ColumnName.ItemId] = row.Id,
        ["fields"] = row.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).ToArray(),
        [ColumnName.ContentHash] = ContentHash.Of(row.Fields.ToDictionary(field => field.Key, object? (field) => field.Value)),
        ["_load_id"] = loadId,
        [ColumnName.RetiredBy] = null,
        ["_fetched_at"] = fetched,
        [ColumnName.FirstSeenAt] = fetched,
        ["_raw_sha256"] = rawSha256,
        [ColumnName.Revision] = 1,
    };
}
