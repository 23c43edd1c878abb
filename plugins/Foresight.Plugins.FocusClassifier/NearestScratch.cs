namespace Foresight.Plugins.FocusClassifier;

/// <summary>How alike each training text is to the text at hand. Reused from text to text.</summary>
internal sealed class NearestScratch(int texts, int nearest)
{
    private readonly float[] _sums = new float[texts];
    private readonly int[] _touched = new int[texts];
    private readonly (int Text, float Alike)[] _best = new (int, float)[nearest];
    private int _count;

    /// <summary>The sum of squares of the text's own values.</summary>
    public float Squares { get; set; }

    public void Add(int text, float product)
    {
        if (_sums[text] == 0)
            _touched[_count++] = text;
        _sums[text] += product;
    }

    /// <summary>The most alike in falling order, of equals the first.</summary>
    public ReadOnlySpan<(int Text, float Alike)> Take(int[]? fold, int leftOut)
    {
        var found = 0;
        for (var t = 0; t < _count; t++)
        {
            var (text, alike) = (_touched[t], _sums[_touched[t]]);
            if (fold is not null && fold[text] == leftOut)
                continue;
            if (found == _best.Length && !Before(text, alike, _best[^1]))
                continue;
            var place = found < _best.Length ? found++ : found - 1;
            for (; place > 0 && Before(text, alike, _best[place - 1]); place--)
                _best[place] = _best[place - 1];
            _best[place] = (text, alike);
        }

        return _best.AsSpan(0, found);
    }

    public void Clear()
    {
        for (var t = 0; t < _count; t++)
            _sums[_touched[t]] = 0;
        (_count, Squares) = (0, 0);
    }

    private static bool Before(int text, float alike, (int Text, float Alike) other) =>
        alike > other.Alike || (alike == other.Alike && text < other.Text);
}
