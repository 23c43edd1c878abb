using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foresight.Engine.Fetch.Raw;

/// <summary>The small JSON files beside the raw answers: each is whole or not there.</summary>
internal static class RawFile
{
    /// <summary>The end of the name of a file that is still being written.</summary>
    public const string Aside = ".part";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a file. Another program may write the same one at the same time: the last one counts.</summary>
    public static void Write(string file, ReadOnlySpan<byte> bytes)
    {
        var aside = $"{file}.{Path.GetRandomFileName()}{Aside}";
        for (var again = false; ; again = true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
                {
                    stream.Write(bytes);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(aside, file, overwrite: true);
                return;
            }
            catch (FileNotFoundException) when (!again)
            {
                // Between closing and moving it another program that tidies up took it for one that was left.
            }
            catch
            {
                File.Delete(aside);
                throw;
            }
        }
    }

    /// <summary>Removes what an interrupted program left half written; what another one is writing now is left alone.</summary>
    /// <param name="folder">The folder; it need not be there.</param>
    /// <param name="below">Whether the folders in it are tidied too.</param>
    public static void RemoveHalfWritten(string folder, bool below)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*" + Aside, new EnumerationOptions { RecurseSubdirectories = below, AttributesToSkip = 0 }))
        {
            try
            {
                // Its writer holds it open alone; the system lets go of it when the writer dies.
                new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                File.Delete(file);
            }
            catch (IOException)
            {
                // Somebody writes it, or has just moved it to its place.
            }
        }
    }

    public static void WriteJson<T>(string file, T value) => Write(file, JsonSerializer.SerializeToUtf8Bytes(value, Json));

    /// <summary>Reads a file; null where it is not there, or is none of ours: what such a file says can always be found out again.</summary>
    public static T? Read<T>(string file)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException or NotSupportedException)
        {
            return null;
        }
    }
}
