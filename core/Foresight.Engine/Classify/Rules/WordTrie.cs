namespace Foresight.Engine.Classify.Rules;

/// <summary>Finds all of many strings that begin at a place of a text, in one walk; a table of steps, so that a letter costs one look-up.</summary>
internal sealed class WordTrie
{
    /// <summary>What a character is where it parts words.</summary>
    public const ushort Separator = 0;

    private const ushort OtherLetter = 1;

    private readonly ushort[] _codes = new ushort[char.MaxValue + 1];
    private readonly int _letters;
    private readonly int[] _next;
    private readonly int[][] _entries;

    /// <param name="keys">Strings in lower case; the answers are their indices.</param>
    public WordTrie(IReadOnlyList<string> keys)
    {
        for (var i = 0; i <= char.MaxValue; i++)
            _codes[i] = char.IsLetterOrDigit((char)i) || char.IsSurrogate((char)i) ? OtherLetter : Separator;
        var letters = keys.SelectMany(key => key).Distinct().Order().ToList();
        _letters = letters.Count + 2;
        var byLetter = letters.Select((letter, i) => (letter, Code: (ushort)(i + 2))).ToDictionary(pair => pair.letter, pair => pair.Code);
        for (var i = 0; i <= char.MaxValue; i++)
        {
            if (byLetter.TryGetValue(char.ToLowerInvariant((char)i), out var code))
                _codes[i] = code;
        }

        var next = new List<int>(new int[_letters]);
        var entries = new List<List<int>> { new() };
        for (var key = 0; key < keys.Count; key++)
        {
            var node = 0;
            foreach (var letter in keys[key])
            {
                var step = (node * _letters) + byLetter[letter];
                if (next[step] == 0)
                {
                    next[step] = entries.Count;
                    entries.Add([]);
                    next.AddRange(new int[_letters]);
                }

                node = next[step];
            }

            entries[node].Add(key);
        }

        _next = [.. next];
        _entries = [.. entries.Select(list => list.ToArray())];
    }

    /// <summary>The code of a character; the same for upper and lower case.</summary>
    public ushort CodeOf(char letter) => _codes[letter];

    /// <summary>Goes a letter further; 0 where nothing begins so.</summary>
    public int Step(int node, ushort code) => _next[(node * _letters) + code];

    /// <summary>The strings that end at the node.</summary>
    public ReadOnlySpan<int> At(int node) => _entries[node];
}
