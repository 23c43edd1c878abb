using System.Runtime.CompilerServices;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Contracts;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Quarantine;

namespace Foresight.Engine.Store.Verify;

/// <summary>Whether quarantine holds what the loads say, and the known shapes can be read.</summary>
internal static class QuarantineCheck
{
    public static async Task<IReadOnlyList<string>> RunAsync(StoreLog log, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        string Relative(string file) => Path.GetRelativePath(log.Folder, file).Replace('\\', '/');
        faults.AddRange(QuarantineFiles.HalfWritten(log.Folder).Select(file => $"{Relative(file)} was cut off; the next write will remove it."));
        var items = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in QuarantineFiles.Items(log.Folder))
        {
            var lines = 0L;
            await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
            {
                lines++;
                if (QuarantineReader.Parse(line) is null)
                {
                    faults.Add($"{Relative(file)} cannot be read from line {lines} on; it was changed.");
                    break;
                }
            }

            var load = file[..(file.LastIndexOf('-') + 1)];
            items[load] = items.GetValueOrDefault(load) + lines;
        }

        await foreach (var (load, told) in ToldAsync(log, cancellationToken))
        {
            if (items.GetValueOrDefault(load) is var found && found != told)
            {
                faults.Add($"{Relative(load)}*.jsonl: there are {found} items, the load put {told} there.");
            }
        }

        faults.AddRange(QuarantineFiles.Of(log.Folder, SchemaFile.Folder, "*.json").Where(file => SchemaFile.Parse(File.ReadAllText(file)) is null)
            .Select(file => $"{Relative(file)} cannot be read; remove it, it is built again from the rows."));
        return faults;
    }

    /// <summary>How many items each load says that it put there, by what the names of its files begin with.</summary>
    private static async IAsyncEnumerable<(string Load, long Count)> ToldAsync(StoreLog log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var table = log[StoreShapes.Loads];
        var columns = table.Shape.FileColumns.Where(column => column.Name is "_load_id" or "rows_quarantined").ToList();
        foreach (var file in table.Latest.Files)
        {
            await foreach (var block in ParquetFileReader.ReadAsync(Path.Combine(table.Folder, file.Path), columns, cancellationToken))
            {
                var counts = (ValueColumn<long>)block["rows_quarantined"];
                for (var i = 0; i < block.Count; i++)
                {
                    if (!counts.IsNull(i))
                    {
                        yield return (QuarantineFiles.PrefixOf(log.Folder, file.Partition[ColumnName.Source], block.Text("_load_id")[i]!), counts.Values[i]);
                    }
                }
            }
        }
    }
}
