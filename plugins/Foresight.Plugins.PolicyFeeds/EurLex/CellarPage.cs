using System.Globalization;
using System.Text.Json;
using Foresight.Formats.Feeds;
using Foresight.Sdk;

namespace Foresight.Plugins.PolicyFeeds.EurLex;

/// <summary>A page of acts, made of SPARQL's rows: an act has as many rows as it has titles times concepts.</summary>
/// <param name="Documents">The acts, from old to new.</param>
/// <param name="Rejections">Rows that are no act.</param>
/// <param name="Fields">The names of the results' variables; null where there is no row.</param>
/// <param name="Count">How many of the query's rows of acts the page held, also those of one act.</param>
/// <param name="Rows">How many rows the answer had in all.</param>
internal sealed record CellarPage(IReadOnlyList<Document> Documents, IReadOnlyList<Rejection> Rejections, IReadOnlyList<string>? Fields, int Count, int Rows)
{
    /// <exception cref="SourceException">The JSON is no SPARQL result.</exception>
    public static CellarPage Read(JsonDocument json, CellarOptions options)
    {
        if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("results", out var results)
            || results.ValueKind != JsonValueKind.Object || !results.TryGetProperty("bindings", out var bindings) || bindings.ValueKind != JsonValueKind.Array)
        {
            throw new SourceException($"{options.Endpoint} did not answer SPARQL results: there is no \"results.bindings\" in it; the next run tries again.", Recovery.Retry)
            {
                Fault = Fault.Malformed,
            };
        }

        var acts = new Dictionary<string, List<JsonElement>>(StringComparer.Ordinal);
        var rejections = new List<Rejection>();
        var counted = new HashSet<(string?, string?, string?, string?)>();
        var rows = 0;
        foreach (var row in bindings.EnumerateArray())
        {
            rows++;
            var celex = Value(row, "celex");
            counted.Add((Value(row, "work"), celex, Value(row, "date"), Value(row, "type")));
            if (celex is null || DayOf(row) is null)
            {
                rejections.Add(Rejected.Of($"row {rows}", "It has no CELEX number or no date of the form yyyy-MM-dd.", row));
                continue;
            }

            if (!acts.TryGetValue(celex, out var mine))
                acts.Add(celex, mine = []);
            mine.Add(row);
        }

        var documents = new List<Document>();
        foreach (var (celex, mine) in acts)
        {
            if (DocumentOf(celex, mine, options) is { } document)
                documents.Add(document);
            else
                rejections.Add(Rejected.Of(celex, "It has no title in the wanted language or in English yet.", mine[0]));
        }

        return new CellarPage(documents, rejections, rows == 0 ? null : VariablesOf(json.RootElement), counted.Count, rows);
    }

    private static IReadOnlyList<string>? VariablesOf(JsonElement root) =>
        root.TryGetProperty("head", out var head) && head.ValueKind == JsonValueKind.Object && head.TryGetProperty("vars", out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
            : null;

    private static Document? DocumentOf(string celex, List<JsonElement> rows, CellarOptions options)
    {
        var titles = rows.Select(row => (Language: LanguageOf(row), Title: Value(row, "title"))).Where(row => row is { Language: not null, Title: not null }).ToList();
        var language = titles.Exists(row => row.Language == options.Language) ? options.Language : "en";
        // A work may have several titles in a language; the first in ordinal order is the same at every run.
        if (titles.Where(row => row.Language == language).Select(row => PlainText.Fold(row.Title!)).Where(text => text.Length > 0).Order(StringComparer.Ordinal).FirstOrDefault() is not { } title)
            return null;
        var type = rows.Select(row => Last(Value(row, "type"))).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        var concepts = rows.Select(row => Value(row, "label") is { } label ? PlainText.Fold(label) : Last(Value(row, "concept")) is { } number ? $"EuroVoc {number}" : null)
            .OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var eli = rows.Select(row => Value(row, "eli")).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();
        return new Document
        {
            Id = celex,
            Kind = type?.StartsWith("PROP_", StringComparison.Ordinal) == true ? "bill" : "decision",
            Title = title,
            Language = language,
            Categories = [.. type is null ? [] : new[] { type }, .. concepts],
            Origin = Uri.TryCreate(eli, UriKind.Absolute, out var address) ? address
                : new Uri($"https://eur-lex.europa.eu/legal-content/{language.ToUpperInvariant()}/TXT/?uri=CELEX:{Uri.EscapeDataString(celex)}"),
            Publisher = "EUR-Lex",
            Published = Moment.On(rows.Select(row => DayOf(row)!.Value).Min()),
        };
    }

    private static DateOnly? DayOf(JsonElement row) =>
        Value(row, "date") is { Length: >= 10 } date && DateOnly.TryParseExact(date.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? LanguageOf(JsonElement row) => Last(Value(row, "language")) switch { "SWE" => "sv", "ENG" => "en", _ => null };

    private static string? Last(string? uri) => uri?[(uri.LastIndexOf('/') + 1)..] is { Length: > 0 } last ? last : null;

    private static string? Value(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var cell) && cell.ValueKind == JsonValueKind.Object
        && cell.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
