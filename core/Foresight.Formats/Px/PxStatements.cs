using System.Text;
using System.Text.RegularExpressions;
using Foresight.Formats.Observations;

namespace Foresight.Formats.Px;

/// <summary>
/// Parts the head of a .px file into statements. A statement that is broken (a quotation mark inside a text) is kept with its fault,
/// and reading goes on at the next line that begins with a keyword: whether it matters is for others to say.
/// </summary>
internal sealed partial class PxStatements(string text)
{
    /// <summary>Tables with a note on each of many cells have some ten thousand.</summary>
    private const int MostStatements = 200_000;

    private int at;
    private int line = 1;

    public List<PxStatement> Read()
    {
        var statements = new List<PxStatement>();
        while (SkipBlanks())
        {
            var (start, startLine) = (at, line);
            var statement = TryRead(out var keyword, out var keys, out var fault);
            if (statement is null)
            {
                if (statements.Count == 0 && keyword.Length == 0)
                    throw new InvalidDataException($"The file does not begin as a .px file, with a keyword such as CHARSET=, but with '{Shown.Text(text[start..Math.Min(text.Length, start + 80)])}'.");
                (at, line) = (start, startLine);
                SkipStatement();
                statement = new PxStatement(keyword, LanguageOf(start), [.. keys], [], null, startLine, fault);
            }

            statements.Add(statement);
            if (statements.Count > MostStatements)
                throw new InvalidDataException($"The head of the file has more than {MostStatements} statements: it is no .px file, or damaged.");
        }

        return statements;
    }

    private PxStatement? TryRead(out string keyword, out List<string> keys, out string fault)
    {
        keys = [];
        var (start, startLine) = (at, line);
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_'))
            at++;
        keyword = text[start..at].ToUpperInvariant();
        fault = keyword.Length == 0 ? "is no keyword" : "has no = after its keyword";
        if (keyword.Length == 0)
            return null;
        SkipBlanks();
        string? language = null;
        if (Take('['))
        {
            var end = text.IndexOf(']', at);
            if (end < 0 || end - at > 20)
                return null;
            language = text[at..end].Trim().Trim('"');
            at = end + 1;
            SkipBlanks();
        }

        if (Take('(') && !TakeList(keys, ')', out fault, out _))
            return null;
        SkipBlanks();
        if (!Take('='))
            return null;
        var values = new List<string>();
        return TakeList(values, ';', out fault, out var span) ? new PxStatement(keyword, language, [.. keys], [.. values], span, startLine, null) : null;
    }

    /// <summary>Takes values up to the closing sign: texts in quotation marks (several in a row are one), words, and TLIST(…).</summary>
    private bool TakeList(List<string> values, char close, out string fault, out (string From, string To)? span)
    {
        (fault, span) = ("is not closed", null);
        var isDue = true;
        while (SkipBlanks())
        {
            if (Take(close))
            {
                if (isDue)
                    values.Add("");
                return true;
            }

            if (Take(','))
            {
                if (isDue)
                    values.Add("");
                isDue = true;
                continue;
            }

            if (!isDue)
            {
                // "1990"-"2000": only TLIST has such intervals.
                if (close == ')' && Take('-') && SkipBlanks() && text[at] == '"' && TakeText() is { } to)
                {
                    span = (values[^1], to);
                    values.RemoveAt(values.Count - 1);
                    continue;
                }

                fault = "has a quotation mark inside a text";
                return false;
            }

            isDue = false;
            if (text[at] == '"')
            {
                if (TakeText() is not { } value)
                    return false;
                values.Add(value);
            }
            else
            {
                var word = TakeWord();
                if (word.Length == 0)
                {
                    fault = $"has a '{Shown.Text(text[at].ToString())}' where a value was due";
                    return false;
                }

                values.Add(word);
                if (word.Equals("TLIST", StringComparison.OrdinalIgnoreCase) && Take('(') && !TakeList(values, ')', out fault, out span))
                    return false;
            }
        }

        return false;
    }

    private string? TakeText()
    {
        StringBuilder? joined = null;
        string? first = null;
        do
        {
            at++;
            var end = text.IndexOf('"', at);
            if (end < 0)
                return null;
            var part = text[at..end];
            line += part.AsSpan().Count('\n');
            at = end + 1;
            if (first is null)
                first = part;
            else
                (joined ??= new StringBuilder(first)).Append(part);
        }
        while (SkipBlanks() && text[at] == '"');
        return joined?.ToString() ?? first;
    }

    private string TakeWord()
    {
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not (',' or ';' or '(' or ')' or '"' or '='))
            at++;
        return text[start..at];
    }

    private string? LanguageOf(int start) => BrokenLanguage().Match(text, start, Math.Min(80, text.Length - start)) is { Success: true } match ? match.Groups[1].Value : null;

    private void SkipStatement()
    {
        var next = NextStatement().Match(text, at);
        var end = next.Success ? next.Index + next.Length : text.Length;
        line += text.AsSpan(at, end - at).Count('\n');
        at = end;
    }

    private bool SkipBlanks()
    {
        for (; at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\u001A' or '\0'); at++)
        {
            if (text[at] == '\n')
                line++;
        }

        return at < text.Length;
    }

    private bool Take(char sign)
    {
        if (at >= text.Length || text[at] != sign)
            return false;
        at++;
        return true;
    }

    [GeneratedRegex(@";[ \t\r]*\n(?=\s{0,80}[A-Z][A-Z0-9-]{0,40}(\[[^\]\n]{0,20}\])?[ \t]{0,8}[(=])")]
    private static partial Regex NextStatement();

    [GeneratedRegex(@"\G[A-Za-z0-9_-]+[ \t]*\[([^\]\n]{1,20})\]")]
    private static partial Regex BrokenLanguage();
}
