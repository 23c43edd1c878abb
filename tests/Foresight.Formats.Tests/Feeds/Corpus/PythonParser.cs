using System.Globalization;
using System.Text;

namespace Foresight.Formats.Tests.Feeds.Corpus;

/// <summary>Parses an expectation.</summary>
internal sealed class PythonParser
{
    private readonly string text;
    private int at;

    private PythonParser(string text) => this.text = text;

    public static PythonExpression Parse(string text)
    {
        var parser = new PythonParser(text);
        var expression = parser.Or();
        parser.Blanks();
        return parser.at == text.Length ? expression : throw parser.Unexpected();
    }

    private PythonExpression Or()
    {
        var left = And();
        while (TakeWord("or"))
            left = new PythonExpression.Or(left, And());
        return left;
    }

    private PythonExpression And()
    {
        var left = Not();
        while (TakeWord("and"))
            left = new PythonExpression.And(left, Not());
        return left;
    }

    private PythonExpression Not() => TakeWord("not") ? new PythonExpression.Not(Not()) : Compare();

    private PythonExpression Compare()
    {
        var operands = new List<PythonExpression> { Operand() };
        var operators = new List<string>();
        while (Operator() is { } found)
        {
            operators.Add(found);
            operands.Add(Operand());
        }

        return operators.Count == 0 ? operands[0] : new PythonExpression.Compare(operands, operators);
    }

    private string? Operator() => Take("==") ? "==" : Take("!=") ? "!=" : TakeWord("in") ? "in" : TakeWord("is") ? "==" : null;

    private PythonExpression Operand()
    {
        Blanks();
        if (at >= text.Length)
            throw Unexpected();
        if (Take("("))
            return Parenthesised();
        if (Take("["))
            return new PythonExpression.Sequence(Members("]"));
        if (Take("{"))
            return Dictionary();
        if (char.IsAsciiDigit(text[at]))
            return new PythonExpression.Literal(Number());
        if (text[at] is '\'' or '"' || (text[at] is 'u' && at + 1 < text.Length && text[at + 1] is '\'' or '"'))
            return new PythonExpression.Literal(String());
        return Name();
    }

    private PythonExpression Parenthesised()
    {
        var first = Or();
        if (Take(")"))
            return first;
        if (!Take(","))
            throw Unexpected();
        return new PythonExpression.Sequence([first, .. Members(")")]);
    }

    private List<PythonExpression> Members(string end)
    {
        var members = new List<PythonExpression>();
        while (!Take(end))
        {
            members.Add(Or());
            Take(",");
        }

        return members;
    }

    private PythonExpression.Dictionary Dictionary()
    {
        var members = new List<(PythonExpression, PythonExpression)>();
        while (!Take("}"))
        {
            var key = Or();
            if (!Take(":"))
                throw Unexpected();
            members.Add((key, Or()));
            Take(",");
        }

        return new(members);
    }

    private PythonExpression Name()
    {
        var name = Word();
        switch (name)
        {
            case "":
                throw Unexpected();
            case "None":
                return new PythonExpression.Literal(null);
            case "True" or "False":
                return new PythonExpression.Literal(name == "True");
        }

        if (Take("("))
            return new PythonExpression.Call(name, Members(")"));
        var steps = new List<object>();
        while (true)
        {
            if (Take("["))
            {
                steps.Add(((PythonExpression.Literal)Operand()).Value!);
                if (!Take("]"))
                    throw Unexpected();
            }
            else if (Take("."))
            {
                var member = Word();
                if (Take("("))
                    return new PythonExpression.Call(member, [new PythonExpression.Path(name, steps), .. Members(")")]);
                steps.Add(member);
            }
            else
            {
                return new PythonExpression.Path(name, steps);
            }
        }
    }

    private long Number()
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return long.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
    }

    private string String()
    {
        if (text[at] == 'u')
            at++;
        var quote = text.AsSpan(at).StartsWith("\"\"\"") ? "\"\"\"" : text[at].ToString();
        at += quote.Length;
        var value = new StringBuilder();
        while (!text.AsSpan(at).StartsWith(quote, StringComparison.Ordinal))
        {
            if (text[at] == '\\')
                Escape(value);
            else
                value.Append(text[at++]);
        }

        at += quote.Length;
        return value.ToString();
    }

    private void Escape(StringBuilder value)
    {
        var kind = text[at + 1];
        at += 2;
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0)
        {
            value.Append(char.ConvertFromUtf32(int.Parse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));
            at += digits;
        }
        else
        {
            value.Append(kind switch { 'n' => "\n", 't' => "\t", 'r' => "\r", '\\' or '\'' or '"' => kind.ToString(), _ => "\\" + kind });
        }
    }

    private string Word()
    {
        Blanks();
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return text[start..at];
    }

    private bool TakeWord(string word)
    {
        Blanks();
        var end = at + word.Length;
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0 || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')))
            return false;
        at = end;
        return true;
    }

    private bool Take(string token)
    {
        Blanks();
        if (string.CompareOrdinal(text, at, token, 0, token.Length) != 0)
            return false;
        at += token.Length;
        return true;
    }

    private void Blanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
    }

    private FormatException Unexpected() => new($"The expectation is not understood at {at}: {text}");
}
