using System.Globalization;
using System.Text.RegularExpressions;
using Foresight.Engine.Policies;

namespace Foresight.Engine.Alerts.Grammar;

/// <summary>Reads a sentence word by word, and remembers what would have been right where it got no further.</summary>
internal sealed partial class SentenceReader
{
    private readonly string[] _words;
    private readonly HashSet<string> _due = new(StringComparer.Ordinal);
    private readonly HashSet<string> _near = new(StringComparer.Ordinal);
    private int _position;

    public SentenceReader(string sentence) =>
        _words = [.. Words().Matches(sentence.Trim().TrimEnd('.')).Select(match => match.Value.Replace('’', '\''))];

    /// <summary>How far it got.</summary>
    public int Furthest { get; private set; }

    /// <summary>Whether all is read.</summary>
    public bool AtEnd
    {
        get
        {
            Due(_position, "the end");
            return _position == _words.Length;
        }
    }

    /// <summary>Reads any of the phrases, where one is there.</summary>
    public bool Take(IReadOnlyList<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var parts = phrase.Split(' ');
            var read = 0;
            while (read < parts.Length && string.Equals(WordAt(_position + read), parts[read], StringComparison.OrdinalIgnoreCase))
            {
                read++;
            }

            if (read == parts.Length)
            {
                _position += read;
                return true;
            }

            Due(_position + read, parts[read]);
        }

        return false;
    }

    /// <summary>Reads a mark such as a comma, which nobody needs to be told of where it is not there.</summary>
    public bool Pass(string mark)
    {
        var there = WordAt(_position) == mark;
        _position += there ? 1 : 0;
        return there;
    }

    /// <summary>Reads one of two phrases; null where neither is there.</summary>
    public bool? Either(IReadOnlyList<string> yes, IReadOnlyList<string> no) => Take(yes) ? true : Take(no) ? false : null;

    /// <summary>Reads one of many words, in whatever case; null where none is there.</summary>
    /// <param name="words">The words and what they mean.</param>
    /// <param name="what">What they are together, for the sentence.</param>
    public T? OneOf<T>(IReadOnlyDictionary<string, T> words, string what)
        where T : struct
    {
        if (WordAt(_position) is { } word && words.TryGetValue(word.ToLowerInvariant(), out var value))
        {
            _position++;
            return value;
        }

        Due(_position, what);
        if (_position == Furthest)
        {
            _near.UnionWith(words.Keys);
        }

        return null;
    }

    /// <summary>Reads a number such as 10, 2.5 or 2,5; null where none is there.</summary>
    public double? Number()
    {
        if (WordAt(_position) is { } word
            && double.TryParse(word.Replace(',', '.').Replace('−', '-'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            _position++;
            return number;
        }

        Due(_position, "a number");
        return null;
    }

    /// <summary>Reads a whole number from 1 to 1000; null where none is there.</summary>
    public int? Whole()
    {
        if (int.TryParse(WordAt(_position), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1000)
        {
            _position++;
            return number;
        }

        Due(_position, "a whole number from 1 to 1000");
        return null;
    }

    /// <summary>Reads an id or a code; null where none is there.</summary>
    public string? Name(string what)
    {
        if (WordAt(_position) is { } word && Names().IsMatch(word))
        {
            _position++;
            return word;
        }

        Due(_position, what);
        return null;
    }

    /// <summary>Reads a term in quotation marks; null where none is there.</summary>
    public string? Quoted()
    {
        if (WordAt(_position) is { Length: > 2 } word && word[0] is '"' or '”' or '“' && word.Trim('"', '”', '“').Trim() is { Length: > 0 } term)
        {
            _position++;
            return term;
        }

        Due(_position, "a term in quotation marks");
        return null;
    }

    /// <summary>Goes back, for another way to read on.</summary>
    public int Place
    {
        get => _position;
        set => _position = value;
    }

    /// <summary>What is wrong where it got no further.</summary>
    public string Problem()
    {
        var found = WordAt(Furthest);
        var due = _due.Order(StringComparer.Ordinal).ToList();
        var choices = due.Count == 1 ? due[0] : string.Join(", ", due.SkipLast(1)) + " or " + due[^1];
        var plain = due.Where(word => !word.Contains(' ')).Concat(_near).ToList();
        var near = found is null || plain.Count == 0 ? "" : Nearest.Hint(found, plain);
        var place = Furthest == 0 ? "at its beginning" : $"after '{string.Join(' ', _words.Take(Furthest).TakeLast(4))}'";
        return $"{place} stands {(found is null ? "nothing" : $"'{found}'")}, where {choices} is allowed{(near.StartsWith("; nearest", StringComparison.Ordinal) && (due.Count > 1 || _near.Count > 0) ? near : "")}";
    }

    private string? WordAt(int position) => position < _words.Length ? _words[position] : null;

    private void Due(int position, string what)
    {
        if (position > Furthest)
        {
            Furthest = position;
            _due.Clear();
            _near.Clear();
        }

        if (position == Furthest)
        {
            _due.Add(what);
        }
    }

    [GeneratedRegex("[\"”“][^\"”“]*[\"”“]|%|[^\\s%\"”“]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}_:+./-]*$")]
    private static partial Regex Names();
}
