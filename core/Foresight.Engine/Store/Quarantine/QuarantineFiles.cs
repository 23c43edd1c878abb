using Foresight.Engine.Store.Contracts;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Store.Quarantine;

/// <summary>The files beside the tables: quarantine and known shapes.</summary>
internal static class QuarantineFiles
{
    /// <summary>What a killed writer left.</summary>
    public static IEnumerable<string> HalfWritten(string storeFolder) =>
        new[] { QuarantineFile.Folder, SchemaFile.Folder }.SelectMany(folder => Of(storeFolder, folder, "*" + TemporaryFile.Suffix));

    /// <summary>Files of one of the folders.</summary>
    public static IEnumerable<string> Of(string storeFolder, string folder, string pattern)
    {
        var path = Path.Combine(storeFolder, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
    }
}
