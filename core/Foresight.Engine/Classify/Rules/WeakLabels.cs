using Foresight.Sdk;

namespace Foresight.Engine.Classify.Rules;

/// <summary>What a document's own categories say of focus areas: a label to learn from with a weight, where nobody gave one.</summary>
/// <param name="Areas">The weight by focus area; empty where only categories of none were found.</param>
/// <param name="OfNone">How far the text is an example of none; above 0 only where <paramref name="Areas"/> is empty.</param>
public sealed record WeakLabels(IReadOnlyDictionary<string, double> Areas, double OfNone)
{
    /// <summary>The labels of a document; null where its source's categories say nothing of it.</summary>
    /// <param name="mapping">The policy's mapping.</param>
    /// <param name="source">The source entry that brought the document.</param>
    /// <param name="categories">The document's categories, and its programme where it has one.</param>
    public static WeakLabels? Of(IReadOnlyList<SourceCategories> mapping, string source, IEnumerable<string> categories)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(categories);
        var said = categories.SelectMany(Names).ToList();
        var areas = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var none = 0.0;
        foreach (var entry in mapping.Where(entry => entry.Source == source))
        {
            foreach (var meant in entry.Categories.Where(category => said.Contains(category.Key, StringComparer.OrdinalIgnoreCase)).Select(category => category.Value))
            {
                if (meant.Count == 0)
                    none = Math.Max(none, entry.Weight);
                foreach (var area in meant)
                    areas[area] = Math.Max(areas.GetValueOrDefault(area), entry.Weight);
            }
        }

        return areas.Count > 0 ? new WeakLabels(areas, 0) : none > 0 ? new WeakLabels(areas, none) : null;
    }

    /// <summary>The category, and of <c>POLICY_AREA=COMPETY,STATAID</c> also the names in it.</summary>
    private static IEnumerable<string> Names(string category) =>
        category.IndexOf('=', StringComparison.Ordinal) is var at and >= 0
            ? category[(at + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Prepend(category.Trim())
            : [category.Trim()];
}
