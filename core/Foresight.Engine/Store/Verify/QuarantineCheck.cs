using System.Text.Json;
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
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var file in QuarantineFiles.Of(log.Folder, QuarantineFile.Folder, "*.jsonl"))
        {
            lines[file] = 0;
            await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
            {
                lines[file]++;
                if (!IsItem(line))
                {
                    faults.Add($"{Relative(file)} cannot be read from line {lines[file]} on; it was changed.");
                    break;
                }
            }
        }

        await foreach (var (path, told) in ToldAsync(log, cancellationToken))
        {
            if (lines.GetValueOrDefault(path) != told)
            {
                faults.Add($"{Relative(path)} has {lines.GetValueOrDefault(path)} items, its load put {told} there.");
            }
        }

        faults.AddRange(QuarantineFiles.Of(log.Folder, SchemaFile.Folder, "*.json").Where(file => SchemaFile.Parse(File.ReadAllText(file)) is null)
            .Select(file => $"{Relative(file)} cannot be read; remove it, it is built again from the rows."));
        return faults;
    }

    private static bool IsItem(string line)
    {
        try
        {
            using var item = JsonDocument.Parse(line);
            return item.RootElement.TryGetProperty("reason", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>How many items each load says that it put there.</summary>
    private static async IAsyncEnumerable<(string Path, long Count)> ToldAsync(
        StoreLog log, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
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
                        yield return (QuarantineFile.PathOf(log.Folder, file.Partition[ColumnName.Source], block.Text("_load_id")[i]!), counts.Values[i]);
                    }
                }
            }
        }
    }
}
