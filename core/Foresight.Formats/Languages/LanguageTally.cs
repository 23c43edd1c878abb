using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Foresight.Formats.Languages;

/// <summary>Adds up what the words of a text say for each language, as a whole and stretch by stretch.</summary>
internal ref struct LanguageTally(LanguageModel model)
{
    /// <summary>Letters of a stretch: long enough to know its language, short enough for one language.</summary>
    private const int StretchLetters = 40;

    /// <summary>Neighbouring letters are no independent witnesses: odds are taken to this power, so that a share of .8 is right 8 times of 10.</summary>
    private const double Credence = 0.4;

    /// <summary>Texts whose letters cost more than this, on average, are in no language that is known here.</summary>
    private const double DearestLetter = 3.0;

    /// <summary>Shorter texts may well be a name or a rare word.</summary>
    private const int LettersJudged = 20;

    private Sums _total;
    private Sums _stretch;
    private Portions _portions;
    private int _symbols;
    private int _stretchLetters;

    /// <summary>Letters so far.</summary>
    public int Letters { get; private set; }

    /// <summary>What a letter or a word's end costs on average, in natural logarithms, in the language that fits best.</summary>
    private readonly double Surprise => -_total[Best()] * LanguageModel.Unit / _symbols;

    /// <summary>Adds one word, given with its marks.</summary>
    public void Add(scoped ReadOnlySpan<byte> word, int letters)
    {
        var low = Vector128<short>.Zero;
        var high = Vector128<short>.Zero;
        var past = (ulong)word[0];
        for (var i = 1; i < word.Length; i++)
        {
            past = (past << 8) | word[i];
            var longest = Math.Min(i + 1, LanguageModel.LongestRun);
            for (var length = 1; length <= longest; length++)
            {
                if (!model.TryGetRow(past & (ulong.MaxValue >> (64 - (8 * length))), out var row))
                    continue;

                low += Vector128.WidenLower(row);
                high += Vector128.WidenUpper(row);
            }
        }

        for (var lane = 0; lane < LanguageModel.Lanes / 2; lane++)
        {
            _stretch[lane] += low[lane];
            _stretch[lane + (LanguageModel.Lanes / 2)] += high[lane];
        }

        _symbols += word.Length - 1;
        Letters += letters;
        _stretchLetters += letters;
        if (_stretchLetters >= StretchLetters)
            CloseStretch();
    }

    /// <summary>The language that all words together speak for.</summary>
    public LanguageGuess Guess()
    {
        CloseStretch();
        var best = Best();
        if (Letters >= LettersJudged && Surprise > DearestLetter)
            return LanguageGuess.None;

        return new LanguageGuess(model.Languages[best], _portions[best] / Letters, model.Languages[RunnerUp(best)]);
    }

    /// <summary>Of a text in two languages it is the smaller part's.</summary>
    private readonly int RunnerUp(int best)
    {
        var next = best == 0 ? 1 : 0;
        for (var language = next + 1; language < model.Languages.Length; language++)
        {
            if (language != best && _portions[language] > _portions[next])
                next = language;
        }

        return next;
    }

    private readonly int Best()
    {
        var best = 0;
        for (var language = 1; language < model.Languages.Length; language++)
        {
            if (_total[language] > _total[best])
                best = language;
        }

        return best;
    }

    private void CloseStretch()
    {
        if (_stretchLetters == 0)
            return;

        var languages = model.Languages.Length;
        var highest = int.MinValue;
        for (var language = 0; language < languages; language++)
            highest = Math.Max(highest, _stretch[language]);

        var sum = 0d;
        Span<double> odds = stackalloc double[LanguageModel.Lanes];
        for (var language = 0; language < languages; language++)
            sum += odds[language] = Math.Exp((_stretch[language] - highest) * LanguageModel.Unit * Credence);

        for (var language = 0; language < languages; language++)
        {
            _portions[language] += _stretchLetters * odds[language] / sum;
            _total[language] += _stretch[language];
            _stretch[language] = 0;
        }

        _stretchLetters = 0;
    }

    [InlineArray(LanguageModel.Lanes)]
    private struct Sums
    {
        private int _first;
    }

    [InlineArray(LanguageModel.Lanes)]
    private struct Portions
    {
        private double _first;
    }
}
