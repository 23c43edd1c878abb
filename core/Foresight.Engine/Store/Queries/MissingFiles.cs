using Foresight.Engine.Store.Log;

namespace Foresight.Engine.Store.Queries;

/// <summary>Data files that a state of the store needs and that are gone: somebody deleted them, or another program cleaned up.</summary>
internal static class MissingFiles
{
    /// <summary>What to say of them; null where none is missing.</summary>
    /// <param name="tables">Tables and those of their files that are needed.</param>
    /// <param name="version">The version of the store that needs them; null for the newest.</param>
    public static InvalidDataException? Of(IEnumerable<(TableLog Table, IReadOnlyList<AddFile> Files)> tables, long? version)
    {
        var gone = tables.SelectMany(pair => pair.Files.Where(file => !File.Exists(Path.Combine(pair.Table.Folder, file.Path)))
            .Select(file => $"{pair.Table.Shape.Name}/{file.Path}")).ToList();
        var files = gone.Count == 1 ? "a data file of it is gone" : $"{gone.Count} data files of it are gone";
        return gone.Count == 0 ? null : new(
            $"The store cannot be shown as {(version is null ? "it is now" : $"of v{version}")}: {files} ({gone[0]}{(gone.Count > 1 ? ", …" : "")}); "
            + $"put back what is missing from a backup{(version is null ? "" : ", or ask for a later state")}. 'foresight store verify' lists every fault.");
    }

    /// <exception cref="InvalidDataException">Some are missing.</exception>
    public static void Refuse(IEnumerable<(TableLog Table, IReadOnlyList<AddFile> Files)> tables, long version)
    {
        if (Of(tables, version) is { } fault)
        {
            throw fault;
        }
    }
}
