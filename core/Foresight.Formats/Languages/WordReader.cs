using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Foresight.Formats.Languages;

/// <summary>
/// Cuts a text into words of letters that the model knows, between a start and an end mark. Letters of other scripts are counted and
/// end a word; so do digits, marks and halves of surrogate pairs.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>Longer runs of letters are passed over: no word of a language is longer, and sums stay within their type.</summary>
    private const int LongestWord = 48;

    /// <summary>Texts are looked through no further than this, so that megabytes without letters cost nothing.</summary>
    private const int Furthest = 20_000;

    private readonly ReadOnlySpan<char> _text = text.Length > Furthest ? text[..Furthest] : text;
    private WordSymbols _symbols;
    private int _position;
    private int _count;

    /// <summary>Letters of other scripts so far.</summary>
    public int Foreign { get; private set; }

    /// <summary>Letters of the present word.</summary>
    public readonly int Letters => _count - 2;

    /// <summary>The present word with its marks.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Symbols => ((ReadOnlySpan<byte>)_symbols)[.._count];

    /// <summary>Moves to the next word; false at the end of the text.</summary>
    public bool Read(LanguageModel model)
    {
        _symbols[0] = LanguageModel.Start;
        while (_position < _text.Length)
        {
            _count = 1;
            var letters = 0;
            for (; _position < _text.Length && model.SymbolOf(_text[_position]) is var symbol and not 0; _position++)
            {
                if (++letters <= LongestWord)
                    _symbols[_count++] = symbol;
            }

            if (letters is > 0 and <= LongestWord)
            {
                _symbols[_count++] = LanguageModel.End;
                return true;
            }

            Skip();
        }

        return false;
    }

    private void Skip()
    {
        if (_position == _text.Length)
            return;

        var character = _text[_position++];
        if (char.IsLetter(character) || char.IsSurrogate(character))
            Foreign++;
    }

    [InlineArray(LongestWord + 2)]
    private struct WordSymbols
    {
        private byte _first;
    }
}
