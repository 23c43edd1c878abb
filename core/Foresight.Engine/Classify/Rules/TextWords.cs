using System.Buffers;

namespace Foresight.Engine.Classify.Rules;

/// <summary>The words of a title and a text as places in both, in one row; the title's come first.</summary>
internal sealed class TextWords : IDisposable
{
    private const int MostOfLead = 60;

    private readonly string _title;
    private readonly string _text;
    private readonly (int Start, int Length, bool Apart)[] _words;

    public TextWords(string title, string text, WordTrie trie)
    {
        (_title, _text) = (title, text);
        _words = ArrayPool<(int, int, bool)>.Shared.Rent(((title.Length + text.Length) / 2) + 2);
        Add(title, 0, trie);
        TitleEnd = Count;
        var firstParagraph = Add(text, title.Length, trie);
        LeadEnd = TitleEnd + Math.Min(firstParagraph, MostOfLead);
    }

    public int Count { get; private set; }

    /// <summary>The number of words of the title.</summary>
    public int TitleEnd { get; }

    /// <summary>The number of words of title and first paragraph.</summary>
    public int LeadEnd { get; }

    /// <summary>The word as it stands.</summary>
    public ReadOnlySpan<char> this[int word] => Between(word, word);

    /// <summary>The title.</summary>
    public ReadOnlySpan<char> Title => _title;

    /// <summary>Whether more than a blank or a hyphen stands before the word.</summary>
    public bool IsApart(int word) => _words[word].Apart;

    /// <summary>From the first word to the last, which is of the same part.</summary>
    public ReadOnlySpan<char> Between(int first, int last)
    {
        var (start, end) = (_words[first].Start, _words[last].Start + _words[last].Length);
        return first < TitleEnd ? _title.AsSpan(start, end - start) : _text.AsSpan(start - _title.Length, end - start);
    }

    /// <summary>The part of the text, without the title, that ends with the given number of words.</summary>
    public ReadOnlySpan<char> TextUpTo(int end) =>
        end == Count ? _text
        : end > TitleEnd ? _text.AsSpan(0, _words[end - 1].Start + _words[end - 1].Length - _title.Length) : default;

    public void Dispose() => ArrayPool<(int, int, bool)>.Shared.Return(_words);

    /// <returns>The number of words up to the first end of a line.</returns>
    private int Add(string part, int offset, WordTrie trie)
    {
        var (apart, first, firstLine, i) = (true, Count, -1, 0);
        while (i < part.Length)
        {
            for (; i < part.Length && trie.CodeOf(part[i]) == WordTrie.Separator; i++)
            {
                if (part[i] == '\n' && firstLine < 0 && Count > first)
                    firstLine = Count - first;
                apart |= part[i] is not (' ' or '\n' or '\r' or '\t' or '-' or '\u2010' or '\u2011' or '\'' or '’' or '\u00A0');
            }

            var start = i;
            while (i < part.Length && trie.CodeOf(part[i]) != WordTrie.Separator)
                i++;
            if (i > start)
                _words[Count++] = (offset + start, i - start, apart);
            apart = false;
        }

        return firstLine < 0 ? Count - first : firstLine;
    }
}
