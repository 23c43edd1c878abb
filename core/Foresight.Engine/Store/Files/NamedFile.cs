namespace Foresight.Engine.Store.Files;

/// <summary>What is wrong with a file that somebody named, in words of ours: .NET names a path of this machine, or a file that was to be made beside it.</summary>
public static class NamedFile
{
    /// <summary>What is wrong and what to do, as a sentence without the file's name before it.</summary>
    /// <param name="file">The file as it was named.</param>
    /// <param name="e">What was thrown when it was read.</param>
    public static string Words(string file, Exception e) =>
        Directory.Exists(file) ? "this is a folder; name a file in it."
        : e is FileNotFoundException or DirectoryNotFoundException ? "there is no such file; see how its name and folder are written."
        : e is UnauthorizedAccessException ? "this account may not read it; mend its rights."
        : $"cannot be read: {e.Message}";

    /// <summary>Throws with a sentence where a file that shall be read is not there.</summary>
    /// <param name="file">The file as it was named.</param>
    /// <exception cref="ConfigurationException">There is no such file.</exception>
    public static void ThrowIfNotThere(string file)
    {
        if (!File.Exists(file))
            throw new ConfigurationException([$"{file}: {Words(file, new FileNotFoundException())}"]);
    }

    /// <summary>Throws with a sentence where a file cannot be written because of its folder.</summary>
    /// <param name="file">The file as it was named.</param>
    /// <exception cref="ConfigurationException">The folder is not there, or the name is a folder's.</exception>
    public static void ThrowIfNoPlace(string file)
    {
        if (Directory.Exists(file))
            throw new ConfigurationException([$"{file}: this is a folder; name a file in it."]);
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            throw new ConfigurationException([$"{file}: there is no such folder to write to; make it, or name another."]);
    }
}
