namespace Foresight.Engine.Store.Files;

/// <summary>A file is written aside, flushed to disk and moved, so that it is whole or not there.</summary>
internal static class TemporaryFile
{
    public const string Suffix = ".tmp";

    public static void Write(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, startWith: null, overwrite: false);

    /// <summary>Puts other bytes in the place of a file's.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, startWith: null, overwrite: true);

    /// <summary>Adds bytes to a file: it has all of them or none, but never a part.</summary>
    public static void Append(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, startWith: path, overwrite: true);

    private static void Write(string path, ReadOnlySpan<byte> bytes, string? startWith, bool overwrite)
    {
        try
        {
            using (var stream = new FileStream(path + Suffix, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                if (startWith is not null && File.Exists(startWith))
                {
                    using var before = File.OpenRead(startWith);
                    before.CopyTo(stream);
                }

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
