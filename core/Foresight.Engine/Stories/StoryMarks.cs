using System.Globalization;
using System.Text.RegularExpressions;

namespace Foresight.Engine.Stories;

/// <summary>
/// What tells one text from another that was written from the same template: periods, days, numbers of documents and names. Two
/// texts that name different ones tell different stories, however alike the rest is.
/// </summary>
internal sealed partial class StoryMarks
{
    // A text that names its period only in its first lines says it within these.
    private const int LeadLetters = 220;

    private static readonly string[][] Months =
    [
        ["january", "januari", "jan"], ["february", "februari", "feb"], ["march", "mars"], ["april", "apr"], ["may", "maj"], ["june", "juni", "jun"],
        ["july", "juli", "jul"], ["august", "augusti", "aug"], ["september", "sept", "sep"], ["october", "oktober", "oct", "okt"], ["november", "nov"], ["december", "dec"],
    ];

    private readonly Dictionary<string, HashSet<string>> _title;
    private readonly Dictionary<string, HashSet<string>> _lead;
    private readonly ulong[] _names;
    private readonly uint[] _words;

    public StoryMarks(StoryDocument document, IReadOnlyList<StoryWord> title, IReadOnlyList<StoryWord> body)
    {
        _title = Read(document.Title);
        _lead = Read(document.Text[..Math.Min(document.Text.Length, LeadLetters)]);
        _words = HashSets.Of<uint>(title.Concat(body).Select(word => (uint)MinHash.Of(word.Stem)).ToArray());
        _names = [.. Names(title, body).Select(name => MinHash.Of(name))];
    }

    /// <summary>Whether the two name different things.</summary>
    public bool Oppose(StoryMarks other) =>
        Differ(_title, other._title)
        || (_title.Count == 0 && other._title.Count == 0 && Differ(_lead, other._lead, "month", "quarter"))
        || (_names.Any(name => !HashSets.Has(other._words, name)) && other._names.Any(name => !HashSets.Has(_words, name)));

    private static bool Differ(Dictionary<string, HashSet<string>> one, Dictionary<string, HashSet<string>> other, params string[] kinds) =>
        one.Any(pair => (kinds.Length == 0 || kinds.Contains(pair.Key)) && other.TryGetValue(pair.Key, out var values) && !pair.Value.Overlaps(values));

    private static Dictionary<string, HashSet<string>> Read(string text)
    {
        var marks = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        void Note(string kind, string value) => (marks.TryGetValue(kind, out var values) ? values : marks[kind] = new HashSet<string>(StringComparer.Ordinal)).Add(value);
        foreach (Match match in Month().Matches(text))
        {
            var month = Array.FindIndex(Months, names => names.Contains(match.Groups["month"].Value.ToLowerInvariant()));
            Note("month", month.ToString(CultureInfo.InvariantCulture));
            if ((match.Groups["before"], match.Groups["after"]) is var (before, after) && (before.Success || after.Success))
            {
                Note("day", $"{month}-{(before.Success ? before : after).Value.TrimStart('0')}");
            }
        }

        foreach (Match match in IsoDay().Matches(text))
        {
            Note("day", $"{int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1}-{match.Groups[2].Value.TrimStart('0')}");
        }

        foreach (Match match in Year().Matches(text))
        {
            Note("year", match.Value);
        }

        foreach (Match match in Quarter().Matches(text))
        {
            Note("quarter", Ordinal(match.Groups["n"].Value));
        }

        foreach (Match match in Week().Matches(text))
        {
            Note("week", match.Groups[1].Value);
        }

        foreach (Match match in Number().Matches(text))
        {
            Note("number", match.Value.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
        }

        return marks;
    }

    private static string Ordinal(string text) => text.ToLowerInvariant() switch
    {
        "1" or "first" or "första" => "1",
        "2" or "second" or "andra" => "2",
        "3" or "third" or "tredje" => "3",
        _ => "4",
    };

    /// <summary>Words of the title that begin with a capital for no other reason than that they are names.</summary>
    private static HashSet<string> Names(IReadOnlyList<StoryWord> title, IReadOnlyList<StoryWord> body)
    {
        // Headline English writes every word with a capital: then a capital says nothing.
        if (title.Count(word => word.IsCapital) * 10 > title.Count * 7 && title.Count > 2)
        {
            return [];
        }

        var known = body.Where(word => word is { IsCapital: true, BeginsSentence: false }).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var common = body.Where(word => !word.IsCapital).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return [.. title.Where(word => word.IsCapital && StoryWords.Tells(word) && !common.Contains(word.Stem) && (!word.BeginsSentence || known.Contains(word.Stem)))
            .Select(word => word.Stem)];
    }

    [GeneratedRegex(
        @"(?:(?<!\d)(?<before>\d{1,2})(?:st|nd|rd|th)?(?: of)?\s+)?\b(?<month>january|januari|jan|february|februari|feb|march|mars|april|apr|may|maj|june|juni|jun|july|juli|jul|august|augusti|aug|september|sept|sep|october|oktober|oct|okt|november|nov|december|dec)\b(?:\s+(?<after>\d{1,2})(?!\d))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<!\d)20\d\d-(\d\d)-(\d\d)(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"(?<![\d/.:,])(?:19|20)\d\d(?![\d/:]|[.,]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(
        @"(?:\b(?:kvartal|quarter|q)\s?(?<n>[1-4])\b)|(?:\b(?<n>first|second|third|fourth|första|andra|tredje|fjärde)\s+(?:quarter|kvartalet)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?:vecka|v\.|week)\s?(\d{1,2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    // "2025/26:KU12", "SOU 2026:12", "COM(2026) 123", "2026/0123(COD)".
    [GeneratedRegex(@"\b(?:\d{4}/\d{2}:\s?[A-Za-zÅÄÖåäö]{0,5}\d+|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}\.?\s?\d{4}:\d+|[A-Z]{2,5}\s?\(\d{4}\)\s?\d+|\d{4}/\d{3,4}\s?\([A-Z]{3}\))", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
