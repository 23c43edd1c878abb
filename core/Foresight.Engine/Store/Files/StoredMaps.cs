using Foresight.Engine.Store.Columns;

namespace Foresight.Engine.Store.Files;

/// <summary>Reads a column of maps. Few of its rows differ, and each map is made once.</summary>
internal static class StoredMaps
{
    /// <param name="keys">The names.</param>
    /// <param name="values">The values, with the same levels.</param>
    public static MapColumn Read(RawValues<ReadOnlyMemory<char>> keys, RawValues<ReadOnlyMemory<char>> values)
    {
        using var names = new SharedTexts();
        using var texts = new SharedTexts();
        var maps = new List<KeyValuePair<string, string>[]>();
        var codes = new int[keys.Rows];
        // A map is known by the way from entry to entry that leads to it.
        var ways = new Dictionary<(int From, int Name, int Text), int>();
        var mapAt = new Dictionary<int, int>();
        var (slot, entry) = (0, 0);
        for (var row = 0; row < codes.Length; row++)
        {
            var isNull = keys.Definitions![slot] == 0;
            var (first, at) = (entry, 0);
            do
            {
                if (keys.Definitions[slot] == 2)
                {
                    var step = (at, names.CodeOf(keys.Values[entry]), texts.CodeOf(values.Values[entry]));
                    if (!ways.TryGetValue(step, out at))
                    {
                        ways.Add(step, at = ways.Count + 1);
                    }

                    entry++;
                }

                slot++;
            }
            while (slot < keys.Count && keys.Repetitions![slot] != 0);

            if (isNull)
            {
                codes[row] = -1;
            }
            else if (!mapAt.TryGetValue(at, out codes[row]))
            {
                mapAt.Add(at, codes[row] = maps.Count);
                maps.Add([.. Enumerable.Range(first, entry - first).Select(i =>
                    KeyValuePair.Create(names.Values[names.CodeOf(keys.Values[i])], texts.Values[texts.CodeOf(values.Values[i])]))]);
            }
        }

        return new(maps, codes);
    }
}
