using System.Globalization;
using Foresight.Engine.Store.Contracts;
using Foresight.Engine.Store.Files;

namespace Foresight.Engine.Store.Quarantine;

/// <summary>The files beside the tables: <c>quarantine/source/load-0001.jsonl</c>, one line per item, and known shapes.</summary>
internal static class QuarantineFiles
{
    public const string Folder = "quarantine";

    public static string PathOf(string storeFolder, string source, string load, int number) =>
        PrefixOf(storeFolder, source, load) + number.ToString("D4", CultureInfo.InvariantCulture) + ".jsonl";

    /// <summary>What the names of a load's files begin with.</summary>
    public static string PrefixOf(string storeFolder, string source, string load) =>
        Path.Combine(storeFolder, Folder, PartitionPath.Encode(source), PartitionPath.Encode(load) + "-");

    /// <summary>The files of items, of one source or of all, oldest first.</summary>
    public static IEnumerable<string> Items(string storeFolder, string? source = null) =>
        Of(storeFolder, source is null ? Folder : Path.Combine(Folder, PartitionPath.Encode(source)), "*.jsonl");

    /// <summary>What a killed writer left.</summary>
    public static IEnumerable<string> HalfWritten(string storeFolder) =>
        new[] { Folder, SchemaFile.Folder }.SelectMany(folder => Of(storeFolder, folder, "*" + TemporaryFile.Suffix));

    /// <summary>Files of one of the folders.</summary>
    public static IEnumerable<string> Of(string storeFolder, string folder, string pattern)
    {
        var path = Path.Combine(storeFolder, folder);
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
    }
}
