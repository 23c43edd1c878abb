using System.IO.Compression;

namespace Foresight.Formats.Tests.Hostile;

/// <summary>A good file, of which <see cref="Damage"/> makes bad ones.</summary>
internal sealed record SeedFile(string Name, byte[] Bytes)
{
    /// <summary>Of greater files the beginning is enough.</summary>
    private const int Most = 100_000;

    /// <summary>
    /// The fixtures and samples of such names, and, where FORESIGHT_SHARED is set, the real captures: the more kinds of files, the more
    /// ways to damage them.
    /// </summary>
    /// <param name="patterns">Names with <c>*</c>.</param>
    /// <param name="captures">Folders of captures, with a name with <c>*</c> behind the last slash; packed ones count too.</param>
    public static IReadOnlyList<SeedFile> Of(string[] patterns, params string[] captures)
    {
        var ours = patterns.SelectMany(pattern => new[] { Repository.Path("tests", "fixtures", pattern), Repository.Path("data", "samples", pattern) });
        var shared = Environment.GetEnvironmentVariable("FORESIGHT_SHARED");
        var theirs = string.IsNullOrEmpty(shared) ? [] : captures.SelectMany(capture => new[] { capture, capture + ".gz" }).Select(capture => Path.Combine(shared, "captures", capture));
        return [.. ours.Concat(theirs).SelectMany(Files).Select(Read)];
    }

    private static IEnumerable<string> Files(string pattern) =>
        Directory.GetFiles(Path.GetDirectoryName(pattern)!, Path.GetFileName(pattern), SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static SeedFile Read(string file)
    {
        using Stream packed = File.OpenRead(file);
        using var stream = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(packed, CompressionMode.Decompress) : packed;
        var bytes = new byte[Most];
        return new(Path.GetFileName(file), bytes[..stream.ReadAtLeast(bytes, Most, throwOnEndOfStream: false)]);
    }
}
