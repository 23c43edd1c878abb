namespace Foresight.Engine.Store.Files.Pages;

/// <summary>The texts that occur, each once and in the order in which they come, and the codes of them.</summary>
internal sealed record TextDictionary(IReadOnlyList<string> Texts, ReadOnlyMemory<int> Codes)
{
    /// <summary>The dictionary; null where more than half of the rows differ, so that it would save nothing.</summary>
    public static TextDictionary? Of(TextValues values, LentNumbers lent)
    {
        var given = values.Codes.Span;
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = new List<string>();
        var map = lent.Take(values.Texts.Count).Span;
        map.Fill(-1);
        var codes = lent.Take(given.Length);
        var target = codes.Span;
        for (var i = 0; i < given.Length; i++)
        {
            ref var code = ref map[given[i]];
            if (code < 0)
            {
                // A list of texts may hold one twice.
                if (!known.TryGetValue(values.Texts[given[i]], out code))
                {
                    known.Add(values.Texts[given[i]], code = texts.Count);
                    texts.Add(values.Texts[given[i]]);
                }

                if (texts.Count > given.Length / 2)
                {
                    return null;
                }
            }

            target[i] = code;
        }

        return texts.Count == 0 ? null : new(texts, codes);
    }
}
