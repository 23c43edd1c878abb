using Foresight.Engine.Store.Contracts;
using Foresight.Engine.Store.Quarantine;

namespace Foresight.Engine.Fetch.Rebuild;

/// <summary>Puts a rebuilt store in the place of the one that it was made from. What was there before stays beside it.</summary>
internal static class StoreSwap
{
    /// <returns>The folder in which the tables of before now lie.</returns>
    public static string Run(string store, string rebuilt)
    {
        var before = Free(store + ".before");
        Directory.Move(store, before);
        // Everything goes on that is no table and nothing that loads made beside the tables: the raw answers above all.
        foreach (var entry in Directory.EnumerateFileSystemEntries(before).ToList())
        {
            var name = Path.GetFileName(entry);
            var target = Path.Combine(rebuilt, name);
            if (name is ".lock" or QuarantineFiles.Folder or SchemaFile.Folder || Path.Exists(target) || Directory.Exists(Path.Combine(entry, "_delta_log")))
            {
                continue;
            }

            Directory.Move(entry, target);
        }

        Directory.Move(rebuilt, store);
        return before;
    }

    public static void CopyRaw(string store, string target)
    {
        var raw = Path.Combine(store, "raw");
        foreach (var file in Directory.EnumerateFiles(raw, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            var copy = Path.Combine(target, "raw", Path.GetRelativePath(raw, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    private static string Free(string folder)
    {
        var name = folder;
        for (var i = 2; Path.Exists(name); i++)
        {
            name = FormattableString.Invariant($"{folder}-{i}");
        }

        return name;
    }
}
