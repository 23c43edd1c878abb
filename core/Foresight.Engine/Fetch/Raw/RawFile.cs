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

    public static void Write(string file, ReadOnlySpan<byte> bytes)
    {
        // Two processes may write one file at once; the last is what stays.
        var aside = $"{file}.{Path.GetRandomFileName()}{Aside}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, file, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
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
