using System.Globalization;
using System.Text.Json.Nodes;
using Foresight.Engine.Policies.Yaml;

namespace Foresight.Engine.Policies.Shapes;

/// <summary>A single value that is no mere text: a number, a date, a word of a list.</summary>
/// <param name="due">What it must be, for the sentence: "a whole number".</param>
/// <param name="parse">The value; null where the text is none.</param>
/// <param name="schema">The JSON schema.</param>
internal sealed class ScalarShape(string due, Func<string, object?> parse, JsonObject schema) : Shape
{
    public static ScalarShape Whole { get; } = new(
        "a whole number", text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
        new JsonObject { ["type"] = "integer" });

    public static ScalarShape LongWhole { get; } = new(
        "a whole number", text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
        new JsonObject { ["type"] = "integer" });

    public static ScalarShape Number { get; } = new(
        "a number with a decimal point",
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null,
        new JsonObject { ["type"] = "number" });

    public static ScalarShape Share { get; } = new(
        "a number above 0 and at most 1",
        text => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= 1 ? value : null,
        new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0, ["maximum"] = 1 });

    public static ScalarShape YesNo { get; } = new(
        "true or false", text => text switch { "true" => true, "false" => false, _ => null }, new JsonObject { ["type"] = "boolean" });

    public static ScalarShape Day { get; } = new(
        "a date such as 2026-09-05",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null,
        new JsonObject { ["type"] = "string", ["format"] = "date" });

    public static ScalarShape Duration { get; } = new(DurationText.Due, text => DurationText.Parse(text), new JsonObject { ["type"] = "string" });

    public static ScalarShape Size { get; } = new(SizeText.Due, text => SizeText.Parse(text), new JsonObject { ["type"] = "string" });

    public static ScalarShape FewTries { get; } = new(
        "a whole number from 1 to 10",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 10 ? value : null,
        new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 10 });

    public static ScalarShape Months { get; } = new(
        "a whole number of months, 1 to 240",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 240 ? value : null,
        new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 240 });

    public static ScalarShape Address { get; } = new(
        "an address that begins with https:// or http://",
        text => Uri.TryCreate(text, UriKind.Absolute, out var value) && value.Scheme is "http" or "https" ? value : null,
        new JsonObject { ["type"] = "string", ["format"] = "uri" });

    /// <summary>A word of an enum, in lower case with hyphens: <c>FewPoints</c> is <c>few-points</c>.</summary>
    public static ScalarShape WordOf(Type type)
    {
        var words = Enum.GetNames(type).ToDictionary(Hyphenated, name => Enum.Parse(type, name), StringComparer.Ordinal);
        return new ScalarShape(
            "one of " + string.Join(", ", words.Keys), words.GetValueOrDefault,
            new JsonObject { ["enum"] = new JsonArray([.. words.Keys.Select(word => (JsonNode)word)]) });
    }

    public override object? Read(Node node, string name, ReadingContext context) =>
        node is ScalarNode { IsNull: false } scalar && parse(scalar.Text) is { } value ? value : Wrong(node, name, due, context);

    public override JsonObject Schema(JsonObject definitions) => (JsonObject)schema.DeepClone();

    private static string Hyphenated(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
