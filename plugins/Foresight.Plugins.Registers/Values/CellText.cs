using System.Globalization;
using System.Text.RegularExpressions;
using Foresight.Plugins.Registers.Files;
using Foresight.Sdk;

namespace Foresight.Plugins.Registers.Values;

/// <summary>Reads a cell as its column wants it, in the form in which it is stored.</summary>
/// <param name="names">What ids name.</param>
internal sealed partial class CellText(KnownNames names)
{
    private const int LongestText = 2_000;
    private const int LongestId = 64;

    private static readonly Words YesNo = new("yes or no", [("yes", new("ja", "true")), ("no", new("nej", "false")), ("x", new("sant", "1")), ("falskt", new("0", "0"))]);

    private readonly Dictionary<RegisterColumn, Words> words = [];

    /// <summary>Reads a cell that is not blank.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="currency">The currency of the row.</param>
    public Reading Read(RegisterColumn column, Cell cell, string currency)
    {
        var text = Trimmed(cell.Text);
        switch (cell.Kind)
        {
            case CellKind.Formula:
                return Reading.Wrong("This cell holds a formula: copy it and paste it as a value, so that what was meant is what is read.");
            case CellKind.Error:
                return Reading.Wrong($"This cell holds the error {text}: correct it.");
            case CellKind.Day when column.Kind is not (RegisterValue.Day or RegisterValue.When):
                return Reading.Wrong($"This cell holds a date ({text}), which Excel may have made of something else: format it as text and write it anew.");
            case CellKind.Number when column.Kind is RegisterValue.Amount:
                return AmountText.OfNumber(text);
            case CellKind.Text when text is ['=', ..]:
                return Reading.Wrong($"'{Shown(text)}' is a formula: write its value.");
        }

        if (text.Length > LongestText)
            return Reading.Wrong(string.Create(CultureInfo.InvariantCulture, $"This text has {text.Length} letters, more than {LongestText}: shorten it, and keep the rest in the file that the registry number names."));
        if (text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\t')))
            return Reading.Wrong("This text holds control characters: write it anew.");
        return PersonalData.Fault(column, text) is { } person ? Reading.Wrong(person) : Value(column, text, currency);
    }

    private Reading Value(RegisterColumn column, string text, string currency) => column.Kind switch
    {
        RegisterValue.Day => DateText.Day(text),
        RegisterValue.When => DateText.When(text),
        RegisterValue.Amount => AmountText.Read(text, currency),
        RegisterValue.YesNo => YesNo.Find(text) is { } answer ? Reading.Of(answer is "yes" or "x" ? "true" : "false") : Reading.Wrong($"'{text}' is neither yes nor no: write ja or nej."),
        RegisterValue.One when column.Words.Count > 0 => OneOf(WordsOf(column), text),
        RegisterValue.One => OneNamed(column, text),
        RegisterValue.Many => Many(column, text),
        _ => column.Name switch
        {
            "id" => Id(text),
            "country" => CountryCodes.Read(text),
            "source" => Source(text),
            _ => Reading.Of(text),
        },
    };

    private Reading OneNamed(RegisterColumn column, string text) => column.Names is { } kind && names.Of(kind) is { } known ? OneOf(known, text) : Id(text);

    private static Reading OneOf(Words known, string text) => known.Find(text) is { } id ? Reading.Of(id) : Reading.Wrong(known.Refusal(text));

    private Reading Many(RegisterColumn column, string text)
    {
        // A name may hold a comma of its own.
        if (OneOfMany(column, text) is { Problem: null } whole)
            return whole;
        char[] parting = text.AsSpan().IndexOfAny(";|\n") >= 0 ? [';', '|', '\n'] : [','];
        var values = new List<string>();
        foreach (var part in text.Split(parting, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var read = OneOfMany(column, part);
            if (read.Value is not { } value)
                return read;
            if (values.Contains(value))
                return Reading.Wrong($"'{part}' stands twice: once is enough.");
            values.Add(value);
        }

        return values.Count > 0 ? Reading.Of(string.Join("; ", values)) : Reading.Wrong($"'{text}' holds nothing but separators: delete it.");
    }

    private Reading OneOfMany(RegisterColumn column, string text) => column.Name switch
    {
        "codes" => Code().IsMatch(text) ? Reading.Of(text) : Reading.Wrong($"'{text}' is no code: write the list, = and the code, as in nuts3=DK041 or nuts3=FI19B@NUTS 2024."),
        _ when column.Names is null => Free().IsMatch(text) ? Reading.Of(text) : Reading.Wrong($"'{text}' is no id: write it without spaces, several parted by semicolons."),
        _ => OneNamed(column, text),
    };

    private static Reading Id(string text) =>
        text.Length > LongestId ? Reading.Wrong(string.Create(CultureInfo.InvariantCulture, $"'{Shown(text)}' has {text.Length} letters: an id has at most {LongestId}."))
        : IdForm().IsMatch(text) ? Reading.Of(text)
        : Reading.Wrong($"'{text}' is no id: write letters, digits, hyphens and points without spaces, as in {(IdForm().IsMatch(Suggested(text)) ? Suggested(text) : "textil-2026")}.");

    private static Reading Source(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && !text.Contains(' ', StringComparison.Ordinal)
            ? Reading.Of(text)
            : Reading.Wrong($"'{text}' is no address of a page: write it whole, as in https://www.example.se/sida.");

    private Words WordsOf(RegisterColumn column)
    {
        if (!words.TryGetValue(column, out var known))
            words[column] = known = new Words($"word of '{column.Name}'", column.Words.Select(word => (word.Id, (LocalText?)word.Label)));
        return known;
    }

    private static string Trimmed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim().Trim('\u200B', '\uFEFF', '\u00A0');

    private static string Shown(string text) => text.Length <= 40 ? text : text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…";

    private static string Suggested(string text) => string.Join('-', text.Split([' ', '/', ',', '_', '(', ')', '§', ':'], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    [GeneratedRegex(@"^[\p{L}0-9][\p{L}0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[^\s;|]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Free();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+=[\p{L}0-9][^=@;|]*(@[^=@;|]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
