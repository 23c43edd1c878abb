using SharpCompress.Writers.SevenZip;

namespace Foresight.Plugins.Tests.TradeStatistics;

/// <summary>Answers in the form of the sources of trade statistics, written by hand.</summary>
internal static class TradeFixture
{
    public static string Path(string source, string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Foresight.sln")))
            folder = folder.Parent;
        return System.IO.Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run within the repository."), "tests", "fixtures", "sources", source, file);
    }

    public static string Read(string source, string file) => File.ReadAllText(Path(source, file));

    /// <summary>A 7z archive of one entry.</summary>
    public static byte[] Pack(string name, byte[] bytes) => Pack([(name, bytes)]);

    /// <summary>A 7z archive of these entries.</summary>
    public static byte[] Pack(params (string Name, string Text)[] entries) =>
        Pack(Array.ConvertAll(entries, entry => (entry.Name, System.Text.Encoding.UTF8.GetBytes(entry.Text))));

    private static byte[] Pack((string Name, byte[] Bytes)[] entries)
    {
        using var packed = new MemoryStream();
        using (var writer = new SevenZipWriter(packed, new SevenZipWriterOptions { LeaveStreamOpen = true }))
        {
            foreach (var (name, bytes) in entries)
            {
                using var stream = new MemoryStream(bytes);
                writer.Write(name, stream, null);
            }
        }

        return packed.ToArray();
    }
}
