using System.Globalization;
using System.Security.Cryptography;
using Foresight.Engine.Store.Log;
using Foresight.Engine.Store.Queries;

namespace Foresight.Engine.Store.Verify;

/// <summary>Checks a store from its files alone; one sentence per fault.</summary>
internal sealed class StoreVerifier(StoreLog log)
{
    private readonly List<string> faults = [];

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
                // Nothing that follows from this log means anything.
                faults.Add(fault.Message);
                return;
            }

            faults.AddRange(LogCheck.Balanced(table));
            faults.AddRange(table.Orphans().Select(file =>
                $"{Relative(file)} belongs to no commit; a write was cut off there, and the next one will remove it."));
        }

        faults.AddRange(LogCheck.Versions(log));
        var sound = true;
        foreach (var table in log.Tables)
        {
            foreach (var file in table.CommitsAfter(-1).SelectMany(commit => commit.Adds))
            {
                if (await DataFileCheck.RunAsync(table, file, cancellationToken) is { } fault)
                {
                    sound = false;
                    faults.Add($"{table.Shape.Name}/{file.Path} {fault}");
                }
            }
        }

        if (sound)
        {
            // Questions over files that are gone or broken would only repeat what was said of them.
            await AskAsync(cancellationToken);
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        using var tables = new StoreTables(log, storeVersion: null);
        foreach (var table in log.Tables.Where(table => table.Shape.HasHistory))
        {
            faults.AddRange(await RevisionCheck.RunAsync(tables, table.Shape));
        }

        foreach (var answer in (await tables.QueryAsync("SELECT DISTINCT path, sha256, bytes FROM answers ORDER BY path")).Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await AnswerFaultAsync(answer.Text("path"), answer.Text("sha256"), (long)answer["bytes"]!, cancellationToken) is { } fault)
            {
                faults.Add($"The raw answer {answer.Text("path")} {fault}");
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
