using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store;

/// <summary>What became of small files.</summary>
/// <param name="Table">The table.</param>
/// <param name="FilesBefore">How many small files were joined.</param>
/// <param name="FilesAfter">How many hold their rows now.</param>
public sealed record CompactedTable(string Table, int FilesBefore, int FilesAfter);

/// <summary>
/// Joins the small files of a partition's latest rows. No row changes, so no version says anything else than before. Files of the
/// history stay: their order tells which of a row's retirements was the last.
/// </summary>
internal sealed class Compaction(TableLog table)
{
    private const int FewestFiles = 4;
    private const long SmallRows = ParquetFileWriter.GroupRows / 2;
    private const long MostRows = 10 * ParquetFileWriter.GroupRows;

    private readonly List<AddFile> adds = [];
    private readonly List<RemoveFile> removes = [];

    /// <summary>Joins them, in one commit; null where there are none. The caller holds the store's lock.</summary>
    public async Task<CompactedTable?> RunAsync(CommitInfo info, CancellationToken cancellationToken)
    {
        var partitions = table.Latest.Files.Where(file => file.Rows <= SmallRows && file.Partition.GetValueOrDefault(ColumnName.Current) != "false")
            .GroupBy(file => string.Join('/', table.Shape.PartitionColumns.Select(column => file.Partition[column.Name])))
            .Where(partition => partition.Count() >= FewestFiles);
        foreach (var partition in partitions)
        {
            await JoinAsync([.. partition], cancellationToken);
        }

        if (adds.Count == 0)
        {
            return null;
        }

        table.Append(info, adds, removes);
        return new(table.Shape.Name, removes.Count, adds.Count);
    }

    private async Task JoinAsync(List<AddFile> files, CancellationToken cancellationToken)
    {
        for (var next = 0; next < files.Count;)
        {
            await using var joined = await DataFile.CreateAsync(table, files[next].Partition);
            for (; next < files.Count && joined.Rows < MostRows; next++)
            {
                var file = files[next];
                await foreach (var block in ParquetFileReader.ReadAsync(Path.Combine(table.Folder, file.Path), table.Shape.FileColumns, cancellationToken))
                {
                    await joined.AddAsync(block);
                }

                removes.Add(new(file.Path, file.Partition, file.Size));
            }

            adds.Add(await joined.CompleteAsync());
        }
    }
}
