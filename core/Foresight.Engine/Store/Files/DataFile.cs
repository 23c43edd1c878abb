using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Files;

/// <summary>A data file of one table and partition that is being written.</summary>
internal sealed class DataFile : IAsyncDisposable
{
    private readonly TableLog table;
    private readonly string relativePath;
    private readonly IReadOnlyDictionary<string, string> partition;
    private readonly ParquetFileWriter writer;

    private DataFile(TableLog table, string relativePath, IReadOnlyDictionary<string, string> partition, ParquetFileWriter writer) =>
        (this.table, this.relativePath, this.partition, this.writer) = (table, relativePath, partition, writer);

    public long Rows => writer.Rows;

    public static async Task<DataFile> CreateAsync(TableLog table, IReadOnlyDictionary<string, string> partition)
    {
        var ordered = table.Shape.PartitionColumns.Select(column => KeyValuePair.Create(column.Name, partition[column.Name])).ToArray();
        var path = $"{PartitionPath.Folder(ordered)}/part-{Guid.NewGuid():N}.parquet";
        var writer = await ParquetFileWriter.CreateAsync(table.Shape, Path.Combine(table.Folder, path));
        return new(table, path, new Dictionary<string, string>(ordered, StringComparer.Ordinal), writer);
    }

    public static async Task<AddFile> WriteAsync(TableLog table, IReadOnlyDictionary<string, string> partition, ColumnBlock block)
    {
        await using var file = await CreateAsync(table, partition);
        await file.AddAsync(block);
        return await file.CompleteAsync();
    }

    public Task AddAsync(ColumnBlock block) => writer.AddAsync(block);

    public async Task<AddFile> CompleteAsync()
    {
        var facts = await writer.CompleteAsync();
        var modified = new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(table.Folder, relativePath)), TimeSpan.Zero);
        return new(relativePath, partition, facts.Size, modified.ToUnixTimeMilliseconds(), facts.Rows, FileStatistics.ToJson(table.Shape.FileColumns, facts));
    }

    public ValueTask DisposeAsync() => writer.DisposeAsync();
}
