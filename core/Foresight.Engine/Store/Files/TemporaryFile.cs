namespace Foresight.Engine.Store.Files;

/// <summary>A file is written aside, flushed to disk and moved, so that it is whole or not there.</summary>
internal static class TemporaryFile
{
    public const string Suffix = ".tmp";

    public static void Write(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, overwrite: false);

    /// <summary>Puts other bytes in the place of a file's.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, overwrite: true);

    private static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite)
    {
        try
        {
            using (var stream = new FileStream(path + Suffix, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(path + Suffix, path, overwrite);
        }
        catch
        {
            File.Delete(path + Suffix);
            throw;
        }
    }
}
