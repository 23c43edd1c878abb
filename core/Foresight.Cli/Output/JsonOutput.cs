using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foresight.Cli.Output;

/// <summary>JSON as every command prints it: camel case, indented, å ä ö as they are, enumerations as words.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>An enumeration's word, as JSON has it.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The enumeration's value of that word; null for none.</summary>
    public static T? Value<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Word(value!.Value) == word);

    public static void WriteJson(this TextWriter output, object? value) => output.WriteLine(JsonSerializer.Serialize(value, Options));
}
