using Foresight.Engine.Store.Columns;
using Parquet;
using Parquet.Schema;

namespace Foresight.Engine.Store.Files;

/// <summary>Writes one data file: aside, flushed to disk, then moved to its name.</summary>
internal sealed class ParquetFileWriter : IAsyncDisposable
{
    /// <summary>Rows in a row group; fewer only at the end of a file.</summary>
    public const int GroupRows = 100_000;

    private readonly TableShape table;
    private readonly string path;
    private readonly FileStream stream;
    private readonly ParquetSchema schema;
    private readonly ParquetWriter writer;
    private readonly List<ColumnBlock> pending = [];
    private readonly ColumnRange[] ranges;
    private int pendingRows;
    private bool placed;

    private ParquetFileWriter(TableShape table, string path, FileStream stream, ParquetSchema schema, ParquetWriter writer)
    {
        (this.table, this.path, this.stream, this.schema, this.writer) = (table, path, stream, schema, writer);
        ranges = new ColumnRange[table.FileColumns.Count];
    }

    /// <summary>The rows so far.</summary>
    public long Rows { get; private set; }

    public static async Task<ParquetFileWriter> CreateAsync(TableShape table, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var schema = ParquetFields.Schema(table);
        var stream = new FileStream(path + TemporaryFile.Suffix, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        var writer = await ParquetWriter.CreateAsync(schema, stream, ParquetFields.Options(schema));
        return new(table, path, stream, schema, writer);
    }

    public async Task AddAsync(ColumnBlock block)
    {
        if (block.Count == 0)
        {
            return;
        }

        pending.Add(block);
        pendingRows += block.Count;
        Rows += block.Count;
        if (pendingRows >= GroupRows)
        {
            await WritePendingAsync();
        }
    }

    /// <summary>Ends the file and gives the ranges of its columns, in the table's order of file columns.</summary>
    public async Task<DataFileFacts> CompleteAsync()
    {
        await WritePendingAsync();
        await writer.DisposeAsync();
        stream.Flush(flushToDisk: true);
        var size = stream.Length;
        await stream.DisposeAsync();
        File.Move(path + TemporaryFile.Suffix, path);
        placed = true;
        return new(size, Rows, ranges);
    }

    public async ValueTask DisposeAsync()
    {
        if (placed)
        {
            return;
        }

        // A file that was not completed only takes room, and the disk may be full; after a kill the next writer removes it.
        try
        {
            await stream.DisposeAsync();
        }
        finally
        {
            File.Delete(path + TemporaryFile.Suffix);
        }
    }

    private async Task WritePendingAsync()
    {
        if (pendingRows == 0)
        {
            return;
        }

        var block = ColumnBlock.Join(pending);
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = ranges[i].Union(block.Columns[i].Range());
        }

        // A remainder shorter than a whole group goes with the last one: tiny groups cost every reader.
        for (var start = 0; start < block.Count;)
        {
            var rows = block.Count - start < 2 * GroupRows ? block.Count - start : GroupRows;
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < table.FileColumns.Count; i++)
            {
                await ParquetColumns.WriteAsync(
                    group, ParquetFields.Leaves(schema, table.FileColumns[i].Name), block.Columns[i], start, rows);
            }

            group.CompleteValidate();
            start += rows;
        }

        pending.Clear();
        pendingRows = 0;
    }
}

/// <summary>What the log says of a data file.</summary>
internal sealed record DataFileFacts(long Size, long Rows, IReadOnlyList<ColumnRange> Ranges);
