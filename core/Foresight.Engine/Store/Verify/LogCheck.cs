using System.Globalization;
using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Verify;

/// <summary>What the logs must hold to by themselves.</summary>
internal static class LogCheck
{
    public static IEnumerable<string> Contiguous(TableLog table)
    {
        if (!Directory.Exists(table.LogFolder))
        {
            yield break;
        }

        var versions = new HashSet<long>();
        foreach (var file in Directory.EnumerateFiles(table.LogFolder, "*.json"))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                versions.Add(number);
            }
            else
            {
                yield return $"The log of {table.Shape.Name} holds {Path.GetFileName(file)}, which is no version; remove it.";
            }
        }

        for (var version = 0L; version < versions.Count; version++)
        {
            if (!versions.Contains(version))
            {
                yield return $"The log of {table.Shape.Name} lacks version {version}; what was committed after it cannot be seen.";
                yield break;
            }
        }
    }

    /// <summary>Rows that files bring, less those that they take away, are the rows that the commit says it added or revised.</summary>
    public static IEnumerable<string> Balanced(TableLog table)
    {
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var commit in table.CommitsAfter(-1))
        {
            var (brought, taken) = (commit.Adds.Sum(file => file.Rows), commit.Removes.Sum(file => rows[file.Path]));
            var told = commit.Info.RowsAdded + commit.Info.RowsRevised;
            if (brought - taken != told)
            {
                yield return $"Version {commit.Version} of {table.Shape.Name} brings {brought} rows and takes {taken} away, but says that it added or revised {told}.";
            }

            foreach (var file in commit.Adds)
            {
                rows[file.Path] = file.Rows;
            }
        }
    }

    public static IEnumerable<string> Versions(StoreLog log)
    {
        var versions = log.Tables.SelectMany(table => table.CommitsAfter(-1).Where(commit => commit.Version > 0)).Select(commit => commit.Info.StoreVersion).Order().ToArray();
        for (var i = 0; i < versions.Length; i++)
        {
            if (versions[i] != i + 1)
            {
                yield return $"The store's versions should run from 1 to {versions.Length}, but {i + 1} is missing or twice.";
                yield break;
            }
        }
    }
}
