using Foresight.Sdk;

namespace Foresight.Plugins.FocusClassifier;

/// <summary>
/// Groups texts that tell of the same matter (the same title, or much the same rare words: a law as referral and as bill): held out together,
/// lest a model be judged by texts whose twins it has read.
/// </summary>
internal static class RelatedTexts
{
    /// <summary>Texts whose rare words are this alike (cosine) are related.</summary>
    private const float Alike = 0.7f;

    /// <summary>A first sentence shorter than this may be alike by chance.</summary>
    private const int MinTitle = 20;

    /// <summary>The group of each text, named by its first text. No group is larger than <paramref name="largest"/>; the most alike go together first.</summary>
    public static int[] Groups(IReadOnlyList<LabelledText> texts, RareWords rare, int largest)
    {
        var links = Titles(texts).Concat(rare.Pairs(Alike)).ToArray();
        Array.Sort(links, (a, b) => (-a.Similarity, a.First, a.Second).CompareTo((-b.Similarity, b.First, b.Second)));
        var group = Enumerable.Range(0, texts.Count).ToArray();
        var size = Enumerable.Repeat(1, texts.Count).ToArray();
        foreach (var (first, second, _) in links)
        {
            var (a, b) = (Root(first), Root(second));
            if (a == b || size[a] + size[b] > largest)
                continue;
            (a, b) = (Math.Min(a, b), Math.Max(a, b));
            group[b] = a;
            size[a] += size[b];
        }

        return [.. group.Select(Root)];

        int Root(int i)
        {
            while (group[i] != i)
                i = group[i] = group[group[i]];
            return i;
        }
    }

    private static IEnumerable<Likeness> Titles(IReadOnlyList<LabelledText> texts)
    {
        var last = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < texts.Count; i++)
        {
            var passage = Passage.Of("", texts[i].Text);
            var title = passage.Text[passage.Start..passage.Lead].Trim();
            if (title.Length < MinTitle)
                continue;
            if (last.TryGetValue(title, out var before))
                yield return new Likeness(before, i, 1);
            last[title] = i;
        }
    }
}

/// <summary>Two texts and how alike they are.</summary>
internal readonly record struct Likeness(int First, int Second, float Similarity);
