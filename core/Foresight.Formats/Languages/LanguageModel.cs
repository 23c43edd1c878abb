using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Foresight.Formats.Languages;

/// <summary>
/// For each run of one to five symbols and each language: how much likelier its last symbol is after the ones before it than after one
/// symbol less, as a logarithm. The sum over all runs that end at a letter is then that letter's logarithmic probability.
/// </summary>
internal sealed class LanguageModel
{
    /// <summary>The symbol before a word's first letter.</summary>
    public const byte Start = 1;

    /// <summary>The symbol after a word's last letter.</summary>
    public const byte End = 2;

    /// <summary>The longest run.</summary>
    public const int LongestRun = 5;

    /// <summary>Lanes of a row: one for each language, the rest empty.</summary>
    public const int Lanes = 16;

    /// <summary>What one unit of a weight is worth, in natural logarithms.</summary>
    public const float Unit = 1f / 12;

    private const byte FirstLetter = 3;
    private const int LettersTabled = 0x250;
    private const ulong Scatter = 0x9E3779B97F4A7C15;

    private readonly byte[] _symbols = new byte[LettersTabled];
    private readonly ulong[] _keys;
    private readonly Vector128<sbyte>[] _rows;
    private readonly int _shift;

    private LanguageModel(BinaryReader reader)
    {
        Languages = reader.ReadString().Split(' ');
        SetAlphabet(reader.ReadString());
        var rows = reader.ReadInt32();
        var capacity = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)rows * 2);
        _shift = 64 - System.Numerics.BitOperations.Log2(capacity);
        _keys = new ulong[capacity];
        _rows = new Vector128<sbyte>[capacity];
        var slots = ReadKeys(reader, rows);
        var weights = MemoryMarshal.Cast<Vector128<sbyte>, sbyte>(_rows.AsSpan());
        for (var language = 0; language < Languages.Length; language++)
        {
            var column = reader.ReadBytes(rows);
            for (var row = 0; row < rows; row++)
                weights[(slots[row] * Lanes) + language] = (sbyte)column[row];
        }
    }

    /// <summary>The languages' codes, in the lanes' order.</summary>
    public string[] Languages { get; }

    /// <summary>Reads the model that ships with this assembly.</summary>
    public static LanguageModel Load()
    {
        var name = typeof(LanguageModel).Namespace + ".languages.br";
        using var resource = typeof(LanguageModel).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from Foresight.Formats: build it again.");
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(resource, CompressionMode.Decompress))
            packed.CopyTo(unpacked);

        unpacked.Position = 0;
        using var reader = new BinaryReader(unpacked);
        return new LanguageModel(reader);
    }

    /// <summary>A letter's symbol, whether it is upper or lower case; 0 for what is no letter of these languages.</summary>
    public byte SymbolOf(char letter) => letter < LettersTabled ? _symbols[letter] : (byte)0;

    /// <summary>The weights of a run, its symbols packed one to a byte; false for a run that tells nothing.</summary>
    public bool TryGetRow(ulong run, out Vector128<sbyte> row)
    {
        var slot = Slot(run);
        for (; _keys[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] != run)
                continue;

            row = _rows[slot];
            return true;
        }

        row = default;
        return false;
    }

    private int Slot(ulong run) => (int)((run * Scatter) >> _shift);

    private void SetAlphabet(string letters)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var symbol = (byte)(FirstLetter + i);
            _symbols[letters[i]] = symbol;
            var upper = char.ToUpperInvariant(letters[i]);
            if (upper < LettersTabled)
                _symbols[upper] = symbol;
        }
    }

    private int[] ReadKeys(BinaryReader reader, int rows)
    {
        var slots = new int[rows];
        var key = 0UL;
        for (var i = 0; i < rows; i++)
        {
            key += (ulong)reader.Read7BitEncodedInt64();
            var slot = Slot(key);
            while (_keys[slot] != 0)
                slot = (slot + 1) & (_keys.Length - 1);

            _keys[slot] = key;
            slots[i] = slot;
        }

        return slots;
    }
}
