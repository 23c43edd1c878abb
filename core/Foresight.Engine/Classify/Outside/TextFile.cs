using System.IO.Compression;
using System.Text;

namespace Foresight.Engine.Classify.Outside;

/// <summary>The forms in which texts come and verdicts go.</summary>
internal enum TextForm
{
    /// <summary>RFC 4180, with a header.</summary>
    Csv,

    /// <summary>One object per line.</summary>
    JsonLines,
}

/// <summary>Opens files of texts: UTF-8, packed where the name ends in <c>.gz</c>.</summary>
internal static class TextFile
{
    /// <summary>The form that a file's name tells.</summary>
    /// <exception cref="ArgumentException">It tells none.</exception>
    public static TextForm FormOf(string file)
    {
        var name = IsPacked(file) ? file[..^3] : file;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" => TextForm.Csv,
            ".jsonl" or ".ndjson" or ".json" => TextForm.JsonLines,
            _ => throw new ArgumentException($"{file}: its name must end in .csv or .jsonl (and .gz where it is packed), so that its form is known."),
        };
    }

    /// <summary>Reads; a byte that is no UTF-8 stops the reading.</summary>
    public static StreamReader Read(string file)
    {
        Stream stream = File.OpenRead(file);
        return new StreamReader(IsPacked(file) ? new GZipStream(stream, CompressionMode.Decompress) : stream, new UTF8Encoding(false, throwOnInvalidBytes: true), true, 1 << 16);
    }

    /// <summary>Writes to a file whose name may differ from the one that says whether it is packed.</summary>
    public static StreamWriter Write(string file, bool packed)
    {
        Stream stream = File.Create(file);
        return new StreamWriter(packed ? new GZipStream(stream, CompressionLevel.Optimal) : stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
    }

    /// <summary>Whether a file is packed.</summary>
    public static bool IsPacked(string file) => file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
