using System.Globalization;
using System.Text;
using System.Text.Json;
using Foresight.Engine.Store.Files;
using Foresight.Sdk;

namespace Foresight.Engine.Classify.Outside;

/// <summary>Reads texts to judge one after the other: <c>id</c>, <c>text</c>, and where they are there <c>title</c> and <c>language</c>.</summary>
internal static class TextRows
{
    /// <summary>The texts in the file's order. What is wrong comes as a row with a problem; after a fault of the whole file nothing more comes.</summary>
    public static IEnumerable<TextRow> Read(string file)
    {
        using var reader = TextFile.Read(file);
        using var rows = (TextFile.FormOf(file) == TextForm.Csv ? Csv(file, reader) : JsonLines(file, reader)).GetEnumerator();
        while (true)
        {
            TextRow row;
            try
            {
                if (!rows.MoveNext())
                    yield break;
                row = rows.Current;
            }
            catch (FormatException fault)
            {
                row = TextRow.Bad($"{file}:{fault.Message}");
            }
            catch (DecoderFallbackException)
            {
                row = TextRow.Bad($"{file}: the file is not UTF-8. Save it as UTF-8.");
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException)
            {
                row = TextRow.Bad($"{file}: {NamedFile.Words(file, fault)}");
            }

            yield return row;
        }
    }

    private static IEnumerable<TextRow> Csv(string file, TextReader reader)
    {
        using var rows = CsvRows.Read(reader).GetEnumerator();
        if (!rows.MoveNext())
        {
            yield return TextRow.Bad($"{file}:1: the file is empty; it needs the header id,text.");
            yield break;
        }

        var names = rows.Current.Fields.Select(name => name.Trim()).ToList();
        var (id, text, title, language) = (names.IndexOf("id"), names.IndexOf("text"), names.IndexOf("title"), names.IndexOf("language"));
        if (id < 0 || text < 0)
        {
            yield return TextRow.Bad($"{file}:1: the header lacks {(id < 0 ? "id" : "text")}; it needs id and text, and may have title and language.");
            yield break;
        }

        while (rows.MoveNext())
        {
            var (line, fields) = (rows.Current.Line, rows.Current.Fields);
            yield return fields.Count != names.Count
                ? TextRow.Bad($"{file}:{line}: {fields.Count} fields where the header has {names.Count}; is a quote or a comma missing?")
                : Row($"{file}:{line}", fields[id], title < 0 ? null : fields[title], fields[text], language < 0 ? null : fields[language]);
        }
    }

    private static IEnumerable<TextRow> JsonLines(string file, TextReader reader)
    {
        for (var line = 1; reader.ReadLine() is { } json; line++)
        {
            if (!string.IsNullOrWhiteSpace(json))
                yield return Json($"{file}:{line}", json);
        }
    }

    private static TextRow Json(string place, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return TextRow.Bad($"{place}: a line must be an object with id and text.");
            return TextOf(root, "text") is { } text
                ? Row(place, TextOf(root, "id") ?? "", TextOf(root, "title"), text, TextOf(root, "language"))
                : TextRow.Bad($"{place}: text is missing, or is no text.");
        }
        // A string may hold half a character (\ud800), which shows only when it is read.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return TextRow.Bad($"{place}: this is no JSON: {fault.Message}");
        }
    }

    private static string? TextOf(JsonElement root, string name) => !root.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when name == "id" => value.GetRawText(),
        _ => null,
    };

    private static TextRow Row(string place, string id, string? title, string text, string? language) => string.IsNullOrWhiteSpace(id)
        ? TextRow.Bad($"{place}: the id is empty.")
        : new TextRow(id.Trim(), new ClassifierText(title?.Trim() ?? "", text.Trim(), string.IsNullOrWhiteSpace(language) ? null : language.Trim().ToLower(CultureInfo.InvariantCulture)), null);
}
