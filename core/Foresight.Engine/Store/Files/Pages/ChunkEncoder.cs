using System.Buffers.Binary;
using System.Text;
using Foresight.Engine.Store.Columns;
using ZstdSharp;

namespace Foresight.Engine.Store.Files.Pages;

/// <summary>
/// Encodes and compresses the rows of a column. Parquet.Net looks each text up anew to find a column's dictionary; the store's columns
/// have codes already, and writing these is a tenth of the work.
/// </summary>
internal sealed class ChunkEncoder : IDisposable
{
    private const int ZstdLevel = 1;

    private readonly Compressor compressor = new(ZstdLevel);
    private readonly PageBuffer page = new();

    public IReadOnlyList<EncodedChunk> Encode(ColumnShape shape, Column column, ColumnRange range)
    {
        if (range.Nulls > 0 && !shape.IsNullable)
        {
            throw new InvalidOperationException($"Column {shape.Name} has {range.Nulls} rows without a value, and it may have none.");
        }

        // What is no number sorts below all others; neither the log nor the file could say a range with it.
        if (range is { Min: double least, Max: double greatest } && !(double.IsFinite(least) && double.IsFinite(greatest)))
        {
            throw new InvalidOperationException($"Column {shape.Name} has a value that is infinite or no number; leave such a value out.");
        }

        using var lent = new LentNumbers();
        var leaves = LeafShape.Of(shape);
        return [.. ColumnLeaves.Of(column, lent).Select((rows, i) => Encode(leaves[i], rows, shape.HasRange ? range : null, lent))];
    }

    public void Dispose()
    {
        compressor.Dispose();
        page.Dispose();
    }

    private EncodedChunk Encode(LeafShape leaf, LeafRows rows, ColumnRange? range, LentNumbers lent)
    {
        var pages = new PageBuffer();
        var dictionary = rows.Values is TextValues coded ? TextDictionary.Of(coded, lent) : null;
        var uncompressed = 0L;
        if (dictionary is not null)
        {
            page.Clear();
            WriteTexts(dictionary.Texts);
            uncompressed += WritePage(pages, header => header.Struct(7, () =>
            {
                header.Int32(1, dictionary.Texts.Count);
                header.Int32(2, ParquetCode.Plain);
            }), ParquetCode.DictionaryPage);
        }

        var dataPage = pages.Length;
        page.Clear();
        WriteLevels(rows.Repetitions, leaf.MaxRepetition);
        WriteLevels(rows.Definitions, leaf.MaxDefinition);
        WriteValues(rows.Values, dictionary);
        uncompressed += WritePage(pages, header => header.Struct(5, () =>
        {
            header.Int32(1, rows.Definitions.Count);
            header.Int32(2, dictionary is null ? ParquetCode.Plain : ParquetCode.DictionaryCodes);
            header.Int32(3, ParquetCode.Runs);
            header.Int32(4, ParquetCode.Runs);
        }), ParquetCode.DataPage);
        return new(leaf, pages, rows.Definitions.Count, dataPage, uncompressed, range);
    }

    private void WriteValues(LeafValues values, TextDictionary? dictionary)
    {
        switch (values)
        {
            case TextValues when dictionary is not null:
                var width = RunEncoder.WidthOf(dictionary.Texts.Count - 1);
                page.Byte((byte)width);
                RunEncoder.Write(page, dictionary.Codes.Span, width);
                break;
            case TextValues texts:
                WriteTexts([.. texts.Codes.ToArray().Select(code => texts.Texts[code])]);
                break;
            case PlainValues plain:
                plain.WriteTo(page);
                break;
        }
    }

    private void WriteTexts(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            var length = Encoding.UTF8.GetByteCount(text);
            page.Int32(length);
            Encoding.UTF8.GetBytes(text, page.Next(length));
        }
    }

    private void WriteLevels(Levels levels, int most)
    {
        if (most == 0)
        {
            return;
        }

        var start = page.Length;
        page.Int32(0); // Their length, which is known afterwards.
        var width = RunEncoder.WidthOf(most);
        if (levels.Each.IsEmpty)
        {
            RunEncoder.WriteRun(page, levels.Same, levels.Count, width);
        }
        else
        {
            RunEncoder.Write(page, levels.Each.Span, width);
        }

        BinaryPrimitives.WriteInt32LittleEndian(page.From(start), page.Length - start - sizeof(int));
    }

    /// <summary>Compresses the page and puts its header before it; gives the bytes that both had.</summary>
    private long WritePage(PageBuffer pages, Action<ThriftWriter> kind, int type)
    {
        using var packed = new PageBuffer();
        var room = packed.Next(Compressor.GetCompressBound(page.Length));
        packed.Return(room.Length - compressor.Wrap(page.Written.Span, room));
        var start = pages.Length;
        var header = new ThriftWriter(pages);
        header.Fields(() =>
        {
            header.Int32(1, type);
            header.Int32(2, page.Length);
            header.Int32(3, packed.Length);
            kind(header);
        });
        var headerLength = pages.Length - start;
        pages.Bytes(packed.Written.Span);
        return headerLength + page.Length;
    }
}
