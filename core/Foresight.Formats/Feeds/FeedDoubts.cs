namespace Foresight.Formats.Feeds;

/// <summary>Keeps an item's doubts few: one of which everything is wrong needs no thousand sentences.</summary>
internal static class FeedDoubts
{
    private const int Most = 16;

    /// <summary>Adds a sentence, unless it was said already or there are many.</summary>
    public static void Doubt(this List<string> doubts, string sentence)
    {
        if (doubts.Count < Most && !doubts.Contains(sentence))
            doubts.Add(sentence);
    }
}
