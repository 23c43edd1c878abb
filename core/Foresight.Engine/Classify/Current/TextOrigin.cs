using Foresight.Sdk;

namespace Foresight.Engine.Classify.Current;

/// <summary>Where the texts that a model learned from had their labels from.</summary>
internal static class TextOrigin
{
    /// <summary>The label files.</summary>
    public const string Labels = "labels";

    /// <summary>What people said of stored documents.</summary>
    public const string People = "people";

    /// <summary>Categories that sources gave stored documents.</summary>
    public const string Sources = "sources";

    /// <summary>How many texts came from where.</summary>
    /// <param name="labels">The number of texts of the label files.</param>
    /// <param name="more">The texts beside those: of people, which are trusted in full, and of sources, which are not.</param>
    public static IReadOnlyDictionary<string, int> Count(int labels, IReadOnlyList<LabelledText> more)
    {
        var people = more.Count(text => text.Weight >= 1);
        return new Dictionary<string, int>(StringComparer.Ordinal) { [Labels] = labels, [People] = people, [Sources] = more.Count - people };
    }
}
