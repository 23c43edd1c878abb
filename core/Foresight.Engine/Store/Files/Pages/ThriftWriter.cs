using System.Text;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>Writes Thrift's compact protocol, in which Parquet's headers and footer are. Fields come in the order of their numbers.</summary>
internal sealed class ThriftWriter(PageBuffer to)
{
    private const byte Yes = 1;
    private const byte No = 2;
    private const byte Int32Type = 5;
    private const byte Int64Type = 6;
    private const byte BinaryType = 8;
    private const byte ListType = 9;
    private const byte StructType = 12;

    private int last;

    public void Bool(int field, bool value) => Header(field, value ? Yes : No);

    public void Int32(int field, int value)
    {
        Header(field, Int32Type);
        ZigZag(value);
    }

    public void Int64(int field, long value)
    {
        Header(field, Int64Type);
        ZigZag(value);
    }

    public void Text(int field, string value) => Binary(field, Encoding.UTF8.GetBytes(value));

    public void Binary(int field, ReadOnlySpan<byte> value)
    {
        Header(field, BinaryType);
        Raw(value);
    }

    public void Struct(int field, Action content)
    {
        Header(field, StructType);
        Fields(content);
    }

    public void Structs<T>(int field, IReadOnlyCollection<T> items, Action<T> content) =>
        List(field, StructType, items, item => Fields(() => content(item)));

    public void Int32s(int field, IReadOnlyCollection<int> items) => List(field, Int32Type, items, item => ZigZag(item));

    public void Texts(int field, IReadOnlyCollection<string> items) => List(field, BinaryType, items, item => Raw(Encoding.UTF8.GetBytes(item)));

    /// <summary>The fields of a struct, and its end.</summary>
    public void Fields(Action content)
    {
        var outer = last;
        last = 0;
        content();
        to.Byte(0);
        last = outer;
    }

    private void List<T>(int field, byte type, IReadOnlyCollection<T> items, Action<T> write)
    {
        Header(field, ListType);
        if (items.Count < 15)
        {
            to.Byte((byte)((items.Count << 4) | type));
        }
        else
        {
            to.Byte((byte)(0xf0 | type));
            to.Varint((ulong)items.Count);
        }

        foreach (var item in items)
        {
            write(item);
        }
    }

    /// <summary>Parquet's structs have at most fifteen fields, so that a step of four bits is enough.</summary>
    private void Header(int field, byte type)
    {
        to.Byte((byte)(((field - last) << 4) | type));
        last = field;
    }

    private void Raw(ReadOnlySpan<byte> value)
    {
        to.Varint((ulong)value.Length);
        to.Bytes(value);
    }

    private void ZigZag(long value) => to.Varint((ulong)((value << 1) ^ (value >> 63)));
}
