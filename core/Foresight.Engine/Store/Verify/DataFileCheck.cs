using System.Text.Json.Nodes;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Verify;

/// <summary>Whether a data file is what the log says of it.</summary>
internal static class DataFileCheck
{
    /// <summary>The fault, to follow the file's name; null where there is none.</summary>
    public static async Task<string?> RunAsync(TableLog table, AddFile file, CancellationToken cancellationToken)
    {
        var info = new FileInfo(Path.Combine(table.Folder, file.Path));
        if (!info.Exists)
        {
            return "is missing.";
        }

        if (info.Length != file.Size)
        {
            return $"has {info.Length} bytes, the log says {file.Size}.";
        }

        try
        {
            var (rows, ranges) = await ReadAsync(file.Columns, info.FullName, cancellationToken);
            if (rows != file.Rows)
            {
                return $"has {rows} rows, the log says {file.Rows}.";
            }

            var (told, actual) = (JsonNode.Parse(file.Statistics), JsonNode.Parse(FileStatistics.ToJson(file.Columns, new(info.Length, rows, ranges))));
            foreach (var part in new[] { "minValues", "maxValues", "nullCount" })
            {
                foreach (var (column, value) in actual![part]!.AsObject())
                {
                    if (!JsonNode.DeepEquals(value, told?[part]?[column]))
                    {
                        return $"has {value?.ToJsonString()} in {part} of {column}, the log says {told?[part]?[column]?.ToJsonString() ?? "nothing"}.";
                    }
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever a broken file makes the reader throw, the file is what is wrong.
            return $"cannot be read: {(fault is DamagedFileException ? fault.InnerException! : fault).Message.TrimEnd('.')}.";
        }
    }

    private static async Task<(long Rows, ColumnRange[] Ranges)> ReadAsync(
        IReadOnlyList<ColumnShape> columns, string path, CancellationToken cancellationToken)
    {
        var ranges = new ColumnRange[columns.Count];
        var rows = 0L;
        await foreach (var block in ParquetFileReader.ReadAsync(path, columns, cancellationToken))
        {
            rows += block.Count;
            for (var i = 0; i < ranges.Length; i++)
            {
                ranges[i] = ranges[i].Union(block.Columns[i].Range());
            }
        }

        return (rows, ranges);
    }
}
