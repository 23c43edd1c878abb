using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Merge;
using Foresight.Sdk;

namespace Foresight.Engine.Store.Batches;

/// <summary>A list of codes as columns.</summary>
internal static class CodeBlocks
{
    public static KeyedBlock Of(CodeListBatch batch, string loadId)
    {
        if (string.IsNullOrWhiteSpace(batch.Dataset))
        {
            throw new ArgumentException("A list of codes names no dataset.");
        }

        if (batch.Codes.FirstOrDefault(code => string.IsNullOrWhiteSpace(code.Dimension) || string.IsNullOrWhiteSpace(code.Code)) is { } nameless)
        {
            throw new ArgumentException(
                $"A list of codes of the dataset {batch.Dataset} has a code without dimension or code ('{nameless.Sv ?? nameless.En ?? nameless.Code}').");
        }

        var block = ColumnBlock.OfRows(StoreShapes.Codes, [.. batch.Codes.Select(code => Row(code, loadId))]);
        return KeyedBlock.Of(CodeIdentity.Instance, block) with { Dataset = batch.Dataset, Next = batch.Next };
    }

    private static Dictionary<string, object?> Row(CodeLabel code, string loadId) => new()
    {
        ["dimension"] = code.Dimension,
        ["code"] = code.Code,
        ["label_sv"] = code.Sv,
        ["label_en"] = code.En,
        ["kind"] = code.Kind switch { CodeKind.Aggregate => "aggregate", CodeKind.Pseudo => "pseudo", _ => "item" },
        ["parent"] = code.Parent,
        ["_load_id"] = loadId,
        [ColumnName.RetiredBy] = null,
        [ColumnName.Revision] = 1,
    };
}
