using System.Globalization;
using System.Security.Cryptography;
using Foresight.Engine.Store.Columns;
using Foresight.Engine.Store.Files;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Queries;

namespace Foresight.Engine.Store.Verify;

/// <summary>Checks a store from its files alone; one sentence per fault.</summary>
internal sealed class StoreVerifier(StoreLog log)
{
    private readonly List<string> faults = [];
    private readonly HashSet<TableLog> unreadable = [];

    public static async Task<IReadOnlyList<string>> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var verifier = new StoreVerifier(new(folder));
        await verifier.RunAsync(cancellationToken);
        return verifier.faults;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var table in log.Tables)
        {
            faults.AddRange(LogCheck.Contiguous(table));
            try
            {
                table.Refresh();
            }
            catch (InvalidDataException fault)
            {
                // Nothing that follows from this log means anything; the other tables are looked at.
                faults.Add(fault.Message);
                unreadable.Add(table);
                continue;
            }

            faults.AddRange(LogCheck.Balanced(table));
            faults.AddRange(table.Orphans().Select(file =>
                $"{Relative(file)} belongs to no commit; a write was cut off there, and the next one will remove it."));
        }

        if (unreadable.Count == 0)
        {
            faults.AddRange(LogCheck.Versions(log));
        }

        var damaged = new HashSet<TableLog>(unreadable);
        foreach (var table in log.Tables.Except(unreadable))
        {
            foreach (var file in table.CommitsAfter(-1).SelectMany(commit => commit.Adds))
            {
                if (await DataFileCheck.RunAsync(table, file, cancellationToken) is { } fault)
                {
                    damaged.Add(table);
                    faults.Add($"{table.Shape.Name}/{file.Path} {fault}");
                }
            }
        }

        if (damaged.Count == 0)
        {
            // Questions over files that are gone or broken would only repeat what was said of them.
            await AskAsync();
        }

        if (!damaged.Contains(log[StoreShapes.Loads]))
        {
            faults.AddRange(await QuarantineCheck.RunAsync(log, cancellationToken));
        }

        if (!damaged.Contains(log[StoreShapes.Answers]))
        {
            await RawAsync(log[StoreShapes.Answers], cancellationToken);
        }
    }

    private async Task AskAsync()
    {
        using var tables = new StoreTables(log, storeVersion: null);
        foreach (var table in log.Tables.Where(table => table.Shape.HasHistory))
        {
            faults.AddRange(await RevisionCheck.RunAsync(tables, table.Shape));
        }
    }

    /// <summary>From the files, not by a question: other tables may be too damaged to be asked.</summary>
    private async Task RawAsync(TableLog table, CancellationToken cancellationToken)
    {
        var noted = new SortedSet<(string Path, string Sha256, long Bytes)>();
        var columns = table.Shape.FileColumns.Where(column => column.Name is "path" or "sha256" or "bytes").ToList();
        foreach (var file in table.Latest.Files)
        {
            await foreach (var block in ParquetFileReader.ReadAsync(Path.Combine(table.Folder, file.Path), columns, cancellationToken))
            {
                noted.UnionWith(Enumerable.Range(0, block.Count).Select(i => (block.Text("path")[i]!, block.Text("sha256")[i]!, block.Values<long>("bytes")[i])));
            }
        }

        foreach (var (path, sha256, bytes) in noted)
        {
            if (await AnswerFaultAsync(path, sha256, bytes, cancellationToken) is { } fault)
            {
                faults.Add($"The raw answer {path} {fault}");
            }
        }
    }

    private async Task<string?> AnswerFaultAsync(string path, string sha256, long bytes, CancellationToken cancellationToken)
    {
        var file = new FileInfo(Path.Combine(log.Folder, path));
        if (!file.Exists)
        {
            return "is missing.";
        }

        await using var stream = file.OpenRead();
        var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        return actual == sha256
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"was changed: it has {file.Length} bytes with the SHA-256 {actual}, the store noted {bytes} bytes with {sha256}.");
    }

    private string Relative(string file) => Path.GetRelativePath(log.Folder, file).Replace('\\', '/');
}
