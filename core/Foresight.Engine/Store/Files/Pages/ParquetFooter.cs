using System.Buffers.Binary;
using System.Text;
using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>What stands at the end of a file: its schema, and where the pages of each row group are. Fields have the numbers of parquet.thrift.</summary>
internal sealed class ParquetFooter(TableShape table, IReadOnlyList<IReadOnlyList<EncodedChunk>> groups, IReadOnlyList<int> rows)
{
    private const int FormatVersion = 2;

    /// <summary>In the form that other readers parse; its number is raised when pages come out otherwise, as after a mended fault.</summary>
    private const string Writer = "Foresight version 1.0.0";

    /// <summary>A longer bound helps no reader and makes every one of them read it.</summary>
    private const int LongestBound = 1_000;

    public void Write(PageBuffer to)
    {
        var thrift = new ThriftWriter(to);
        thrift.Fields(() =>
        {
            thrift.Int32(1, FormatVersion);
            thrift.Structs(2, [element => Root(element), .. table.FileColumns.SelectMany(SchemaFields.Of)], element => element(thrift));
            thrift.Int64(3, rows.Sum(count => (long)count));
            thrift.Structs(4, [.. groups.Zip(rows)], group => Group(thrift, group.First, group.Second));
            thrift.Text(6, Writer);
            // Texts by their UTF-8 bytes, numbers by their size.
            thrift.Structs(7, [.. table.FileColumns.SelectMany(LeafShape.Of)], _ => thrift.Struct(1, () => { }));
        });
    }

    private void Root(ThriftWriter element)
    {
        element.Text(4, table.Name);
        element.Int32(5, table.FileColumns.Count);
    }

    private static void Group(ThriftWriter thrift, IReadOnlyList<EncodedChunk> chunks, int rows)
    {
        thrift.Structs(1, chunks, chunk =>
        {
            thrift.Int64(2, 0); // Where it begins is in its own facts.
            thrift.Struct(3, () => Chunk(thrift, chunk));
        });
        thrift.Int64(2, chunks.Sum(chunk => chunk.Uncompressed));
        thrift.Int64(3, rows);
        thrift.Int64(5, chunks[0].Offset);
        thrift.Int64(6, chunks.Sum(chunk => (long)chunk.Size));
    }

    private static void Chunk(ThriftWriter thrift, EncodedChunk chunk)
    {
        thrift.Int32(1, (int)chunk.Leaf.Type);
        thrift.Int32s(2, chunk.HasDictionary ? [ParquetCode.Plain, ParquetCode.Runs, ParquetCode.DictionaryCodes] : [ParquetCode.Plain, ParquetCode.Runs]);
        thrift.Texts(3, chunk.Leaf.Path);
        thrift.Int32(4, ParquetCode.Zstd);
        thrift.Int64(5, chunk.Slots);
        thrift.Int64(6, chunk.Uncompressed);
        thrift.Int64(7, chunk.Size);
        thrift.Int64(9, chunk.Offset + chunk.DataPage);
        if (chunk.HasDictionary)
        {
            thrift.Int64(11, chunk.Offset);
        }

        if (chunk.Range is { } range)
        {
            thrift.Struct(12, () => Statistics(thrift, range));
        }
    }

    private static void Statistics(ThriftWriter thrift, ColumnRange range)
    {
        thrift.Int64(3, range.Nulls);
        if (Bound(range.Min, -0.0) is { } least && Bound(range.Max, 0.0) is { } greatest)
        {
            thrift.Binary(5, greatest);
            thrift.Binary(6, least);
        }
    }

    /// <summary>A bound as it is written; null where there is none. Of the two zeros, which are equal to us and not to every reader, the outer one.</summary>
    private static byte[]? Bound(object? value, double zero) =>
        value is not null && Plain(value is 0.0 ? zero : value) is { Length: <= LongestBound } bytes ? bytes : null;

    private static byte[] Plain(object value)
    {
        var bytes = new byte[sizeof(long)];
        switch (value)
        {
            case string text:
                return Encoding.UTF8.GetBytes(text);
            case double number:
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
                return bytes;
            case DateTime instant:
                BinaryPrimitives.WriteInt64LittleEndian(bytes, ColumnLeaves.Microseconds(instant));
                return bytes;
            case long number:
                BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
                return bytes;
            case DateOnly day:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, ColumnLeaves.Days(day));
                return bytes[..sizeof(int)];
            case int number:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
                return bytes[..sizeof(int)];
            default:
                throw new NotSupportedException($"A {value.GetType().Name} is the least value of no column.");
        }
    }
}
