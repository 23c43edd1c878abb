using System.Collections.Concurrent;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files.Pages;

namespace Foresight.Engine.Store.Files;

/// <summary>Writes one data file: aside, flushed to disk, then moved to its name. The columns of a row group are encoded on all cores.</summary>
internal sealed class ParquetFileWriter : IAsyncDisposable
{
    /// <summary>Rows in a row group; fewer only at the end of a file and where texts are long.</summary>
    public const int GroupRows = 100_000;

    private readonly TableShape table;
    private readonly string path;
    private readonly int mostRows;
    private readonly FileStream stream;
    private readonly ConcurrentBag<ChunkEncoder> encoders = [];
    private readonly List<IReadOnlyList<EncodedChunk>> groups = [];
    private readonly List<int> groupRows = [];
    private readonly List<ColumnBlock> pending = [];
    private readonly ColumnRange[] ranges;
    private int pendingRows;
    private long pendingText;
    private bool placed;

    private ParquetFileWriter(TableShape table, string path, int mostRows, FileStream stream)
    {
        (this.table, this.path, this.mostRows, this.stream) = (table, path, mostRows, stream);
        ranges = new ColumnRange[table.FileColumns.Count];
    }

    /// <summary>The rows so far.</summary>
    public long Rows { get; private set; }

    private static ReadOnlyMemory<byte> Magic { get; } = "PAR1"u8.ToArray();

    public static async Task<ParquetFileWriter> CreateAsync(TableShape table, string path, int mostRows = GroupRows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = new FileStream(path + TemporaryFile.Suffix, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        await stream.WriteAsync(Magic);
        return new(table, path, mostRows, stream);
    }

    public async Task AddAsync(ColumnBlock block)
    {
        if (block.Count == 0)
        {
            return;
        }

        pending.Add(block);
        pendingRows += block.Count;
        pendingText += RowGroups.TextOf(block);
        Rows += block.Count;
        if (pendingRows >= mostRows || pendingText >= RowGroups.MostText)
        {
            await WritePendingAsync();
        }
    }

    /// <summary>Ends the file and gives the ranges of its columns, in the table's order of file columns.</summary>
    public async Task<DataFileFacts> CompleteAsync()
    {
        await WritePendingAsync();
        using (var end = new PageBuffer())
        {
            new ParquetFooter(table, groups, groupRows).Write(end);
            end.Int32(end.Length);
            end.Bytes(Magic.Span);
            await stream.WriteAsync(end.Written);
        }

        stream.Flush(flushToDisk: true);
        var size = stream.Length;
        await stream.DisposeAsync();
        File.Move(path + TemporaryFile.Suffix, path);
        placed = true;
        return new(size, Rows, ranges);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var encoder in encoders)
        {
            encoder.Dispose();
        }

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
        foreach (var (start, rows) in RowGroups.Of(block, mostRows))
        {
            await WriteGroupAsync(block.Select([.. Enumerable.Range(start, rows)]));
        }

        pending.Clear();
        (pendingRows, pendingText) = (0, 0);
    }

    private async Task WriteGroupAsync(ColumnBlock block)
    {
        var columns = new IReadOnlyList<EncodedChunk>[ranges.Length];
        await Parallel.ForAsync(0, ranges.Length, (i, _) =>
        {
            var range = block.Columns[i].Range();
            ranges[i] = ranges[i].Union(range);
            var encoder = encoders.TryTake(out var idle) ? idle : new();
            try
            {
                columns[i] = encoder.Encode(table.FileColumns[i], block.Columns[i], range);
            }
            finally
            {
                encoders.Add(encoder);
            }

            return ValueTask.CompletedTask;
        });
        var chunks = new List<EncodedChunk>();
        foreach (var chunk in columns.SelectMany(column => column))
        {
            using var pages = chunk.Pages;
            chunks.Add(chunk with { Offset = stream.Position });
            await stream.WriteAsync(pages.Written);
        }

        groups.Add(chunks);
        groupRows.Add(block.Count);
    }
}

/// <summary>What the log says of a data file.</summary>
internal sealed record DataFileFacts(long Size, long Rows, IReadOnlyList<ColumnRange> Ranges);
