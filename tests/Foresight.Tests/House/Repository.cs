using System.Xml.Linq;

namespace Foresight.Tests.House;

/// <summary>The repository's own files, for tests that hold it to its rules.</summary>
internal static class Repository
{
    // What git ignores, and git itself.
    private static readonly string[] NotOurs = ["artifacts", ".git", "bin", "obj", "briefs", "TestResults", "store", ".vs", ".idea", ".vscode"];

    public static string Root { get; } = Find();

    /// <summary>Files below a folder of the repository, as paths from its root with forward slashes, in name order.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*")
    {
        var start = new DirectoryInfo(Path.Combine(Root, folder));
        return [.. FilesBelow(start, pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
    }

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static XDocument Xml(string file) => XDocument.Load(Path.Combine(Root, file));

    /// <summary>What a project file, or a props file, names in elements such as PackageReference.</summary>
    public static IEnumerable<string> Items(string file, string element) =>
        Xml(file).Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>();

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder, string pattern) => folder.EnumerateFiles(pattern)
        .Concat(folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name, StringComparer.Ordinal))
            .SelectMany(child => FilesBelow(child, pattern)));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Foresight.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException(
                $"No Foresight.sln in or above {AppContext.BaseDirectory}: these tests read the repository that they were built from.");
        }

        return folder;
    }
}
