using Foresight.Sdk;

namespace Foresight.Engine.Classify.Current;

/// <summary>Where a text that a model learned from had its labels from, as its id tells.</summary>
internal static class TextOrigin
{
    /// <summary>The label files.</summary>
    public const string Labels = "labels";

    /// <summary>What people said of stored documents: ids that begin with <see cref="PeoplePrefix"/>.</summary>
    public const string People = "people";

    /// <summary>Categories that sources gave stored documents: ids that begin with <see cref="SourcePrefix"/>.</summary>
    public const string Sources = "sources";

    public const string PeoplePrefix = "person:";

    public const string SourcePrefix = "source:";

    /// <summary>How many texts came from where.</summary>
    /// <param name="labels">The number of texts of the label files.</param>
    /// <param name="more">The texts beside those.</param>
    public static IReadOnlyDictionary<string, int> Count(int labels, IReadOnlyList<LabelledText> more)
    {
        var people = more.Count(text => text.Id.StartsWith(PeoplePrefix, StringComparison.Ordinal));
        return new Dictionary<string, int>(StringComparer.Ordinal) { [Labels] = labels, [People] = people, [Sources] = more.Count - people };
    }
}
