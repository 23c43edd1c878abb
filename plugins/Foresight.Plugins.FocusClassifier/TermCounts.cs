namespace Foresight.Plugins.FocusClassifier;

/// <summary>How often each slot occurs in one text. Reused from text to text: a table of all slots and the list of those touched.</summary>
internal sealed class TermCounts(int slots)
{
    private readonly float[] _counts = new float[slots];
    private int[] _touched = new int[4096];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => _touched.AsSpan(0, Count);

    public float this[int slot] => _counts[slot];

    public void Add(int slot)
    {
        if (_counts[slot] == 0)
        {
            if (Count == _touched.Length)
                Array.Resize(ref _touched, Count * 2);
            _touched[Count++] = slot;
        }

        _counts[slot]++;
    }

    public void Sort() => Array.Sort(_touched, 0, Count);

    public void Clear()
    {
        foreach (var slot in Slots)
            _counts[slot] = 0;
        Count = 0;
    }
}

/// <summary>Counts the grams of a text.</summary>
internal readonly struct CountingSink(TermCounts counts) : IGramSink
{
    public void BeginWord(int start, int length)
    {
    }

    public void Add(int slot) => counts.Add(slot);

    public void AddPair(int slot) => counts.Add(slot);
}
