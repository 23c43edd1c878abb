using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Foresight.Formats.Languages;

/// <summary>
/// Cuts a text into words of letters that the model knows, between a start and an end mark. Letters of other scripts are counted and
/// end a word; so do digits, marks and halves of surrogate pairs.
/// </summary>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>Longer runs of letters are cut: no word of a language is longer, and sums stay within their type.</summary>
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
        _count = 1;
        _symbols[0] = LanguageModel.Start;
        while (_position < _text.Length)
        {
            var letter = _text[_position];
            var symbol = model.SymbolOf(letter);
            if (symbol != 0)
            {
                _symbols[_count++] = symbol;
                _position++;
                if (_count > LongestWord)
                    break;

                continue;
            }

            if (_count > 1)
                break;

            if (char.IsLetter(letter) || char.IsSurrogate(letter))
                Foreign++;

            _position++;
        }

        _symbols[_count++] = LanguageModel.End;
        return _count > 2;
    }

    [InlineArray(LongestWord + 3)]
    private struct WordSymbols
    {
        private byte _first;
    }
}
